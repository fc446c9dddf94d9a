import BriefModel
import Foundation
import Testing

@testable import FeedParsing

@Suite struct JSONFeedParserTests {
    @Test func `reads a feed with its items`() throws {
        let feed = try FeedFixture.signal.parsed(url: "https://signal.example/feed.json")
        #expect(feed.format == .json)
        #expect(feed.version == "1.1")
        #expect(feed.olderPage == "https://signal.example/feed.json?page=2")
        let first = try #require(feed.entries.first)
        #expect(first.id == "7")
        #expect(first.title == "Seven levers")
        #expect(first.link == "https://signal.example/7")
        #expect(first.content == "<p><img src=\"https://signal.example/x.png\"></p>")
        #expect(first.authors == ["Bo Lever"])
        #expect(first.published == Date(rfc3339: "2025-01-02T02:04:05Z"))
        #expect(first.enclosures.first?.length == "99")
        let second = try #require(feed.entries.last)
        #expect(second.link == "https://else.example/")
        #expect(second.content == "a &lt; b \u{1F682}")
        #expect(second.authors == ["Guest"])
    }

    @Test(arguments: [
        ("It&#8217;s &quot;Quay&quot; &amp; co", "It’s \"Quay\" & co"),
        ("How the <div> &lt;b&gt; works", "How the <div> <b> works"),
        ("R&D at AT&T", "R&D at AT&T"),
        ("&nbsp;", nil), ("", nil),
    ])
    func `resolves references in titles`(text: String, title: String?) throws {
        let escaped = text.replacing("\"", with: "\\\"")
        let feed = try parse(
            "{\"title\": \"\(escaped)\", \"items\": [{\"id\": \"1\", \"title\": \"\(escaped)\"}]}")
        #expect(feed.title == title && feed.entries.first?.title == title)
    }

    @Test func `keeps the lines of plain text`() throws {
        let feed = try parse(
            #"{"title": "T", "items": [{"id": "1", "content_text": "One <1>.\n\nTwo.\r\n- a\n- b\n", "summary": "s"}]}"#
        )
        #expect(
            feed.entries.first?.content == "<p>One &lt;1&gt;.</p><p>Two.<br>- a<br>- b</p>")
        #expect(feed.entries.first?.summary == "s")
    }

    @Test func `keeps the page elsewhere, the picture and what attachments are called`() throws {
        let feed = try parse(
            """
            {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1",
            "url": "https://signal.example/1", "external_url": "https://other.example/a",
            "image": "https://signal.example/1.jpg", "content_html": "<p>Look.</p>",
            "attachments": [{"url": "https://signal.example/1.mp3", "mime_type": "audio/mpeg",
            "title": "The lever"}]}]}
            """)
        let entry = try #require(feed.entries.first)
        #expect(entry.link == "https://signal.example/1")
        #expect(entry.externalURL == "https://other.example/a")
        #expect(
            entry.enclosures == [
                Enclosure(
                    url: "https://signal.example/1.mp3", type: "audio/mpeg", title: "The lever"),
                Enclosure(url: "https://signal.example/1.jpg", type: "image/*"),
            ])
    }

    @Test func `refuses JSON that is no feed, is cut off, or too deep`() {
        #expect(throws: FeedParsingError.notAFeed(root: "JSON without a feed's members")) {
            try parse("{\"a\": 1}")
        }
        #expect(throws: FeedParsingError.invalidJSON(offset: 12, reason: "an array has no end")) {
            try parse("{\"items\": [ ")
        }
        #expect(throws: FeedParsingError.self) {
            try parse("{\"items\":" + String(repeating: "[", count: 100_000))
        }
    }
}
