import BriefModel
import Testing

@testable import FeedParsing

@Suite struct TextTests {
    private func entry(_ fields: String) throws -> Entry {
        try #require(
            try parse(
                """
                <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title>
                <item>\(fields)</item></channel></rss>
                """
            ).entries.first)
    }

    @Test(arguments: [
        (
            "&lt;p&gt;The &lt;b&gt;old&lt;/b&gt; ferry &amp;amp; quay&lt;/p&gt;",
            "<p>The <b>old</b> ferry &amp; quay</p>"
        ),
        (
            "&lt;div class=&quot;a&quot;&gt;Ebb&lt;/div&gt;&lt;br /&gt;",
            "<div class=\"a\">Ebb</div><br />"
        ),
    ])
    func `undoes a second escape`(sent: String, html: String) throws {
        let found = try entry("<description><![CDATA[\(sent)]]></description>")
        #expect(found.summary == html)
    }

    @Test(arguments: [
        "&lt;p&gt; begins a paragraph", "Use &lt;p&gt;text&lt;/p&gt; for it",
        "&lt;T&gt; and &lt;/T&gt;", "<p>&lt;b&gt;bold&lt;/b&gt;</p>",
    ])
    func `leaves texts about markup as they are`(sent: String) throws {
        #expect(try entry("<description><![CDATA[\(sent)]]></description>").summary == sent)
    }

    @Test(arguments: [
        ("How the &lt;div&gt; element works", "How the <div> element works"),
        ("&lt;script&gt; considered harmful", "<script> considered harmful"),
        ("&lt;div&gt;Low &lt;b&gt;tide&lt;/b&gt;&lt;/div&gt;", "Low tide"),
        ("High&lt;br&gt;water", "High water"), ("&lt;p&gt;Ebb", "Ebb"),
        ("&lt;section id='a'&gt;Flood", "Flood"),
    ])
    func `keeps the elements that a title is about`(sent: String, title: String) throws {
        #expect(try entry("<title>\(sent)</title>").title == title)
    }

    @Test func `keeps lines and paragraphs where no markup stands`() throws {
        let video = try entry(
            "<title>V</title><media:group><media:description>Chapters:\n0:00 Ebb\n1:20 Flood</media:description></media:group>"
        )
        #expect(video.summary == "<p>Chapters:<br>0:00 Ebb<br>1:20 Flood</p>")
        let plain = try entry("<description>One wrapped\nline.\n\nTwo.</description>")
        #expect(plain.summary == "<p>One wrapped\nline.</p><p>Two.</p>")
        let html = "<p>One</p>\n\n<p>Two</p>"
        #expect(try entry("<description><![CDATA[\(html)]]></description>").summary == html)
    }

    @Test func `joins the lines that a program broke`() throws {
        let line = String(repeating: "tide ", count: 14) + "ebbs"
        let feed = try parse(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>a</id>
            <summary type="text">\(line)\n\(line)\nend.</summary><content>a\nb\n\nc</content></entry></feed>
            """)
        #expect(feed.entries.first?.summary == "\(line)\n\(line)\nend.")
        #expect(feed.entries.first?.content == "<p>a<br>b</p><p>c</p>")
    }
}
