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

    @Test func `resolves addresses on what the feed says of its own`() throws {
        let feed = try parse(
            #"{"title": "Q", "home_page_url": "https://q.example/", "feed_url": "https://q.example/feed/f.json","#
                + #" "items": [{"id": "1", "url": "/1", "content_html": "<a href=\"/2\">x</a>"}]}"#)
        #expect(feed.entries.first?.link == "https://q.example/1")
        #expect(feed.entries.first?.content?.contains("https://q.example/2") == true)
    }

    @Test func `takes an address that is an item's id for its page, where no other is named`()
        throws
    {
        let feed = try parse(
            #"{"title": "Q", "items": [{"id": "https://q.example/1", "content_text": "x"},"#
                + #" {"id": "https://q.example/2", "url": "https://q.example/two", "content_text": "y"},"#
                + #" {"id": "urn:3", "content_text": "z"}]}"#)
        #expect(
            feed.entries.map(\.link) == ["https://q.example/1", "https://q.example/two", nil])
    }

    @Test func `reads RSS in JSON, however its elements were converted`() throws {
        let feed = try parse(
            #"""
            {"rss": {"version": "2.0", "channel": {"title": "Tar &amp; Feather",
            "link": "https://tar.example/", "language": "en_gb", "ttl": "45",
            "item": [
              {"title": "One &lt;b&gt;", "link": "/1", "guid": {"isPermaLink": "false", "#value": "g1"},
               "description": "<p>First words. <a href='/x'>x</a></p>",
               "pubDate": "Tue, 03 Mar 2026 07:05:00 GMT", "category": ["tar", {"#text": "rope"}],
               "enclosure": {"url": "https://tar.example/1.mp3", "type": "audio/mpeg", "length": 77}},
              {"guid": "https://tar.example/2", "description": "Second words."}, "no item"]}}}
            """#, url: "https://tar.example/rss.json")
        #expect(feed.format == .json && feed.title == "Tar & Feather" && feed.language == "en-gb")
        #expect(feed.hints.ttlMinutes == 45 && feed.entries.count == 2)
        let first = try #require(feed.entries.first)
        #expect(first.title == "One <b>" && first.link == "https://tar.example/1")
        #expect(first.id == "g1" && first.categories == ["tar", "rope"])
        #expect(first.summary?.contains("https://tar.example/x") == true)
        #expect(first.published == Date(rfc3339: "2026-03-03T07:05:00Z"))
        #expect(first.enclosures.first?.length == "77")
        #expect(feed.entries[1].link == "https://tar.example/2")
        let single = try parse(
            #"{"rss": {"channel": {"title": "T", "item": {"title": "Only", "guid": "1"}}}}"#)
        #expect(single.entries.map(\.title) == ["Only"] && single.entries[0].link == nil)
        #expect(throws: FeedParsingError.self) { try parse(#"{"rss": {"channel": "none"}}"#) }
    }

    @Test func `reads hubs, and what it calls itself`() throws {
        let feed = try parse(
            #"""
            {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [],
            "feed_url": "https://tar.example/feed.json", "hubs": [
            {"type": "rssCloud", "url": "https://cloud.example/"},
            {"type": "WebSub", "url": "https://hub.example/"}]}
            """#)
        #expect(feed.hubs == ["https://hub.example/"])
        #expect(feed.ownAddress == "https://tar.example/feed.json")
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
