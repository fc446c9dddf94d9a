import BriefModel
import Curl
import FeedFetching
import Foundation
import Testing

@testable import BriefDaemon

@Suite struct FeedLookTests {
    private typealias Fixture = PollingFixture
    private static let page = "http://feeds.example/page"

    /// A site of documents by path; what is not there answers 404.
    private func site(_ documents: [String: String]) throws -> Fixture {
        try Fixture { request in
            let path = request.url.replacing("http://feeds.example", with: "")
            return documents[path].map { .text($0, for: request) }
                ?? .text("", status: 404, for: request)
        }
    }

    private func look(_ fixture: Fixture, at url: String = page) async throws -> [LookedFeed] {
        try await fixture.polling([]).look(
            at: FeedSubscription(url: url), mayBePlain: false)
    }

    private func refusal(_ fixture: Fixture, at url: String = page) async throws -> String {
        do {
            return "found \(try await look(fixture, at: url).map(\.link.url))"
        } catch let error as FeedLookError {
            return error.what
        }
    }

    private static func feed(_ numbers: ClosedRange<Int>) -> String {
        Fixture.json(numbers.map { Fixture.whole($0) })
    }

    @Test func `shows a feed with its newest entries, which its first poll need not ask for`()
        async throws
    {
        var entries = (1...5).map { Fixture.whole($0) }
        entries[3].published = Date(timeIntervalSince1970: 200)
        entries[1].updated = Date(timeIntervalSince1970: 300)
        let fixture = try site(["/feed": Fixture.json(entries)])
        let polling = try fixture.polling([])
        let subscription = FeedSubscription(url: PollingFixture.feed)
        let found = try await polling.look(at: subscription, mayBePlain: false)
        #expect(found.count == 1 && found[0].feed?.entries.count == 5)
        #expect(found[0].newest.map(\.title) == ["Title 2", "Title 4", "Title 1"])
        await polling.apply(
            settings: fixture.settings, http: fixture.http, subscriptions: [subscription])
        await polling.pollDueOnce()
        #expect(fixture.server.count(PollingFixture.feed) == 1)
        #expect(fixture.sink.filings.count == 5)
        fixture.clock.pass(90_000)
        await polling.pollDueOnce()
        #expect(fixture.server.count(PollingFixture.feed) == 2)
    }

    @Test func `asks again where the feed is followed in another way, or much later`()
        async throws
    {
        for change in 0...1 {
            let fixture = try site(["/feed": Self.feed(1...1)])
            let polling = try fixture.polling([])
            var subscription = FeedSubscription(url: PollingFixture.feed)
            _ = try await polling.look(at: subscription, mayBePlain: false)
            if change == 0 { subscription.headers = ["X-A": "b"] } else { fixture.clock.pass(3600) }
            await polling.apply(
                settings: fixture.settings, http: fixture.http, subscriptions: [subscription])
            await polling.pollDueOnce()
            #expect(fixture.server.count(PollingFixture.feed) == 2)
        }
    }

    @Test func `lists the feeds of a page, without the dead and those that say the same`()
        async throws
    {
        let fixture = try site([
            "/page":
                "<html feed:http://feeds.example/dead feed:http://feeds.example/a feed:http://feeds.example/b"
                + " feed:http://feeds.example/c >",
            "/a": Self.feed(1...3), "/b": Self.feed(1...3), "/c": Self.feed(4...5),
        ])
        let found = try await look(fixture)
        #expect(found.map(\.link.url) == ["http://feeds.example/a", "http://feeds.example/c"])
    }

    @Test func `asks a few of the feeds of a page only`() async throws {
        var documents = ["/page": "<html"]
        for number in 1...60 {
            documents["/page"]? += " feed:http://feeds.example/\(number)"
            documents["/\(number)"] = Self.feed(number...number)
        }
        let fixture = try site(documents)
        let found = try await look(fixture)
        #expect(found.count == 60 && found.count { $0.feed != nil } == 8)
        #expect(fixture.server.requests.count == 9)
    }

    @Test(arguments: ["/feed", "/rss", "/atom.xml", "/index.xml", "/feed.json"])
    func `guesses where a page names none`(path: String) async throws {
        let fixture = try site(["/page": "<html >", path: Self.feed(1...2)])
        #expect(try await look(fixture).map(\.link.url) == ["http://feeds.example" + path])
    }

    @Test func `guesses five addresses at most`() async throws {
        let fixture = try site(["/page": "<html >"])
        let what = try await refusal(fixture)
        #expect(what.contains("names no feed") && what.contains("/feed.json"), "\(what)")
        #expect(fixture.server.requests.count == 6)
    }

