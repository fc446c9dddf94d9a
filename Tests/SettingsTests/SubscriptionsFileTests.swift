import BriefModel
import Foundation
import LibXML
import Testing

@testable import Settings

@Suite struct SubscriptionsFileTests {
    @Test func `reads back what it wrote`() throws {
        let feeds = [
            FeedSubscription(
                url: "https://example.org/a?x=1&y=2", name: "A \"quoted\" <name>",
                interval: .seconds(5400), tags: ["news", "harbour"], headers: ["X-Key": "v&w"],
                credential: "secret", fullText: .never),
            FeedSubscription(url: "https://example.org/b"),
        ]
        let read = try SubscriptionsFile.read(SubscriptionsFile.write(feeds))
        #expect(read.feeds == feeds)
        #expect(read.problems.isEmpty)
    }

    @Test func `keeps tags with commas, and what is trusted over TLS`() throws {
        let feeds = [
            FeedSubscription(
                url: "https://example.org/a", tags: ["ports, harbours", "/sea", "line\nbreak"],
                caFile: "/etc/quay/ca.pem"),
            FeedSubscription(url: "https://example.org/b", tags: ["ports"], tlsVerify: false),
        ]
        let opml = SubscriptionsFile.write(feeds)
        #expect(try SubscriptionsFile.read(opml).feeds == feeds)
        // Other readers part categories at commas.
        let text = String(decoding: opml, as: UTF8.self)
        #expect(text.contains("category=\"ports\"") && !text.contains("category=\"ports,"))
    }

    @Test func `takes folders for tags and names what it cannot use`() throws {
        let opml = """
            <opml version="1.0"><body><outline text="Ports"><outline text="North">
            <outline text="Quay" xmlUrl="http://example.org/quay"/></outline>
            <outline text="Bad" xmlUrl="exec:rm"/></outline>
            <outline xmlUrl="http://example.org/top" title="Top"/></body></opml>
            """
        let read = try SubscriptionsFile.read(Array(opml.utf8))
        #expect(read.feeds.map(\.url) == ["http://example.org/quay", "http://example.org/top"])
        #expect(read.feeds.first?.tags == ["Ports", "North"])
        #expect(read.feeds.last?.tags == [])
        #expect(read.problems.count == 1)
    }

    @Test func `keeps what is paused, and tags in folders`() throws {
        let feeds = [
            FeedSubscription(url: "https://example.org/a", tags: ["news"]),
            FeedSubscription(url: "https://example.org/b", tags: ["news", "sea"]),
            FeedSubscription(url: "https://example.org/c"),
        ]
        let opml = SubscriptionsFile.write(feeds, paused: ["https://example.org/b"])
        let read = try SubscriptionsFile.read(opml)
        #expect(read.feeds == feeds)
        #expect(read.paused == ["https://example.org/b"])
        let text = String(decoding: opml, as: UTF8.self)
        #expect(text.components(separatedBy: "<outline text=\"news\">").count == 2)
    }

    @Test func `takes a feed once and says that it stood there twice`() throws {
        let opml = """
            <opml version="2.0"><body><outline xmlUrl="http://example.org/a"/>
            <outline xmlUrl="HTTP://EXAMPLE.org:80/a"/></body></opml>
            """
        let read = try SubscriptionsFile.read(Array(opml.utf8))
        #expect(read.feeds.map(\.url) == ["http://example.org/a"])
        #expect(read.problems.first?.contains("twice") == true)
    }

    @Test func `refuses a file that is cut off, and entities of its own`() {
        let cut = "<opml><body><outline xmlUrl=\"http://example.org/a\"/><outline xmlU"
        #expect(throws: XMLReadError.self) { try SubscriptionsFile.read(Array(cut.utf8)) }
        let bomb = """
            <!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
            <opml><body><outline text="&b;" xmlUrl="http://example.org/a"/></body></opml>
            """
        #expect(throws: XMLReadError.self) { try SubscriptionsFile.read(Array(bomb.utf8)) }
    }

    @Test func `reads ten thousand outlines in good time`() throws {
        let feeds = (0..<10_000).map {
            FeedSubscription(url: "https://example.org/\($0)", tags: ["t\($0 / 100)"])
        }
        #expect(try SubscriptionsFile.read(SubscriptionsFile.write(feeds)).feeds == feeds)
    }
}
