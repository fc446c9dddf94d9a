import BriefModel
import Curl
import Foundation
import Storage
import Testing

@testable import BriefDaemon

/// Entries that kill whoever reads them.
@Suite struct QuarantineTests {
    private typealias Fixture = PollingFixture

    private static let id = FeedState.id(of: PollingFixture.feed)

    private func fixture(_ entries: [Entry], page: String = "") throws -> Fixture {
        let json = Fixture.json(entries)
        return try Fixture { request in
            .text(request.url == PollingFixture.feed ? json : page, for: request)
        }
    }

    private func entries() -> [Entry] {
        var entries = (1...4).map { Fixture.whole($0) }
        entries[1].content = FakeSink.deadly
        return entries
    }

    private func quarantined(_ fixture: Fixture) throws -> [QuarantinedEntry] {
        try FeedStateStore(path: fixture.statePath).quarantined(of: Self.id)
    }

    @Test func `sets one aside, says so, and files the others`() async throws {
        let fixture = try fixture(entries())
        await (try fixture.polling()).pollDueOnce()
        #expect(fixture.sink.keys == ["guid:id1", "guid:id3", "guid:id4"])
        let aside = try quarantined(fixture)
        #expect(aside.map(\.page.entry.id) == ["id2"])
        #expect(aside.map(\.version) == [Version.number])
        #expect(aside.first?.why.contains("signal 11") == true)
        let told = fixture.sink.events.filter { $0.kind == .quarantined }
        #expect(told.map(\.subject) == [PollingFixture.feed + "#id2"])
        #expect(told.first?.what.contains("signal 11") == true)
        let counts = try FeedStateStore(path: fixture.statePath).quarantineCounts()
        #expect(counts.map(\.feed) == [Self.id] && counts.map(\.count) == [1])
    }

    @Test func `leaves it alone until another version or an operator reads it again`()
        async throws
    {
        let fixture = try fixture(entries())
        await (try fixture.polling()).pollDueOnce()
        #expect(fixture.sink.deaths == 2)
        fixture.clock.advance(90_000)
        await (try fixture.polling()).pollDueOnce()
        #expect(fixture.sink.deaths == 2)
        let polling = try fixture.polling()
        try await polling.poll(id: Self.id)
        await polling.pollDueOnce()
        #expect(fixture.sink.deaths == 4)
        #expect(try quarantined(fixture).count == 1)
        fixture.sink.makeImmune()
        try await polling.poll(id: Self.id)
        await polling.pollDueOnce()
        #expect(fixture.sink.keys == ["guid:id1", "guid:id2", "guid:id3", "guid:id4"])
        #expect(try quarantined(fixture).isEmpty)
    }

    @Test func `reads it again with another version of briefd`() async throws {
        let fixture = try fixture(entries())
        await (try fixture.polling()).pollDueOnce()
        let store = try FeedStateStore(path: fixture.statePath)
        var entry = try #require(try quarantined(fixture).first)
        entry.version = "0.0.1"
        try store.quarantine(entry, of: Self.id)
        await (try fixture.polling()).pollDueOnce()
        #expect(fixture.sink.deaths == 4)
        #expect(try quarantined(fixture).map(\.version) == [Version.number])
        try store.quarantine(entry, of: Self.id)
        fixture.sink.makeImmune()
        await (try fixture.polling()).pollDueOnce()
        #expect(try quarantined(fixture).isEmpty && fixture.sink.filings.count == 4)
        let known = try store.entries(of: Self.id, keys: ["guid:id2"])
        #expect(known.byKey["guid:id2"]?.article != nil)
    }

    @Test func `lets it out when the feed says something else in its place`() async throws {
        let fixture = try fixture(entries())
        await (try fixture.polling()).pollDueOnce()
        let mended = Fixture.json((1...4).map { Fixture.whole($0) })
        fixture.server.setAnswer { .text(mended, for: $0) }
        fixture.clock.advance(90_000)
        await (try fixture.polling()).pollDueOnce()
        #expect(try quarantined(fixture).isEmpty && fixture.sink.filings.count == 4)
    }

    @Test func `files an entry whose page kills from what the feed says of it`() async throws {
        let fixture = try fixture([Fixture.link(1)], page: FakeSink.deadly)
        await (try fixture.polling()).pollDueOnce()
        #expect(fixture.sink.filings.map(\.isPartial) == [true])
        #expect(fixture.sink.filings.first?.article.wordCount ?? 0 > 0)
        #expect(try quarantined(fixture).map(\.page.url) == ["http://pages.example/1"])
        let page = Fixture.page("http://pages.example/1")
        let feed = Fixture.json([Fixture.link(1)])
        fixture.server.setAnswer { request in
            .text(request.url == PollingFixture.feed ? feed : page, for: request)
        }
        let polling = try fixture.polling()
        try await polling.poll(id: Self.id)
        fixture.clock.advance(90_000)
        await polling.pollDueOnce()
        #expect(fixture.sink.filings.map(\.isPartial) == [true, false])
        #expect(try quarantined(fixture).isEmpty)
    }
}
