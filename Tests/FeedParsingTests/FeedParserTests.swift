import BriefModel
import Foundation
import Testing

@testable import FeedParsing

@Suite struct FeedParserTests {
    @Test func `says that a web page came, and what to do`() {
        #expect(throws: FeedParsingError.html) {
            try parse("<!DOCTYPE html><html><head><title>x</title></head><body>y</body></html>")
        }
        #expect(FeedParsingError.html.description.contains("autodiscovery"))
    }

    @Test func `refuses other documents with a reason`() {
        #expect(throws: FeedParsingError.empty) { try parse(" \n") }
        #expect(throws: FeedParsingError.notAFeed(root: "a <opml> document")) {
            try parse("<?xml version='1.0'?><opml><body/></opml>")
        }
        #expect(throws: FeedParsingError.self) { try parse("just words") }
    }

    @Test func `believes the bytes before the transport, and the transport before the document`()
        throws
    {
        let text = "<rss><channel><title>Crème</title></channel></rss>"
        let feed = try parse(text, contentType: "text/xml; charset=iso-8859-1")
        #expect(feed.title == "Crème")
        let declared = "<?xml version=\"1.0\" encoding=\"utf-16\"?>" + text
        #expect(try parse(declared).title == "Crème")
        let wide = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let request = FeedRequest(bytes: [0xFF, 0xFE] + wide)
        #expect(try FeedParser().parse(request).title == "Crème")
    }

    @Test func `undoes UTF-8 that was encoded twice, and nothing else`() throws {
        let doubled = try parse("<rss><channel><title>CafÃ© â€™n ThÃ©</title></channel></rss>")
        #expect(doubled.title == "Café ’n Thé")
        let once = try parse("<rss><channel><title>Ã© is not é</title></channel></rss>")
        #expect(once.title == "Ã© is not é")
    }

    @Test func `falls back to the transport's language`() throws {
        let request = FeedRequest(bytes: Array("<rss/>".utf8), contentLanguage: "da")
        #expect(try FeedParser().parse(request).language == "da")
    }

    @Test func `reads CDF`() throws {
        let feed = try parse(
            """
            <CHANNEL HREF="https://cdf.example/"><TITLE>Old</TITLE>
            <ITEM HREF="https://cdf.example/1" LASTMOD="1997-11-05T08:15-0500"><TITLE>One</TITLE>
            <ABSTRACT>Words</ABSTRACT></ITEM></CHANNEL>
            """)
        #expect(feed.link == "https://cdf.example/")
        #expect(feed.entries.first?.summary == "Words")
        #expect(feed.entries.first?.updated == Date(rfc3339: "1997-11-05T13:15:00Z"))
    }

    @Test func `takes fifty thousand entries, and says where there are more`() throws {
        for count in [50_000, 50_001] {
            let items = (0..<count).map { "<item><guid>\($0)</guid></item>" }.joined()
            let feed = try parse(
                "<rss version='2.0'><channel><title>T</title>\(items)</channel></rss>")
            #expect(feed.entries.count == 50_000 && feed.entries.last?.id == "49999")
            #expect(feed.warnings.count == count - 50_000, "\(feed.warnings)")
        }
    }

    /// A few hundred damaged feeds, the same in every run: none may crash, hang or grow.
    @Test func `survives mutations of every fixture`() throws {
        let pieces = [
            "<", ">", "&", "]]>", "<![CDATA[", "<!--", "</item>", "<item>", "\"", "&#x", "\u{0}",
            "xmlns=\"\"", "xml:base=\"http:\"", "{", "[", "\\u", "?>", "type=\"xhtml\"",
        ].map { Array($0.utf8) }
        for fixture in FeedFixture.allCases {
            let original = try fixture.bytes
            var random = SeededGenerator(seed: 42)
            for round in 0..<120 {
                var bytes = original
                for _ in 0...(round % 6) where !bytes.isEmpty {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                    case 1: bytes.insert(contentsOf: pieces[place % pieces.count], at: place)
                    case 2: bytes.removeSubrange(place..<min(bytes.count, place + 30))
                    default: bytes.insert(contentsOf: bytes[place...].prefix(80), at: place / 2)
                    }
                }
                let feed = try? FeedParser().parse(FeedRequest(bytes: bytes))
                #expect((feed?.entries.count ?? 0) < 100)
                _ = FeedSniffer.isFeed(bytes)
            }
        }
    }
}

/// A small generator with a seed (Knuth's MMIX constants).
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
