import BriefModel
import Foundation
import Storage
import Testing

@testable import BriefDaemon

/// Sitemaps, and pages of posts.
@Suite struct FeedKindTests {
    private typealias Fixture = PollingFixture

    private func listed(_ numbers: ClosedRange<Int>) -> [Entry] {
        numbers.map { Entry(id: "http://pages.example/\($0)", link: "http://pages.example/\($0)") }
    }

    private let sitemap = FeedSubscription(
        url: PollingFixture.feed, fullText: .never, kind: .sitemap)

    @Test func `files the pages of a sitemap, and nothing of those that cannot be had`()
        async throws
    {
        var fixture = try Fixture { request in
            switch request.url {
            case Fixture.feed: .text(Fixture.json(self.listed(1...4)), for: request)
            case "http://pages.example/3": .text("", status: 404, for: request)
            default: .text(Fixture.page(request.url), for: request)
            }
        }
        fixture.settings.pageAttempts = 1
        let polling = try fixture.polling([sitemap])
        await polling.pollDueOnce()
        #expect(
            fixture.sink.filings.count == 3 && fixture.sink.filings.allSatisfy { !$0.isPartial })
        #expect(fixture.sink.events.filter { $0.kind == .filed }.count == 3)
        let told = fixture.sink.events.filter { $0.kind == .notTaken }
        #expect(told.map(\.subject) == ["http://pages.example/3"])
        fixture.clock.advance(90_000)
        await polling.pollDueOnce()
        #expect(fixture.sink.filings.count == 3)
        #expect(fixture.server.count("http://pages.example/3") == 1, "known as not to be had")
        #expect(await polling.snapshot()[0].pagesWaiting == 0)
    }

    @Test func `asks the lists of a list, and bears that one is missing`() async throws {
        let fixture = try Fixture { request in
            switch request.url {
            case Fixture.feed: .text("parts:http://a.example/1 http://a.example/2", for: request)
            case "http://a.example/1": .text("", status: 500, for: request)
            case "http://a.example/2": .text(Fixture.json(self.listed(1...2)), for: request)
            default: .text(Fixture.page(request.url), for: request)
            }
        }
        let polling = try fixture.polling([sitemap])
        await polling.pollDueOnce()
        #expect(fixture.sink.filings.count == 2)
        #expect(await polling.snapshot()[0].error == nil)
    }

    @Test func `follows the posts of a page that names no feed, poll after poll`() async throws {
        let page = "<html> posts " + Fixture.json([Fixture.whole(1)])
        let more = "<html> posts " + Fixture.json([Fixture.whole(1), Fixture.whole(2)])
        let fixture = try Fixture { .text(page, for: $0) }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        #expect(fixture.sink.filings.count == 1)
        fixture.server.setAnswer { .text(more, for: $0) }
        fixture.clock.advance(90_000)
        await polling.pollDueOnce()
        #expect(fixture.sink.filings.count == 2)
        #expect(await polling.snapshot()[0].error == nil)
        #expect(fixture.server.requests.count == 2)
    }
}
