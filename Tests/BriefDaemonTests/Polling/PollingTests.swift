import BriefModel
import Curl
import FeedFetching
import Foundation
import Storage
import Testing
import Workers

@testable import BriefDaemon

@Suite struct PollingTests {
    private typealias Fixture = PollingFixture
    private let feed = PollingFixture.feed

    @Test func `files each entry once and asks again with the validators as they came`()
        async throws
    {
        let entries = Fixture.json([Fixture.whole(1), Fixture.whole(2)])
        let fixture = try Fixture { request in
            if request.headers.contains(HTTPHeader("If-None-Match", "W/\"a\"")) {
                return .text("", status: 304, for: request)
            }
            return .text(
                entries, headers: [("ETag", "W/\"a\""), ("Last-Modified", "yesterday")],
                for: request)
        }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        #expect(fixture.sink.keys == ["guid:id1", "guid:id2"])
        await polling.pollDueOnce()
        #expect(fixture.server.requests.count == 1)
        fixture.clock.advance(5000)
        await polling.pollDueOnce()
        #expect(fixture.sink.filings.count == 2)
        #expect(
            fixture.server.requests[1].headers.contains(
                HTTPHeader("If-Modified-Since", "yesterday")))
        #expect(await polling.snapshot()[0].lastStatus == 304)
    }

    @Test func `asks nothing before it is due after a restart`() async throws {
        let entries = Fixture.json([Fixture.whole(1)])
        let fixture = try Fixture { .text(entries, for: $0) }
        for _ in 1...5 {
            await (try fixture.polling()).pollDueOnce()
            fixture.clock.advance(100)
        }
        #expect(fixture.server.requests.count == 1)
        fixture.clock.advance(5000)
        await (try fixture.polling()).pollDueOnce()
        #expect(fixture.server.requests.count == 2)
        #expect(fixture.sink.filings.count == 1)
    }

    @Test func `fetches the page where the feed carries a summary`() async throws {
        let entries = Fixture.json([Fixture.link(1), Fixture.link(2)])
        let feed = feed
        let fixture = try Fixture { request in
            request.url == feed
                ? .text(entries, for: request) : .text(Fixture.page(request.url), for: request)
        }
        await (try fixture.polling()).pollDueOnce()
        #expect(fixture.sink.filings.count == 2)
        #expect(
            fixture.sink.filings.allSatisfy { !$0.isPartial && $0.article.text.hasPrefix("page") })
        #expect(fixture.server.count("http://pages.example/1") == 1)
    }

    @Test func `files entries from their own content where every page is a wall`() async throws {
        let entries = Fixture.json((1...30).map(Fixture.link))
        let feed = feed
        let fixture = try Fixture { request in
            request.url == feed
                ? .text(entries, for: request) : .text("please accept our cookies", for: request)
        }
        await (try fixture.polling()).pollDueOnce()
        #expect(fixture.sink.filings.count == 30)
        #expect(fixture.sink.filings.allSatisfy { $0.isPartial })
        #expect(fixture.sink.filings.allSatisfy { $0.article.text.hasPrefix("summary") })
    }

    @Test func `takes a page that comes behind a wall later for a revision`() async throws {
        let entries = Fixture.json([Fixture.link(1), Fixture.link(2)])
        let feed = feed
        let fixture = try Fixture { request in
            request.url == feed ? .text(entries, for: request) : .text("a wall", for: request)
        }
        await (try fixture.polling()).pollDueOnce()
        fixture.clock.advance(120)
        fixture.server.setAnswer { .text(Fixture.page($0.url), for: $0) }
        let polling = try fixture.polling()
        #expect(await polling.snapshot()[0].pagesWaiting == 2)
        await polling.pollDueOnce()
        #expect(fixture.sink.filings.map(\.isPartial) == [true, true, false, false])
        #expect(await polling.snapshot()[0].pagesWaiting == 0)
    }

    @Test func `files an entry at once whose page fails, and tries the page so often`() async throws
    {
        var fixture = try Fixture { request in
            request.url == PollingFixture.feed
                ? .text(Fixture.json([Fixture.link(1)]), for: request)
                : .text("", status: 500, for: request)
        }
        fixture.settings.pageRetry = .milliseconds(1)
        fixture.settings.pageAttempts = 3
        let polling = try fixture.polling()
        let run = Task { await polling.run() }
        for _ in 1...12_000 where fixture.server.count("http://pages.example/1") < 3 {
            try await Task.sleep(for: .milliseconds(10))
            fixture.clock.advance(0.1)
        }
        run.cancel()
        await run.value
        #expect(fixture.sink.filings.map(\.isPartial) == [true])
        #expect(fixture.server.count("http://pages.example/1") == 3)
    }

    @Test func `takes the same entries again after the store failed`() async throws {
        let entries = Fixture.json([Fixture.whole(1)])
        let fixture = try Fixture { request in
            request.headers.contains { $0.name == "If-None-Match" }
                ? .text("", status: 304, for: request)
                : .text(entries, headers: [("ETag", "\"a\"")], for: request)
        }
        fixture.sink.fail(with: StorageError.outOfSpace("disk full"))
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        let failing = await polling.snapshot()[0]
        #expect(failing.state == .failing && failing.error?.contains("disk full") == true)
        fixture.sink.fail(with: nil)
        fixture.clock.advance(4000)
        await polling.pollDueOnce()
        #expect(fixture.sink.filings.count == 1)
        #expect(await polling.snapshot()[0].state == .ok)
    }

    @Test func `loses nothing and asks not too early when it is stopped within a poll`()
        async throws
    {
        let entries = Fixture.json([Fixture.whole(1)])
        let fixture = try Fixture { .text(entries, headers: [("ETag", "\"a\"")], for: $0) }
        fixture.sink.fail(with: WorkerError.stopped)
        await (try fixture.polling()).pollDueOnce()
        fixture.sink.fail(with: nil)
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        #expect(fixture.server.requests.count == 1)
        fixture.clock.advance(3601)
        await polling.pollDueOnce()
        #expect(fixture.server.requests[1].headers.allSatisfy { $0.name != "If-None-Match" })
        #expect(fixture.sink.filings.count == 1)
    }

    @Test func `finds the feed of a page with one request for each`() async throws {
        let entries = Fixture.json([Fixture.whole(1)])
        let fixture = try Fixture { request in
            request.url == PollingFixture.feed
                ? .text("<html feed:http://feeds.example/rss >", for: request)
                : .text(entries, for: request)
        }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        #expect(fixture.server.requests.map(\.url) == [feed, "http://feeds.example/rss"])
        let found = await polling.snapshot()[0]
        #expect(found.address == "http://feeds.example/rss" && found.url == feed)
        #expect(fixture.sink.filings.count == 1)
    }

    @Test func `goes on to the next feed of a page where one is dead or none`() async throws {
        let entries = Fixture.json([Fixture.whole(1)])
        let fixture = try Fixture { request in
            switch request.url {
            case PollingFixture.feed:
                .text(
                    "<html feed:\(PollingFixture.feed) feed:http://feeds.example/dead"
                        + " feed:http://other.example/page feed:http://feeds.example/rss >",
                    for: request)
            case "http://feeds.example/dead": .text("", status: 404, for: request)
            case "http://other.example/page":
                .text("<html feed:http://other.example/no >", for: request)
            default: .text(entries, for: request)
            }
        }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        #expect(fixture.server.requests.count == 4)
        let found = await polling.snapshot()[0]
        #expect(found.address == "http://feeds.example/rss" && found.error == nil)
        #expect(fixture.sink.filings.count == 1)
    }

    @Test func `asks a few feeds of a page in one poll, and says what came of them`() async throws {
        let fixture = try Fixture { request in
            let names = (1...50).map { "feed:http://feeds.example/\($0)" }.joined(separator: " ")
            return request.url == PollingFixture.feed
                ? .text("<html \(names) >", for: request) : .text("", status: 404, for: request)
        }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        #expect(fixture.server.requests.count == 6)
        let failing = await polling.snapshot()[0]
        #expect(failing.state == .failing)
        #expect(failing.error?.contains("feeds.example/1 answered") == true, "\(failing)")
    }

    @Test func `says that a page names no feed`() async throws {
        let fixture = try Fixture { .text("<html >", for: $0) }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        let error = await polling.snapshot()[0].error ?? ""
        #expect(error.contains("names no feed") && !error.contains("<link"), "\(error)")
        #expect(fixture.server.requests.count == 1)
    }

    @Test func `finds the feed behind a page that sends its readers on, or in the head of HTTP`()
        async throws
    {
        let entries = Fixture.json([Fixture.whole(1)])
        for head in [true, false] {
            let fixture = try Fixture { request in
                switch request.url {
                case PollingFixture.feed:
                    .text(
                        head ? "<html >" : "<html refresh:http://feeds.example/blog >",
                        headers: head ? [("Link", "feed:http://feeds.example/rss")] : [],
                        for: request)
                case "http://feeds.example/blog":
                    .text(
                        "<html refresh:http://feeds.example/feed feed:http://feeds.example/rss >",
                        for: request)
                default: .text(entries, for: request)
                }
            }
            let polling = try fixture.polling()
            await polling.pollDueOnce()
            #expect(await polling.snapshot()[0].address == "http://feeds.example/rss")
        }
    }

    @Test func `keeps to the feed where a page comes in its place later`() async throws {
        let entries = Fixture.json([Fixture.whole(1)])
        let fixture = try Fixture { .text(entries, for: $0) }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        fixture.server.setAnswer { .text("<html feed:http://elsewhere.example/rss >", for: $0) }
        fixture.clock.advance(90_000)
        await polling.pollDueOnce()
        let failing = await polling.snapshot()[0]
        #expect(failing.state == .failing && failing.address == feed)
        #expect(fixture.server.requests.allSatisfy { $0.url == feed })
    }

    @Test func `remembers a permanent redirect after three polls`() async throws {
        let entries = Fixture.json([Fixture.whole(1)])
        let fixture = try Fixture { request in
            request.url == PollingFixture.feed
                ? .text(
                    "", status: 301, headers: [("Location", "http://feeds.example/new")],
                    for: request) : .text(entries, for: request)
        }
        let polling = try fixture.polling()
        for _ in 1...4 {
            await polling.pollDueOnce()
            fixture.clock.advance(90_000)
        }
        #expect(fixture.server.count(feed) == 3)
        #expect(fixture.server.count("http://feeds.example/new") == 4)
        #expect(await polling.snapshot()[0].address == "http://feeds.example/new")
    }

    @Test func `merges two subscriptions that turn out to be one`() async throws {
        let entries = Fixture.json([Fixture.whole(1)])
        var fixture = try Fixture { request in
            request.url == PollingFixture.feed
                ? .text(
                    "", status: 308, headers: [("Location", "https://feeds.example/feed/")],
                    for: request) : .text(entries, for: request)
        }
        fixture.settings.redirectConfirmations = 1
        let polling = try fixture.polling([
            FeedSubscription(url: feed), FeedSubscription(url: "https://feeds.example/feed/"),
        ])
        await polling.pollDueOnce()
        let states = await polling.snapshot().map(\.state)
        #expect(states.sorted { $0.rawValue < $1.rawValue } == [.merged, .ok])
    }

    @Test func `asks no more where the feed is gone`() async throws {
        let fixture = try Fixture { .text("", status: 410, for: $0) }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        fixture.clock.advance(10_000_000)
        await polling.pollDueOnce()
        #expect(fixture.server.requests.count == 1)
        let gone = await polling.snapshot()[0]
        #expect(gone.state == .gone && gone.nextDue == nil)
    }

    @Test func `leaves a host alone for as long as it asks, also after a restart`() async throws {
        let fixture = try Fixture {
            .text("", status: 429, headers: [("Retry-After", "20000")], for: $0)
        }
        let feeds = ["a", "b"].map { FeedSubscription(url: "http://feeds.example/\($0)") }
        await (try fixture.polling(feeds)).pollDueOnce()
        #expect(fixture.server.requests.count == 1)
        fixture.clock.advance(19_000)
        let polling = try fixture.polling(feeds)
        await polling.pollDueOnce()
        #expect(fixture.server.requests.count == 1)
        for feed in await polling.snapshot() {
            #expect((feed.nextDue ?? .distantPast) >= fixture.clock.now.addingTimeInterval(999))
        }
        fixture.clock.advance(5000)
        await polling.pollDueOnce()
        #expect(fixture.server.requests.count == 2)
    }

    @Test func `follows the orders of operators within the minimum interval`() async throws {
        let entries = Fixture.json([Fixture.whole(1)])
        let fixture = try Fixture { .text(entries, for: $0) }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        let id = FeedState.id(of: feed)
        let when = try await polling.poll(id: id)
        #expect(when == fixture.clock.now.addingTimeInterval(3600))
        try await polling.pause(id: id)
        await #expect(throws: PollingError.paused(id: id)) { try await polling.poll(id: id) }
        #expect(await polling.snapshot()[0].nextDue == nil)
        try await polling.resume(id: id)
        #expect(await polling.snapshot()[0].state == .ok)
        await #expect(throws: PollingError.noFeed(id: "x")) { try await polling.poll(id: "x") }
    }

    @Test func `files an edited entry again under its key`() async throws {
        let fixture = try Fixture { .text(Fixture.json([Fixture.whole(1)]), for: $0) }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        fixture.server.setAnswer { .text(Fixture.json([Fixture.whole(1, "other")]), for: $0) }
        fixture.clock.advance(90_000)
        await polling.pollDueOnce()
        #expect(fixture.sink.keys == ["guid:id1", "guid:id1"])
    }
}
