import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

@Suite struct PageMetadataTests {
    private func extract(_ head: String, _ body: String, url: String? = nil) throws -> Article {
        let text = "<p>The lock, the weir and the mill were mended by hand, says the parish.</p>"
        let html = "<html><head>\(head)</head><body>\(body)\(text)</body></html>"
        return try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html, url: url,
                arrival: Date(timeIntervalSince1970: 1_750_000_000)))
    }

    @Test(arguments: [
        ("<title>Mill opens - Weir Times</title>", "<h1>Mill opens</h1>", "Mill opens"),
        ("<title>Mill opens | Weir Times</title>", "", "Mill opens"),
        ("<meta property=og:title content='A &amp; B mend a mill'>", "", "A & B mend a mill"),
        (
            "<title>Weir Times: Mill opens</title>", "<h1>Weir Times</h1><h1>Mill opens</h1>",
            "Mill opens"
        ),
    ])
    func `prefers the visible title and leaves the site out`(
        head: String, body: String, title: String
    ) throws {
        let named = head + "<meta property=og:site_name content='Weir Times'>"
        #expect(try extract(named, body).title == title)
    }

    @Test func `takes dates as the page states them`() throws {
        let head = "<meta property='article:published_time' content='2023-01-02T23:30:00-05:00'>"
        #expect(try extract(head, "").published == "2023-01-02T23:30:00-05:00")
        let time = "<time datetime='2023-01-02'>yesterday</time>"
        #expect(try extract("", time).published == "2023-01-02")
        let address = "https://weir.example/2022/11/09/mill"
        #expect(try extract("", "", url: address).published == "2022-11-09")
        #expect(try extract("", "").published == nil)
    }

    @Test func `takes authors from the head, never addresses`() throws {
        let head = "<meta property='article:author' content='https://x.example/ada'>"
        #expect(try extract(head, "").authors.isEmpty)
        #expect(try extract("<meta name=author content='By Ada Marl'>", "").authors == ["Ada Marl"])
    }

    @Test func `takes the body from JSON-LD where the page shows none`() throws {
        let sentence =
            "The parish mended the mill, and the weir, and nobody was paid for it at all. "
        let stated = String(repeating: sentence, count: 8)
        let html = """
            <html><body><script type="application/ld+json">{"@graph":[{"@type":"Article",
            "articleBody":"\(stated)\\n\\nA second paragraph, short."}]}</script></body></html>
            """
        let article = try ArticleExtractor().extract(
            ExtractionRequest(bytes: Array(html.utf8), type: .html, arrival: .distantFuture))
        #expect(article.text.hasPrefix("The parish mended"))
        #expect(article.text.split(separator: "\n").count == 2)
        #expect(article.warnings.contains { $0.contains("JSON-LD") })
    }

    @Test func `reads JSON that is not quite JSON, and bounds its depth`() {
        let loose = ArticleExtraction.JSONValue(
            Array("{\"a\":[\"x\ny\",],\"b\":{\"c\":\"\\u00e9\\ud83d\\ude00\"}}".utf8)[...])
        #expect(loose?["a"]?.string == "x\ny")
        #expect(loose?["b"]?["c"]?.string == "é😀")
        let deep = String(repeating: "[", count: 100_000)
        _ = ArticleExtraction.JSONValue(Array(deep.utf8)[...])
    }

    @Test func `reads what a meta states as its value`() throws {
        let head = "<meta name='article:published_time' value='2023-01-02T10:00:00Z'>"
        #expect(try extract(head, "").published == "2023-01-02T10:00:00Z")
    }
}
