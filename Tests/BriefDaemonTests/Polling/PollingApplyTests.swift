import BriefModel
import Curl
import Dispatch
import Foundation
import Storage
import Testing

@testable import BriefDaemon

/// What happens to polls that are under way while a new configuration or an order arrives.
@Suite struct PollingApplyTests {
    private typealias Fixture = PollingFixture
    private let feed = PollingFixture.feed

    private func subscriptions(_ count: Int) -> [FeedSubscription] {
        (0..<count).map { FeedSubscription(url: "http://other.example/\($0)") }
    }

    private func until(_ condition: () async -> Bool) async throws {
        for _ in 1...2_000 where !(await condition()) {
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(await condition())
    }

    private func fixture() throws -> (Fixture, GatedServer) {
        let entries = Fixture.json([Fixture.whole(1)])
        let server = GatedServer { .text(entries, for: $0) }
        return (try Fixture { .text("[]", for: $0) }, server)
    }

    @Test func `goes on with a feed whose poll ends while many others are added`() async throws {
        let (fixture, server) = try fixture()
        let polling = try fixture.polling(client: server)
        let poll = Task { await polling.pollDueOnce() }
        try await until { server.waiting == 1 }
        let apply = Task {
            await polling.apply(
                settings: fixture.settings, http: fixture.http,
                subscriptions: [FeedSubscription(url: feed)] + subscriptions(200))
        }
        // The poll ends somewhere amid what is read of the new feeds.
        server.open()
        await apply.value
        await poll.value
        let found = try #require(await polling.snapshot().first { $0.url == feed })
        #expect(found.lastSuccess != nil)
        let due = try #require(found.nextDue)
        #expect(due.timeIntervalSince(fixture.clock.now) > 3_000)
        fixture.clock.advance(90_000)
        await polling.pollDueOnce()
        #expect(server.count(feed) == 2)
    }

    @Test func `asks a feed once at a time that is removed and added again under its poll`()
        async throws
    {
        let (fixture, server) = try fixture()
        let polling = try fixture.polling(client: server)
        let poll = Task { await polling.pollDueOnce() }
        try await until { server.waiting == 1 }
        for subscriptions in [[], [FeedSubscription(url: feed)]] {
            await polling.apply(
                settings: fixture.settings, http: fixture.http, subscriptions: subscriptions)
        }
        fixture.clock.advance(90_000)
        let second = Task { await polling.pollDueOnce() }
        await second.value
        server.open()
        await poll.value
        #expect(server.mostAtOnce == 1)
        #expect(await polling.snapshot().map(\.lastSuccess).contains(nil) == false)
    }

    @Test func `goes on where the last poll ended of a feed that was removed under it`()
        async throws
    {
        let (fixture, server) = try fixture()
        let polling = try fixture.polling(client: server)
        let poll = Task { await polling.pollDueOnce() }
        try await until { server.waiting == 1 }
        await polling.apply(settings: fixture.settings, http: fixture.http, subscriptions: [])
        server.open()
        await poll.value
        await polling.apply(
            settings: fixture.settings, http: fixture.http,
            subscriptions: [FeedSubscription(url: feed)])
        #expect(await polling.snapshot().map(\.lastSuccess) == [fixture.clock.now])
        await polling.pollDueOnce()
        #expect(server.count(feed) == 1)
    }

    @Test func `keeps a pause that is ordered under a poll, also over a restart`() async throws {
        let (fixture, server) = try fixture()
        let polling = try fixture.polling(client: server)
        let poll = Task { await polling.pollDueOnce() }
        try await until { server.waiting == 1 }
        try await polling.pause(id: FeedState.id(of: feed))
        server.open()
        await poll.value
        #expect(await polling.snapshot().map(\.state) == [.paused])
        #expect(await (try fixture.polling(client: server)).snapshot().map(\.state) == [.paused])
    }

    @Test func `has the later of two new configurations in force`() async throws {
        let (fixture, server) = try fixture()
        let polling = try fixture.polling(client: server)
        let gate = DispatchSemaphore(value: 0)
        let thread = await polling.thread
        thread.start { gate.wait() }
        let ids = subscriptions(40).map { FeedState.id(of: $0.url) }
        let first = Task {
            await polling.apply(
                settings: fixture.settings, http: fixture.http, subscriptions: subscriptions(40),
                pausing: ids)
        }
        try await Task.sleep(for: .milliseconds(50))
        let second = Task {
            await polling.apply(
                settings: fixture.settings, http: fixture.http, subscriptions: subscriptions(3))
        }
        try await Task.sleep(for: .milliseconds(50))
        gate.signal()
        await first.value
        await second.value
        #expect(await polling.snapshot().map(\.state) == [.paused, .paused, .paused])
    }

    /// Reloads, orders and polls in any order: no feed is asked twice at once, and none is forgotten.
    @Test(arguments: [1, 2, 3, 4, 5, 6]) func `forgets no feed whatever is ordered meanwhile`(
        seed: UInt64
    ) async throws {
        var dice = Dice(seed)
        let (fixture, server) = try fixture()
        let polling = try fixture.polling(client: server)
        let all = [FeedSubscription(url: feed)] + subscriptions(8)
        let run = Task { await polling.run() }
        for _ in 1...40 {
            let some = all.filter { _ in dice.roll(3) > 0 }
            let id = FeedState.id(of: all[dice.roll(all.count)].url)
            switch dice.roll(6) {
            case 0: server.close()
            case 1: server.open()
            case 2: try? await polling.pause(id: id)
            case 3: try? await polling.resume(id: id)
            case 4: fixture.clock.pass(4_000)
            default:
                await polling.apply(
                    settings: fixture.settings, http: fixture.http, subscriptions: some)
            }
            for _ in 0..<dice.roll(20) { await Task.yield() }
        }
        server.open()
        await polling.apply(settings: fixture.settings, http: fixture.http, subscriptions: all)
        for one in all { try? await polling.resume(id: FeedState.id(of: one.url)) }
        try await until {
            await polling.snapshot().allSatisfy {
                $0.lastSuccess != nil && ($0.nextDue ?? .distantPast) > fixture.clock.now
            }
        }
        let before = all.map { server.count($0.url) }
        fixture.clock.pass(200_000)
        _ = try? await polling.poll(id: FeedState.id(of: feed))
        try await until {
            zip(all, before).allSatisfy { server.count($0.url) > $1 }
        }
        run.cancel()
        await run.value
        #expect(server.mostAtOnce == 1)
    }
}
