import BriefModel
import Curl
import FeedFetching
import Foundation
import GRDB
import Storage
import Testing

@testable import BriefDaemon

/// What becomes of feeds that moved, were empty, or of which nothing is remembered.
@Suite struct PollingRecoveryTests {
    private typealias Fixture = PollingFixture
    private let feed = PollingFixture.feed

    @Test func `takes a feed without entries for one, and its first entries for no gap`()
        async throws
    {
        let fixture = try Fixture { .text("[]", for: $0) }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        #expect(await polling.snapshot()[0].state == .ok)
        fixture.server.setAnswer { .text(PollingFixture.json([PollingFixture.whole(1)]), for: $0) }
        fixture.clock.advance(90_000)
        await polling.pollDueOnce()
        #expect(fixture.sink.filings.count == 1)
        #expect(await polling.snapshot()[0].reason.contains("gap") == false)
    }

    @Test func `puts a feed off whose state cannot be read, and takes it up again`() async throws {
        let entries = Fixture.json([Fixture.whole(1)])
        let fixture = try Fixture { .text(entries, for: $0) }
        let polling = try fixture.polling()
        let database = try DatabaseQueue(path: fixture.statePath)
        try await database.write { try $0.execute(sql: "ALTER TABLE feeds RENAME TO away") }
        await polling.pollDueOnce()
        let due = try #require(await polling.snapshot()[0].nextDue)
        #expect(due.timeIntervalSince(fixture.clock.now) >= 60)
        try await database.write { try $0.execute(sql: "ALTER TABLE away RENAME TO feeds") }
        fixture.clock.advance(5000)
        await polling.pollDueOnce()
        #expect(fixture.sink.filings.count == 1)
    }

    @Test func `asks the configured address again when the remembered one dies`() async throws {
        let entries = Fixture.json([Fixture.whole(1)])
        let new = "http://feeds.example/new"
        let feed = feed
        let fixture = try Fixture { request in
            request.url == feed
                ? .text("", status: 301, headers: [("Location", new)], for: request)
                : .text(entries, for: request)
        }
        let polling = try fixture.polling()
        for _ in 1...3 {
            await polling.pollDueOnce()
            fixture.clock.advance(90_000)
        }
        #expect(await polling.snapshot()[0].isMoved)
        fixture.server.setAnswer { request in
            request.url == feed
                ? .text(entries, for: request) : .text("", status: 404, for: request)
        }
        for _ in 1...3 {
            await polling.pollDueOnce()
            fixture.clock.advance(90_000)
        }
        let fallen = await polling.snapshot()[0]
        #expect(fallen.address == feed && !fallen.isMoved && fallen.state == .failing)
        await polling.pollDueOnce()
        #expect(await polling.snapshot()[0].state == .ok)
        #expect(fixture.sink.filings.count == 1)
    }

    @Test func `searches a page again when the feed that it named dies`() async throws {
        let entries = Fixture.json([Fixture.whole(1)])
        let feed = feed
        let fixture = try Fixture { request in
            request.url == feed
                ? .text("<html feed:http://feeds.example/one >", for: request)
                : .text(entries, for: request)
        }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        fixture.server.setAnswer { request in
            switch request.url {
            case feed: .text("<html feed:http://feeds.example/two >", for: request)
            case "http://feeds.example/two": .text(entries, for: request)
            default: .text("", status: 410, for: request)
            }
        }
        for _ in 1...4 {
            fixture.clock.advance(90_000)
            await polling.pollDueOnce()
        }
        let found = await polling.snapshot()[0]
        #expect(found.address == "http://feeds.example/two" && found.state == .ok)
    }

    @Test func `spreads feeds over their interval when nothing is remembered`() async throws {
        let fixture = try Fixture { .text("[]", for: $0) }
        let feeds = (1...200).map { FeedSubscription(url: "http://feeds.example/\($0)") }
        let polling = try fixture.polling(feeds, spreads: true)
        let due = await polling.snapshot().compactMap(\.nextDue)
            .map { $0.timeIntervalSince(fixture.clock.now) }
        #expect(due.count == 200 && due.allSatisfy { (0...3600).contains($0) })
        for quarter in 0..<4 {
            let range = Double(quarter) * 900..<Double(quarter + 1) * 900
            #expect(due.count { range.contains($0) } > 25)
        }
    }

    @Test func `merges a moved feed with a subscription that comes later`() async throws {
        let entries = Fixture.json([Fixture.whole(1)])
        let feed = feed
        var fixture = try Fixture { request in
            request.url == feed
                ? .text(
                    "", status: 301, headers: [("Location", "http://feeds.example/new")],
                    for: request) : .text(entries, for: request)
        }
        fixture.settings.redirectConfirmations = 1
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        await polling.apply(
            settings: fixture.settings, http: fixture.http,
            subscriptions: [
                FeedSubscription(url: feed), FeedSubscription(url: "http://feeds.example/new"),
            ])
        let states = await polling.snapshot().sorted { $0.url < $1.url }.map(\.state)
        #expect(states == [.merged, .ok])
    }

    @Test func `goes on where it was when its address is edited to where it moved`() async throws {
        let entries = Fixture.json([Fixture.whole(1), Fixture.whole(2)])
        let feed = feed
        let new = FeedSubscription(url: "http://feeds.example/new")
        var fixture = try Fixture { request in
            request.url == feed
                ? .text("", status: 301, headers: [("Location", new.url)], for: request)
                : .text(entries, headers: [("ETag", "\"a\"")], for: request)
        }
        fixture.settings.redirectConfirmations = 1
        await (try fixture.polling()).pollDueOnce()
        let polling = try fixture.polling([new])
        let moved = await polling.snapshot()[0]
        #expect(moved.lastSuccess != nil && moved.address == new.url && !moved.isMoved)
        await polling.pollDueOnce()
        #expect(fixture.server.requests.count == 2)
        fixture.clock.advance(90_000)
        await polling.pollDueOnce()
        #expect(
            fixture.server.requests.last?.headers.contains { $0.name == "If-None-Match" } == true)
        #expect(fixture.sink.filings.count == 2)
    }

    @Test func `neither bursts nor stalls when the clock is set back before a reload`() async throws
    {
        let fixture = try Fixture { .text("[]", for: $0) }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        fixture.clock.advance(-86_400)
        await polling.apply(
            settings: fixture.settings, http: fixture.http,
            subscriptions: [FeedSubscription(url: feed)])
        await polling.pollDueOnce()
        #expect(fixture.server.requests.count == 1)
        let due = try #require(await polling.snapshot()[0].nextDue)
        #expect((3500...3800).contains(due.timeIntervalSince(fixture.clock.now)))
    }
}
