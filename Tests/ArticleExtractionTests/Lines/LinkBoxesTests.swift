import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct LinkBoxesTests {
    private static let prose = String(
        repeating:
            "<p>The growers of the valley met on Sunday to settle whether the old trees should stand, and no more.</p>",
        count: 5)

    private func left(_ html: String, odds: Float = 0.5) -> [String] {
        let page = PageReader.read(
            HTMLTree(
                parsing: Array("<body><div>\(Self.prose)\(html)\(Self.prose)</div></body>".utf8)))
        var verdict = BodyVerdict(kept: page.passages.map { _ in true }, quality: 1)
        LinkBoxes(page: page, odds: page.passages.map { _ in odds }).drop(from: &verdict)
        return page.passages.indices.dropFirst(5).dropLast(5).filter { verdict.kept[$0] }
            .map(page.string)
    }

    private static let links =
        "<li><a href='/1'>The pears of the north</a></li><li><a href='/2'>A press is found again</a></li>"

    @Test(arguments: [
        "<h3>More on this story</h3><ul>\(links)</ul>", "<p><b>По теме</b></p><ul>\(links)</ul>",
        "<p>The valley and us</p><ul>\(links)</ul>", "<p>Related articles:</p><ul>\(links)</ul>",
        "<div><h2><a href='/1'>The pears of the north</a></h2><p>A last load, and a long rest.</p><a href='/1'>More</a></div>",
        "<div><span>Also of note</span><a href='/1'><h4>The pears of the north</h4></a></div>",
        "<div><div><a href='/1'><img src=/1.jpg><span>The pears of the north</span></a></div><div><a href='/2'>A press is found again</a></div></div>",
    ])
    func `drops links to other articles amid a text`(html: String) {
        #expect(left(html).isEmpty)
        #expect(!left(html, odds: 0.9).isEmpty)
    }

    @Test func `drops one headline in a list between two paragraphs`() {
        let list =
            "<div><ul><li><a href='/1'>A press is found again in the mill</a></li></ul></div>"
        #expect(left(list).isEmpty)
        #expect(left(list.replacing("'/1'", with: "'https://other.example/1'")).count == 1)
        #expect(left("<ul><li><a href='/1'>Pears</a></li></ul>").count == 1)
    }

    @Test(arguments: [
        "<ul><li><h3><a href='/1'>The pears of the north</a></h3></li><li><h3><a href='/2'>A press is found</a></h3></li></ul>"
    ])
    func `drops headlines of other articles in a list, without a label too`(html: String) {
        #expect(left(html, odds: 0.8).isEmpty)
        #expect(!left(html, odds: 0.9).isEmpty)
        #expect(
            !left(html.replacing("</h3>", with: "</h3><p>Told in full.</p>"), odds: 0.5).isEmpty)
    }

    @Test(arguments: [
        "<ul>\(links)</ul>", "<ul>\(links.replacing("</li>", with: " 12</li>"))</ul>",
    ])
    func `drops a list that nothing heads where the judge doubts it`(html: String) {
        #expect(left(html, odds: 0.4).isEmpty == !html.contains(" 12"))
        #expect(!left(html, odds: 0.6).isEmpty)
        #expect(left("<p>These tell the same:</p>\(html)", odds: 0.4).count == 3)
    }

    @Test(arguments: [
        "<p><a href='/1'>The pears of the north</a></p><p><a href='/2'>A press is found again</a></p>",
        "<h3><a href='/1'>The pears of the north</a></h3><h3><a href='/2'>A press is found again</a></h3>",
        "<div><a href='/1'><b>The pears of the north</b></a></div><div><a href='/2'>A press is found again</a></div>",
    ])
    func `drops headlines one below the other`(html: String) {
        #expect(left(html, odds: 0.8).isEmpty)
        #expect(left(html, odds: 0.9).count == 2)
        #expect(left("<p>Both tell it:</p>" + html, odds: 0.8).count == 3)
    }

    @Test(arguments: ["p", "div"])
    func `drops one headline of another article that stands alone`(tag: String) {
        let html = "<\(tag)><a href='/1'>The pears of the north ripen late</a></\(tag)>"
        #expect(left(html, odds: 0.8).isEmpty)
        #expect(left(html, odds: 0.95).count == 1)
        #expect(left(html.replacing("/1'", with: "https://a.example/1'"), odds: 0.8).count == 1)
        #expect(left(html.replacing("/1'", with: "/plan.pdf'"), odds: 0.8).count == 1)
        #expect(left("<p>One page tells it:</p>" + html, odds: 0.8).count == 2)
        #expect(
            left(html.replacing("</a>", with: "</a><br>By Ann Coll, four pounds"), odds: 0.8).count
                > 0)
        #expect(
            left(html + "<h3>What else the growers of the valley settled on Sunday</h3>", odds: 0.8)
                .count == 2)
        #expect(
            left(
                "<section><p>The growers met on Sunday, to settle it once and for all.</p>\(html)</section>",
                odds: 0.8
            ).count == 2)
        #expect(left(html.replacing(" late<", with: " late.<"), odds: 0.8).count == 1)
    }

    @Test func `drops a row of links above the text`() {
        let html =
            "<div><a href='/1'>The pears of the north</a><a href='/2'>A press is found</a></div>"
            + Self.prose
        let page = PageReader.read(HTMLTree(parsing: Array("<body>\(html)</body>".utf8)))
        var verdict = BodyVerdict(kept: page.passages.map { _ in true }, quality: 1)
        LinkBoxes(page: page, odds: page.passages.map { _ in 0.5 }).drop(from: &verdict)
        #expect(verdict.kept.filter { !$0 }.count == 1)
    }

    @Test(arguments: [
        "<p>Read:</p><p>See the hill.</p><ul>\(links)</ul>",
        "<div><a href='/1'><img src=/1.jpg></a><a href='/1'>Pears that stand as tall as the north wind lets them.</a></div>",
        "<p>These tell the same:</p><ul>\(links)</ul>", "<ul>\(links)</ul>",
        "<h3>Sources</h3><ul><li><a href='https://a.example/1'>The pears of the north</a></li></ul>",
        "<h3>Papers</h3><ul><li><a href='/plan.pdf'>The plan of the press</a></li></ul>",
        "<h3>In this article</h3><ul><li><a href='#a'>The pears of the north</a></li></ul>",
        "<h3>Notes</h3><ul><li><a href='/1'>The pears of the north</a>, by far the best of them</li></ul>",
        "<h3><a href='/1'>The pears of the north</a></h3>",
    ])
    func `keeps links that are the text's`(html: String) {
        #expect(!left(html).isEmpty)
    }
}
