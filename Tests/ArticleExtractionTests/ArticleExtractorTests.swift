import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

@Suite struct ArticleExtractorTests {
    private let arrival = Date(timeIntervalSince1970: 1_750_000_000)

    private func extract(
        _ html: String, scope: ExtractionRequest.Scope = .page, known: KnownFacts = KnownFacts()
    ) throws -> Article {
        try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html, url: "https://paper.example/2024/03/05/ferry",
                scope: scope, known: known, arrival: arrival))
    }

    private let page = """
        <html lang="en-gb"><head><title>Ferry runs again | The Harbour Paper</title>
        <meta property="og:site_name" content="The Harbour Paper"><link rel=canonical href="/ferry">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry runs again",
        "datePublished":"2024-03-05T08:15:00+01:00","author":[{"name":"Ada Marl"},{"name":"Bo Tern"}]}
        </script></head><body>
        <div class="cookie-banner"><p>We use cookies, and partners do, to improve this site.</p></div>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
        <article><h1>Ferry runs again</h1><p class="byline">By Ada Marl and Bo Tern</p>
        <p>After nine weeks in the yard, the ferry crossed the sound on Monday, half an hour late.</p>
        <div class="share-bar"><a href="#">Share</a> <a href="#">Tweet</a></div>
        <h2>Why it took so long</h2>
        <p>The engine, built in 1961, needed <a href="/parts">parts</a> that nobody makes, a man said.</p>
        <ul><li>Two pumps came from a museum, free of charge.</li><li>One shaft was made anew.</li></ul>
        <p>Cookies were handed out on board, and people were asked to share them, which they did.</p>
        </article>
        <div class="related"><h3>Read more</h3><ul><li><a href="/a">Bridge shut for paint</a></li></ul></div>
        <div id="comments"><p>Great news, I must say, and well written too, thank you very much.</p></div>
        <footer><p>Copyright The Harbour Paper, all rights reserved, since 1899.</p></footer></body></html>
        """

    @Test func `keeps the article and leaves its furniture out`() throws {
        let article = try extract(page)
        let lines = article.text.split(separator: "\n")
        #expect(lines.first?.hasPrefix("After nine weeks") == true)
        #expect(lines.contains("Why it took so long"))
        #expect(lines.contains("One shaft was made anew."))
        #expect(lines.last?.hasPrefix("Cookies were handed out") == true)
        for word in ["We use", "Home", "Tweet", "Bridge shut", "Great news", "Copyright"] {
            #expect(!article.text.contains(word))
        }
    }

    @Test func `reads the facts that the page states`() throws {
        let article = try extract(page)
        #expect(article.title == "Ferry runs again")
        #expect(article.authors == ["Ada Marl", "Bo Tern"])
        #expect(article.published == "2024-03-05T08:15:00+01:00")
        #expect(article.site == "The Harbour Paper")
        #expect(article.language == "en-GB")
        #expect(article.url == "https://paper.example/ferry")
        #expect(article.extractor == "briefd/1" && article.type == .html)
    }

    @Test func `writes the same words as text and as Markdown`() throws {
        let article = try extract(page)
        #expect(article.markdown.contains("## Why it took so long"))
        #expect(article.markdown.contains("[parts](https://paper.example/parts)"))
        #expect(article.markdown.contains("- One shaft was made anew."))
    }

    @Test func `does not believe a date after the arrival`() throws {
        let article = try extract(page.replacing("2024-03-05T08", with: "2031-03-05T08"))
        #expect(article.published == nil)
        #expect(article.warnings.contains { $0.contains("not believed") })
    }

    @Test func `keeps nearly all of an entry's content`() throws {
        let html = """
            <p>Short.</p><script>x()</script><img src="https://t.example/p.gif" width=1 height=1>
            <p>Also short.</p><p>The post <a href="/x">Short</a> appeared first on <a href="/">Us</a>.</p>
            """
        let known = KnownFacts(title: "Known", authors: ["Ada Marl"], published: "2024-01-02")
        let article = try extract(html, scope: .content, known: known)
        #expect(article.text == "Short.\nAlso short.")
        #expect(article.title == "Known" && article.authors == ["Ada Marl"])
        #expect(article.published == "2024-01-02")
    }

    @Test func `says why a page gives no text`() throws {
        let article = try extract("<html><body><script>draw()</script></body></html>")
        #expect(article.text.isEmpty && article.wordCount == 0 && article.quality == 0)
        #expect(article.warnings.contains { $0.contains("no text found") })
    }

    @Test(arguments: ["<p>a", "<b/>", "a<br>", "</p>"])
    func `tells a page of more tags than a worker has memory for`(piece: String) {
        let page = Array(String(repeating: piece, count: 1_000).utf8)
        #expect(ArticleExtractor.holdsMoreTags(than: 999, page))
        #expect(!ArticleExtractor.holdsMoreTags(than: 1_000, page))
        #expect(!ArticleExtractor.holdsMoreTags(than: ArticleExtractor.maxTags, page))
    }

    @Test func `refuses nothing and binary bytes with a reason`() {
        let none = ExtractionRequest(bytes: [], arrival: arrival)
        #expect(throws: ExtractionError.empty) { try ArticleExtractor().extract(none) }
        let pdf = ExtractionRequest(
            bytes: Array("%PDF-1.7\n".utf8), name: "a.html", arrival: arrival)
        let many = ExtractionRequest(
            bytes: Array(String(repeating: "a\n", count: ArticleExtractor.maxLines + 1).utf8),
            type: .text, arrival: arrival)
        #expect(throws: ExtractionError.tooManyLines(limit: ArticleExtractor.maxLines)) {
            try ArticleExtractor().extract(many)
        }
        #expect(throws: ExtractionError.notText(kind: "a PDF document")) {
            try ArticleExtractor().extract(pdf)
        }
    }

    @Test func `tells pages from text by their bytes`() {
        #expect(DocumentSniffer.type(of: Array("<!DOCTYPE html><p>a".utf8), name: nil) == .html)
        #expect(DocumentSniffer.type(of: Array("One < two.".utf8), name: nil) == .text)
        for name in ["a.md", "a.md.gz", "a.md.xz", "A.MD.BZ2", "a.markdown.zst"] {
            #expect(DocumentSniffer.type(of: Array("# A".utf8), name: name) == .markdown)
        }
        #expect(DocumentSniffer.type(of: Array("A line.".utf8), name: "a.shtml.xz") == .html)
        #expect(DocumentSniffer.type(of: Array("A line.".utf8), name: ".md") == .text)
    }
}
