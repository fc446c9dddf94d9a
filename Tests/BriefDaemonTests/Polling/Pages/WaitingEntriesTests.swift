import BriefModel
import Foundation
import Storage
import Synchronization
import Testing

@testable import BriefDaemon

@Suite struct WaitingEntriesTests {
    private typealias Fixture = PollingFixture

    private func fixture(
        _ entries: [Entry], page: @escaping @Sendable (String) -> (String, Int)
    ) throws -> Fixture {
        let json = Fixture.json(entries)
        return try Fixture { request in
            guard request.url != Fixture.feed else { return .text(json, for: request) }
            let (body, status) = page(request.url)
            return .text(body, status: status, for: request)
        }
    }

    @Test
    func `files entries that wait longer than the grace, while their pages are asked one by one`()
        async throws
    {
        var fixture = try fixture((1...4).map(Fixture.link)) { (Fixture.page($0), 200) }
        fixture.settings.perHostSpacing = .seconds(3600)
        fixture.settings.pageGrace = .seconds(15)
        let polling = try fixture.polling()
        let run = Task { await polling.run() }
        for _ in 1...3_000 where fixture.sink.filings.count < 3 {
            try await Task.sleep(for: .milliseconds(10))
            fixture.clock.pass(0.2)
        }
        run.cancel()
        await run.value
        #expect(fixture.sink.filings.count >= 3)
        #expect(fixture.sink.filings.filter(\.isPartial).count >= 3)
        #expect(await polling.snapshot()[0].pagesWaiting >= 3)
    }

    @Test func `files entries that a stop left waiting as soon as it runs again`() async throws {
        let fixture = try fixture([Fixture.link(1)]) { _ in ("", 500) }
        let state = try FeedStateStore(path: fixture.statePath)
        let id = FeedState.id(of: Fixture.feed)
        var page = WaitingPage(
            key: "guid:id1", alias: nil, sentHash: "h", url: "http://pages.example/1",
            entry: Fixture.link(1), feedTitle: "Feed", feedAuthors: [], feedLanguage: nil,
            seen: fixture.clock.now)
        page.nextTry = fixture.clock.now + 5_000
        try state.wait(for: [page], of: id)
        let polling = try fixture.polling(
            [FeedSubscription(url: Fixture.feed)], spreads: true)
        let run = Task { await polling.run() }
        for _ in 1...2_000 where fixture.sink.filings.isEmpty {
            try await Task.sleep(for: .milliseconds(10))
        }
        run.cancel()
        await run.value
        #expect(fixture.sink.filings.map(\.isPartial) == [true])
        #expect(fixture.server.count("http://pages.example/1") == 0)
    }

    @Test func `tells of pages that do not come, and of none any more once one came`() async throws
    {
        let fixture = try fixture((1...4).map(Fixture.link)) { _ in ("", 403) }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        let trouble = try #require(await polling.snapshot()[0].pageTrouble)
        #expect(trouble.misses == 4 && trouble.why.contains("403"))
        #expect(fixture.sink.filings.count == 4 && fixture.sink.filings.allSatisfy(\.isPartial))
        fixture.clock.advance(4_000)
        fixture.server.setAnswer { request in
            request.url == Fixture.feed
                ? .text(Fixture.json((1...4).map(Fixture.link)), for: request)
                : .text(Fixture.page(request.url), for: request)
        }
        await polling.pollDueOnce()
        #expect(await polling.snapshot()[0].pageTrouble == nil)
        #expect(fixture.sink.filings.count == 8)
    }

    @Test func `takes back what was filed from a body that another entry's page gives too`()
        async throws
    {
        let wall =
            "Welcome to our readers "
            + (0..<400).map { "assorted\($0 % 7) remarks" }.joined(separator: " ")
        func entry(_ number: Int) -> Entry {
            Entry(
                id: "id\(number)", title: number == 1 ? "Hooray" : "Splendid",
                link: "http://pages.example/\(number)")
        }
        let fixture = try fixture([entry(1)]) { _ in (wall, 200) }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        #expect(fixture.sink.filings.map(\.isPartial) == [false])
        let both = Fixture.json([entry(1), entry(2)])
        fixture.server.setAnswer { request in
            .text(request.url == Fixture.feed ? both : wall, for: request)
        }
        fixture.clock.advance(90_000)
        await polling.pollDueOnce()
        let later = fixture.sink.filings.dropFirst()
        #expect(later.map { $0.origin.entry?.key ?? "" }.sorted() == ["guid:id1", "guid:id2"])
        #expect(later.allSatisfy { $0.isPartial && $0.article.text.isEmpty })
        let back = later.first { $0.origin.entry?.key == "guid:id1" }
        #expect(back?.insteadOf == wall)
        #expect(await polling.snapshot()[0].pagesWaiting == 2)
    }

    @Test(arguments: [(410, 1), (451, 1), (404, 2), (403, 2)])
    func `asks again for a page that may come, not for one that is gone`(
        status: Int, requests: Int
    ) async throws {
        let fixture = try fixture([Fixture.link(1)]) { _ in ("", status) }
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        fixture.clock.advance(4_000)
        await polling.pollDueOnce()
        #expect(fixture.server.count("http://pages.example/1") == requests)
        #expect(fixture.sink.filings.count == 1)
    }
}
