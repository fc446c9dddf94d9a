import BriefModel
import Foundation
import Testing

@testable import BriefDaemon

@Suite struct DroppedFeedTests {
    private let sink = FakeSink()

    @discardableResult private func drop(
        _ entries: [Entry], title: String? = "Changes", name: String = "feed.xml"
    ) async throws -> [FilingOutcome] {
        let document = DroppedDocument(
            bytes: [], name: name, content: .feed, tags: ["a"], source: "spool:" + name,
            arrival: Date(timeIntervalSince1970: 1_790_000_000))
        return try await DroppedFeed(
            feed: ParsedFeed(format: .rss, title: title, entries: entries), document: document,
            sink: sink, notTaken: { [sink] subject, _ in sink.refuse(subject) }
        ).file().outcomes
    }

    @Test func `files the entries beside one that kills its reader, and names that one`()
        async throws
    {
        let document = DroppedDocument(
            bytes: [], name: "feed.xml", content: .feed, tags: [], source: "spool:feed.xml",
            arrival: Date(timeIntervalSince1970: 1_790_000_000))
        var entries = entries(3)
        entries[1].content = FakeSink.deadly
        let result = try await DroppedFeed(
            feed: ParsedFeed(format: .rss, title: "Changes", entries: entries), document: document,
            sink: sink, notTaken: { _, _ in }
        ).file()
        #expect(result.outcomes.count == 2 && result.killers == ["v2"])
        #expect(sink.keys == ["guid:v1", "guid:v3"] && sink.deaths == 2)
    }

    @Test func `files the last entry of a feed that is cut off as partial`() async throws {
        let document = DroppedDocument(
            bytes: [], name: "feed.xml", content: .feed, tags: [], source: "spool:feed.xml",
            arrival: Date(timeIntervalSince1970: 1_790_000_000))
        let feed = ParsedFeed(
            format: .rss, title: "Changes", entries: entries(3), isTruncated: true)
        _ = try await DroppedFeed(
            feed: feed, document: document, sink: sink, notTaken: { _, _ in }
        ).file()
        let last = try #require(sink.filings.last)
        #expect(last.isPartial && last.article.warnings.count == 1)
        #expect(sink.filings.dropLast().allSatisfy { $0.article.warnings.isEmpty })
    }

    private func entries(_ count: Int) -> [Entry] {
        (1...count).map {
            Entry(
                id: "v\($0)", title: "V \($0)", link: "http://x/changes#v\($0)",
                content: "Note number \($0)")
        }
    }

    @Test func `gives entries keys of the feed's own, and no shared page`() async throws {
        try await drop(entries(3))
        #expect(sink.keys == ["guid:v1", "guid:v2", "guid:v3"])
        let origins = sink.filings.compactMap(\.origin.entry)
        #expect(Set(origins.map(\.feed)).count == 1)
        #expect(origins.allSatisfy { !$0.ownsLink && $0.isDropped })
        #expect(sink.filings.map(\.origin.source).first == "spool:feed.xml#v1")
        #expect(sink.filings.allSatisfy { $0.origin.tags == ["a"] && !$0.isPartial })
    }

    @Test func `scopes keys to what the feed says it is, else to its file's name`() async throws {
        for (title, name) in [("One", "a.xml"), ("One", "b.xml"), ("Two", "a.xml"), (nil, "a.xml")]
            as [(String?, String)]
        {
            try await drop(entries(1), title: title, name: name)
        }
        let scopes = sink.filings.compactMap(\.origin.entry?.feed)
        #expect(scopes[0] == scopes[1])
        #expect(Set(scopes).count == 3)
    }

    @Test func `files entries without words by title or link, and says what it does not file`()
        async throws
    {
        let outcomes = try await drop([
            Entry(title: "A picture", link: "http://x/1"), Entry(title: "Only a title"),
            Entry(link: "http://x/3"), Entry(id: "nothing", title: " "), Entry(content: "  "),
        ])
        #expect(outcomes.count == 3)
        #expect(sink.filings.count == 3)
        #expect(Set(sink.filings.map(\.article.title)) == ["A picture", "Only a title", nil])
        #expect(sink.refused == ["spool:feed.xml#nothing", "spool:feed.xml#5"])
    }
}
