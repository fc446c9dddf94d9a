import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

/// JSON-LD and addresses that a page carries along and that are another page's.
@Suite struct ForeignLinkedDataTests {
    private let text =
        "<p>The lock, the weir and the mill were mended by hand, says the parish of Ashwell.</p>"
    private let url = "https://a.example/river/mill"

    private func article(_ head: String, _ body: String = "", url: String? = nil) throws -> Article
    {
        let html = """
            <html><head><title>Mill opens by the old weir</title>\(head)</head><body>
            <h1>Mill opens by the old weir</h1>\(body)\(text)\(text)</body></html>
            """
        return try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html, url: url ?? self.url,
                arrival: Date(timeIntervalSince1970: 1_750_000_000)))
    }

    private func script(_ json: String) -> String {
        #"<script type="application/ld+json">"# + json + "</script>"
    }

    private let other = """
        {"@type":"NewsArticle","headline":"Ferry sinks at the quay","url":"https://a.example/ferry",\
        "datePublished":"2021-02-11","author":{"@type":"Person","name":"Ben Holt"}}
        """
    private let own = """
        {"@type":"NewsArticle","headline":"Mill opens by the old weir","datePublished":"2021-10-05",\
        "author":{"@type":"Person","name":"Ada Marl"}}
        """

    @Test func `states nothing of a page what is another's by headline and address`() throws {
        let alone = try article(script(other))
        #expect(alone.published == nil)
        #expect(alone.authors.isEmpty)
        let beside = try article(script(other), "<p>By Ada Marl</p><p>5 October 2021</p>")
        #expect(beside.published == "2021-10-05")
        #expect(beside.authors == ["Ada Marl"])
    }

    @Test func `takes of two articles the one of this headline, whichever stands first`() throws {
        for scripts in [script(other) + script(own), script(own) + script(other)] {
            let found = try article(scripts)
            #expect(found.published == "2021-10-05")
            #expect(found.authors == ["Ada Marl"])
        }
        let bare =
            #"{"@type":"Article","headline":"Ferry sinks at the quay","datePublished":"2021-02-11"}"#
        #expect(try article(script(bare) + script(own)).published == "2021-10-05")
    }

    @Test func `keeps an article under another headline or another address`() throws {
        let renamed = own.replacing("Mill opens by the old weir", with: "Ashwell celebrates")
        #expect(try article(script(renamed)).published == "2021-10-05")
        let moved = own.replacing(
            #""datePublished""#, with: #""url":"https://b.example/x","datePublished""#)
        #expect(try article(script(moved)).published == "2021-10-05")
        let both = renamed.replacing(
            #""datePublished""#, with: #""url":"https://b.example/mill","datePublished""#)
        #expect(try article(script(both)).published == "2021-10-05")
    }

    @Test(arguments: ["WebSite", "ImageObject", "Organization"])
    func `takes no day of the site or of a picture`(type: String) throws {
        let json = #"{"@type":"\#(type)","name":"Weir Times","datePublished":"2014-01-01"}"#
        #expect(try article(script(json)).published == nil)
    }

    @Test(arguments: [
        "https://a.example/", "http://localhost:8000/river/mill", "undefined",
        "https://x.internal/mill",
    ])
    func `keeps its address where the page states one that cannot be`(stated: String) throws {
        #expect(try article("<link rel=canonical href='\(stated)'>").url == url)
    }

    @Test func `takes the address, and not the day, that an archive keeps`() throws {
        let archived = "https://web.archive.org/web/20211005091500/https://a.example/river/mill"
        let found = try article("", url: archived)
        #expect(found.url == url)
        #expect(found.published == nil)
    }

    @Test func `reads the days that RDFa states`() throws {
        let line = """
            <span property="dc:date dc:created" content="2021-10-05T14:35:00+01:00">Submitted by ada</span>
            """
        #expect(try article("", line).published?.prefix(10) == "2021-10-05")
        let schema = "<span property='schema:datePublished' content='2021-10-05'>last week</span>"
        #expect(try article("", schema).published == "2021-10-05")
    }

    @Test func `takes the site's name of the site, not a headline or an account`() throws {
        let site = script(#"{"@type":"WebSite","name":"Weir Times"}"#)
        for wrong in ["Mill opens by the old weir", "@weirtimes"] {
            let meta = "<meta property=og:site_name content='\(wrong)'>"
            #expect(try article(meta + site).site == "Weir Times")
        }
    }
}
