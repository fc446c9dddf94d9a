import BriefModel
import Foundation
import Testing

@testable import FeedParsing

@Suite struct TolerantXMLReaderTests {
    @Test func `recovers a feed with warnings before it, bare ampersands and open tags`() throws {
        let feed = try FeedFixture.broken.parsed()
        #expect(feed.title == "Salt & Rope\u{A0}News")
        #expect(feed.link == "https://salt.example/?a=1&b=2")
        #expect(feed.entries.map(\.title) == ["First", "Second"])
        #expect(feed.entries.first?.link == "https://salt.example/1")
        #expect(feed.entries.first?.summary?.contains("5 < 6 été") == true)
        #expect(feed.entries.last?.id == "s-2")
        #expect(!feed.warnings.isEmpty)
        #expect(!feed.isTruncated)
    }

    @Test func `says when the document ended too early, and keeps what came`() throws {
        let feed = try parse("<rss><channel><item><title>a</title></item><item><title>b</ti")
        #expect(feed.isTruncated)
        #expect(feed.entries.map(\.title) == ["a", "b"])
    }

    @Test func `drops control characters`() throws {
        let feed = try parse("<rss><channel><title>a\u{1}b\u{8}c</title></channel></rss>")
        #expect(feed.title == "abc")
    }

    @Test func `resolves entities whose value is text`() throws {
        let feed = try parse(
            "<!DOCTYPE rss [<!ENTITY co \"Rope &#38; Co\">]><rss><channel><title>&co;</title>"
                + "</channel></rss>")
        #expect(feed.title == "Rope & Co")
    }

    @Test func `never loads an external entity`() throws {
        let feed = try parse(
            "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss><channel>"
                + "<title>a&x;b</title></channel></rss>")
        #expect(feed.title == "ab")
    }

    @Test func `refuses entities of entities and entities without end`() {
        let nested = "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
        #expect(throws: FeedParsingError.entities) {
            try parse(nested + "<rss><channel><title>&b;</title></channel></rss>")
        }
        let long = "<!DOCTYPE r [<!ENTITY a \"\(String(repeating: "x", count: 1_000))\">]>"
        #expect(throws: FeedParsingError.entities) {
            try parse(
                long + "<rss><channel><title>\(String(repeating: "&a;", count: 10_000))</title>")
        }
    }

    @Test(arguments: ["<a>", "<a b=\"", "<item>", "<![CDATA[", "<!-- >", "<", "&a", "</b>", "<b "])
    func `ends in bounded time on endless repetitions of`(piece: String) {
        let text = "<rss><channel><title>t</title>" + String(repeating: piece, count: 50_000)
        let clock = ContinuousClock()
        let elapsed = clock.measure { _ = try? parse(text) }
        #expect(elapsed < .seconds(60))
    }
}
