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
                credential: "secret", fullText: .never, kind: .sitemap,
                entries: EntryRules(
                    key: .title, updates: .ignore, skipTitles: ["^Ad[s<]?\\b", "a, \"b\"|c"])),
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

    @Test func `takes a feed once, with the tags of all its places`() throws {
        let opml = """
            <opml version="2.0"><body><outline text="Sea"><outline xmlUrl="http://example.org/a"/>
            </outline><outline text="Land"><outline xmlUrl="HTTP://EXAMPLE.org:80/b/../a?"/></outline>
            </body></opml>
            """
        let read = try SubscriptionsFile.read(Array(opml.utf8))
        #expect(read.feeds.map(\.url) == ["http://example.org/a"])
        #expect(read.feeds.first?.tags == ["Sea", "Land"])
        #expect(read.repeated.count == 1 && read.problems.isEmpty)
    }

    @Test func `expands no entity of a file's own`() throws {
        let bomb = """
            <!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
            <opml><body><outline text="&b;" xmlUrl="http://example.org/a"/></body></opml>
            """
        #expect(try SubscriptionsFile.read(Array(bomb.utf8)).feeds.first?.name == "&b;")
        let bare = "<!DOCTYPE o [<!ENTITY a \"b\">]><opml>&a;</opml>"
        #expect(throws: XMLReadError.self) { try SubscriptionsFile.read(Array(bare.utf8)) }
    }

    /// Whatever the daemon is given and takes, it reads again (XML 1.0 §2.2; RFC 9110 §5.6.2).
    @Test func `what passes the door is well-formed and read back`() throws {
        let odd = [
            "plain", "a\u{7}b", "\u{FFFE}", "x\u{FFFF}", "\u{9B}31m", "<&\"'>", "]]>", "a\tb",
            "\u{2028}",
            "\u{1F600}", "line\nbreak", "é\u{301}", "", " ", "--", "\u{10FFFF}", "\u{85}", ":",
            String(repeating: "e\u{301}\u{323}", count: 40), String(repeating: "n", count: 1001),
        ]
        for text in odd {
            for place in 0..<5 {
                var feed = FeedSubscription(url: "https://a.example/feed")
                switch place {
                case 0: feed.name = text
                case 1: feed.tags = ["first", text]
                case 2: feed.headers = ["X-Key": text]
                case 3: feed.headers = ["X" + text: "value"]
                default: feed.credential = text
                }
                guard let settled = try? SubscriptionsFile.settled(feed) else { continue }
                let opml = SubscriptionsFile.write([settled])
                #expect(try SubscriptionsFile.readStrictly(opml).feeds == [settled], "\(text)")
            }
        }
    }

    @Test(arguments: ["!#$%&'*+-.^_`|~9", "a:b", "X Y", "é", ""])
    func `writes no header's name as the name of an attribute`(name: String) throws {
        let feed = FeedSubscription(url: "https://a.example/feed", headers: [name: "v"])
        let opml = SubscriptionsFile.write([feed])
        #expect(throws: Never.self) { try SubscriptionsFile.readStrictly(opml) }
        #expect(!String(decoding: opml, as: UTF8.self).contains("header-"))
    }

    @Test func `reads the headers of earlier versions`() throws {
        let opml = """
            <opml xmlns:b="https://briefd.invalid/opml"><body>
            <outline xmlUrl="https://a.example/" b:header-X-Token="quay"/></body></opml>
            """
        let feed = try SubscriptionsFile.read(Array(opml.utf8)).feeds.first
        #expect(feed?.headers == ["X-Token": "quay"])
    }

    @Test func `reads a hundred thousand outlines`() throws {
        let lines = (0..<100_000).map { "<outline xmlUrl=\"https://example.org/\($0)\"/>" }
        let opml = "<opml version=\"2.0\"><body>\(lines.joined(separator: "\n"))</body></opml>"
        let file = try SubscriptionsFile.read(Array(opml.utf8))
        #expect(file.feeds.count == 100_000)
        #expect(file.feeds.last?.url == "https://example.org/99999")
    }

    @Test func `reads ten thousand outlines in good time`() throws {
        let feeds = (0..<10_000).map {
            FeedSubscription(url: "https://example.org/\($0)", tags: ["t\($0 / 100)"])
        }
        #expect(try SubscriptionsFile.read(SubscriptionsFile.write(feeds)).feeds == feeds)
    }
}