    @Test func `follows a page that sends its readers elsewhere, once`() async throws {
        let fixture = try site([
            "/page": "<html refresh:http://feeds.example/blog >",
            "/blog":
                "<html refresh:http://feeds.example/page refresh:http://feeds.example/no feed:http://feeds.example/f >",
            "/f": Self.feed(1...1),
        ])
        #expect(try await look(fixture).map(\.link.url) == ["http://feeds.example/f"])
        #expect(fixture.server.requests.count == 3)
    }

    @Test(arguments: [
        (404, "not there"), (410, "gone for good"), (401, "--credential"), (403, "refuses us"),
        (503, "left alone"), (500, "fails"), (418, "status 418"),
    ])
    func `says what an answer means`(status: Int, words: String) async throws {
        let fixture = try Fixture { .text("", status: status, for: $0) }
        let what = try await refusal(fixture)
        #expect(what.contains(words), "\(what)")
        #expect(fixture.server.requests.count == 1)
    }

    @Test func `knows a wall, and what is neither feed nor page`() async throws {
        let wall = try site(["/page": "<html >Just a moment... checking your browser"])
        let what = try await refusal(wall)
        #expect(what.contains("wall"), "\(what)")
        let other = try site(["/page": "no page"])
        #expect(try await refusal(other).contains("is no feed"))
        #expect(other.server.requests.count == 1)
    }

    @Test func `says which feed of a page cannot be read`() async throws {
        let fixture = try site([
            "/page": "<html feed:http://feeds.example/page feed:http://feeds.example/dead >"
        ])
        let what = try await refusal(fixture)
        #expect(what.contains("/dead is not there"), "\(what)")
    }

    @Test func `asks over http where https was but assumed`() async throws {
        let server = PlainServer(body: Self.feed(1...1))
        let fixture = try site([:])
        let polling = try fixture.polling([], client: server)
        let feed = FeedSubscription(url: "https://feeds.example/f")
        let found = try await polling.look(at: feed, mayBePlain: true)
        #expect(found.map(\.link.url) == ["http://feeds.example/f"])
        await #expect(throws: FeedLookError.self) {
            try await polling.look(at: feed, mayBePlain: false)
        }
    }

    @Test func `goes on where one of several does not answer`() async throws {
        let page = "<html feed:http://feeds.example/never feed:http://feeds.example/f >"
        let fixture = try site(["/page": page, "/f": Self.feed(1...1)])
        let polling = try fixture.polling(
            [], client: PartlySilentServer(silent: "/never", others: fixture.server))
        let found = try await polling.look(
            at: FeedSubscription(url: Self.page), mayBePlain: false)
        #expect(found.map(\.link.url) == ["http://feeds.example/f"])
    }

    @Test func `follows no feed that breaks off before its first entry`() async throws {
        let fixture = try site(["/page": "cut:"])
        let what = try await refusal(fixture)
        #expect(what.contains("breaks off"), "\(what)")
    }

    @Test func `ends in time`() async throws {
        let fixture = try site([:])
        let polling = try fixture.polling([], client: SilentServer())
        do {
            _ = try await polling.look(
                at: FeedSubscription(url: Self.page), mayBePlain: false,
                patience: .milliseconds(100))
            Issue.record("found")
        } catch let error as FeedLookError {
            #expect(error.what.contains("in time"), "\(error.what)")
        }
    }
}

/// Speaks http only.
private struct PlainServer: HTTPClient {
    var body: String

    func send(_ request: HTTPRequest) async throws(TransferError) -> HTTPResponse {
        guard request.url.hasPrefix("http:") else {
            throw .tls(url: request.url, reason: "wrong version number")
        }
        return .text(body, for: request)
    }
}

/// Never answers.
private struct SilentServer: HTTPClient {
    func send(_ request: HTTPRequest) async throws(TransferError) -> HTTPResponse {
        try? await Task.sleep(for: .seconds(60))
        throw .cancelled(url: request.url)
    }
}

/// Never answers at addresses that end in `silent`.
private struct PartlySilentServer: HTTPClient {
    var silent: String
    var others: any HTTPClient

    func send(_ request: HTTPRequest) async throws(TransferError) -> HTTPResponse {
        guard request.url.hasSuffix(silent) else { return try await others.send(request) }
        try? await Task.sleep(for: .seconds(60))
        throw .cancelled(url: request.url)
    }
}
