import BriefModel
import Foundation
import Testing

@testable import ArticleExtraction

@Suite struct HeaderFactsTests {
    private static let prose = PlainTextReaderTests.body.joined(separator: "\n\n")

    @Test(arguments: [
        "Ada Example\nMarch 3, 2019",
        "Ada Example | March 3, 2019",
        "Written by:\nAda Example\nMarch 3, 2019",
        "Author\nAda Example",
    ])
    func `reads a name below a label or beside the date`(header: String) {
        let body = PlainTextReader.read("The Winter of the Ferry\n\n\(header)\n\n\(Self.prose)")
        #expect(body.authors == ["Ada Example"])
        #expect(body.title == "The Winter of the Ferry")
    }

    @Test func `reads whom the end of a Chinese report names`() {
        let sentence = "水坝今天重新开放，镇长说，镇里的人为此等了十一年，孩子们带来了花。"
        let text = (1...5).map { "第\($0)天。" + sentence + sentence }.joined(separator: "\n\n")
        #expect(PlainTextReader.read("水坝重新开放\n\n\(text)（记者 王小河）").authors == ["王小河"])
        #expect(PlainTextReader.read("水坝重新开放\n\n\(text)").authors.isEmpty)
    }

    @Test(arguments: ["Ferries\nMarch 3, 2019", "Island news from 12 harbours\nMarch 3, 2019"])
    func `takes no menu entry for an author`(header: String) {
        let body = PlainTextReader.read("The Winter of the Ferry\n\n\(header)\n\n\(Self.prose)")
        #expect(body.authors.isEmpty)
    }

    @Test func `a title and a name have an end`() throws {
        let long = String(repeating: "tide ", count: 5_000)
        let page = """
            <html><head><title>\(long)</title><meta name="author" content="Ann \(long)">
            <meta property="og:site_name" content="\(long)"><meta name="description" content="\(long)"></head>
            <body><article><h1>\(long)</h1><p>The harbour closes at night, said the keeper of the gates.</p>
            <p>Ships that come later wait at the outer buoys until the morning, as they did before.</p></article>
            """
        let article = try ArticleExtractor().extract(
            ExtractionRequest(bytes: Array(page.utf8), type: .html, arrival: .distantPast))
        let facts = [article.title, article.site, article.excerpt] + article.authors
        #expect(facts.allSatisfy { ($0?.utf8.count ?? 0) <= FactLimits.summary + 2 })
        #expect((article.title?.utf8.count ?? 0) <= FactLimits.title + 2)
        #expect(article.warnings.contains { $0.contains("too long, and cut") })
    }

    @Test func `takes the visible title where the window's has the site's name`() {
        let body = PlainTextReader.read(
            "The Winter of the Ferry | Island Gazette\n\nHome\nNews\n\nThe Winter of the Ferry\n\n"
                + "By Ada Example\nMarch 3, 2019\n\n\(Self.prose)")
        #expect(body.title == "The Winter of the Ferry")
    }
}
