import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct LeftHeadingsTests {
    private static let prose =
        "<p>The growers of the valley met on Sunday to settle whether the old pear trees should be felled, and they "
        + "agreed to let them stand.</p>"

    /// The short lines that are kept of a page of which the judge kept all but lines of so many odds.
    private func kept(_ html: String, odds: Float, cells: Bool = true) -> [String] {
        let page = PageReader.read(HTMLTree(parsing: Array("<body>\(html)</body>".utf8)))
        func isShort(_ index: Int) -> Bool {
            let tag = page.tag(page.passages[index].block)
            return page.passages[index].census.length < 20 && tag != .td && tag != .li
        }
        let judged = page.passages.indices.map { isShort($0) ? odds : Float(0.98) }
        var verdict = BodyVerdict(kept: page.passages.indices.map { !isShort($0) }, quality: 1)
        LeftHeadings(page: page, odds: judged).restore(&verdict)
        return page.passages.indices.filter { isShort($0) && verdict.kept[$0] }.map(page.string)
    }

    private static let table =
        "<table><tr><td>Mill</td><td>27</td></tr><tr><td>Brook</td><td>48</td></tr></table>"

    @Test func `keeps the heading between a paragraph and what it heads`() {
        for below in [Self.table, Self.prose, "<ul><li>Pears</li><li>Plums</li></ul>"] {
            let html = "<div>\(Self.prose)<h2>The harvest</h2>\(below)</div>"
            #expect(kept(html, odds: 0.2) == ["The harvest"])
            #expect(kept(html, odds: 0.05).isEmpty)
        }
    }

    @Test(arguments: [
        "<div>\(prose)<div><h2>The harvest</h2></div>\(prose)</div>",
        "<div>\(prose)<h2><a href='/1'>The harvest</a></h2>\(prose)</div>",
        "<div>\(prose)<h2>Related articles</h2>\(prose)</div>",
        "<div>\(prose)<h1>The harvest</h1>\(prose)</div>",
        "<div>\(prose)<h2>The harvest</h2></div>",
    ])
    func `keeps no other line`(html: String) {
        #expect(kept(html, odds: 0.25).isEmpty)
    }

    @Test(arguments: [
        "<h2 class='b-subheadline'>One parish changed its rules for roofs</h2>",
        "<p class='article__standfirst'>One parish changed its rules for roofs</p>",
        "<h4 class='subheading'>One parish changed its rules for roofs</h4>",
        "<div class='news-sapo'><p>One parish changed its rules for roofs</p></div>",
    ])
    func `keeps the line below the headline that sums the article up`(line: String) {
        let html = "<h1>Roofs</h1>\(line)<div>By Ada Marl</div>\(Self.prose)"
        #expect(kept(html, odds: 0.5) == ["One parish changed its rules for roofs"])
        #expect(kept(html, odds: 0.2).isEmpty)
        #expect(kept(html.replacing("class=", with: "id="), odds: 0.5).isEmpty)
    }
}
