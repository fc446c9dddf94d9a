import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct HiddenPanelsTests {
    private static let prose =
        "<p>The growers of the valley met on Sunday to settle whether the old trees should stand.</p>"

    /// What is kept of lines that the judge left out.
    private func kept(_ html: String, odds: Float = 0.25) -> [String] {
        let page = PageReader.read(
            HTMLTree(parsing: Array("<body>\(Self.prose)\(html)\(Self.prose)</body>".utf8)))
        let isText = page.passages.map { $0.census.length > 12 }
        let judged = isText.map { $0 ? Float(0.9) : odds }
        var verdict = BodyVerdict(kept: isText, probability: judged, quality: 1)
        let lines = HiddenLines(page: page, odds: judged)
        HiddenPanels(page: page, lines: lines).restore(&verdict)
        return page.passages.indices.dropFirst().dropLast().filter { verdict.kept[$0] }
            .map(page.string)
    }

    @Test(arguments: [
        "<div><ul><li><a href='#a'>Then</a><li><a href='#b'>Now</a></ul><div id=b style='display:none'><p>Flour for a school.</p></div></div>",
        "<span class=collapseomatic>When</span><div class=collapseomatic_content style='display:none'>Flour for a school.</div>",
        "<div style='display:none'><p>Flour for a school.</p></div><p><a href='#'>Read more</a></p>",
    ])
    func `keeps what a click opens amid a text`(html: String) {
        #expect(kept(html).contains("Flour for a school."))
        #expect(!kept(html, odds: 0.1).contains("Flour for a school."))
    }

    @Test(arguments: [
        "<div style='display:none'><p>Flour for a school.</p></div>",
        "<div class='newsletter collapse' hidden><p>Flour for a school.</p></div>",
    ])
    func `leaves out what nothing opens, and furniture`(html: String) {
        #expect(!kept(html).contains("Flour for a school."))
    }

    @Test func `keeps what the page states to be the article's paid part`() {
        let script =
            #"<script type="application/ld+json">{"@graph":[{"hasPart":[{"cssSelector":".paid, #x"}]}]}</script>"#
        func left(_ names: String) -> Int {
            let text = String(repeating: Self.prose, count: 4)
            let html =
                "<body>\(script)\(text)<div \(names) style='display:none'>\(Self.prose)</div></body>"
            let page = PageReader.read(HTMLTree(parsing: Array(html.utf8)))
            var verdict = BodyVerdict(kept: page.passages.map { _ in true }, quality: 1)
            HiddenLines(page: page, odds: page.passages.map { _ in 0.6 }).drop(from: &verdict)
            return verdict.kept.count { $0 }
        }
        #expect(left("class='box paid'") == 5)
        #expect(left("id=x") == 5)
        #expect(left("class=free") == 4)
    }
}
