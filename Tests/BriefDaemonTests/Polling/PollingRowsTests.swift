import BriefModel
import FeedFetching
import Foundation
import GRDB
import Logging
import Storage
import Testing

@testable import BriefDaemon

/// Feeds whose remembered rows are damaged while briefd is away.
@Suite struct PollingRowsTests {
    private typealias Fixture = PollingFixture
    private let other = "http://other.example/feed"

    private func tamper(_ fixture: Fixture, _ sql: String) throws {
        let queue = try DatabaseQueue(path: fixture.statePath)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    private var subscriptions: [FeedSubscription] {
        [FeedSubscription(url: Fixture.feed), FeedSubscription(url: other)]
    }

    @Test func `asks a feed within its interval, and its neighbour when it is due`() async throws {
        let entries = Fixture.json([Fixture.whole(1)])
        let fixture = try Fixture { .text(entries, headers: [("ETag", "\"1\"")], for: $0) }
        try await fixture.polling(subscriptions).pollDueOnce()
        #expect(fixture.sink.filings.count == 2)
        try tamper(fixture, "UPDATE feeds SET state = '{' WHERE url = '\(Fixture.feed)'")
        let polling = try fixture.polling(subscriptions)
        let now = fixture.clock.now
        let due = try #require(await polling.snapshot().first { $0.url == Fixture.feed }?.nextDue)
        #expect(due >= now && due <= now + fixture.settings.interval.seconds)
        fixture.clock.pass(90_000)
        await polling.pollDueOnce()
        #expect(fixture.server.count(Fixture.feed) == 2 && fixture.server.count(other) == 2)
        // Its entries are known still: nothing is filed twice.
        #expect(fixture.sink.filings.count == 2)
    }

    @Test func `keeps a pause, whatever else of the row cannot be read`() async throws {
        let fixture = try Fixture { .text("[]", for: $0) }
        let first = try fixture.polling()
        await first.pollDueOnce()
        try await first.pause(id: FeedState.id(of: Fixture.feed))
        try tamper(fixture, "UPDATE feeds SET state = json_set(state, '$.hints', 'none')")
        fixture.clock.pass(900_000)
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        #expect(fixture.server.requests.count == 1)
        #expect(await polling.snapshot()[0].state == .paused)
    }

    @Test(arguments: ["{", "{\"key\":\"id1\"}", "[]"])
    func `has an entry again from its feed whose waiting page cannot be read`(page: String)
        async throws
    {
        let entries = Fixture.json([Fixture.link(1), Fixture.link(2)])
        let fixture = try Fixture { request in
            guard request.url == Fixture.feed else { return .text("", status: 503, for: request) }
            let isKnown = request.headers.contains { $0.name == "If-None-Match" }
            return .text(
                isKnown ? "" : entries, status: isKnown ? 304 : 200,
                headers: [("ETag", "\"1\"")], for: request)
        }
        try await fixture.polling().pollDueOnce()
        #expect(fixture.sink.filings.count == 2)
        let first = "(SELECT MIN(key) FROM waiting)"
        try tamper(fixture, "UPDATE waiting SET page = '\(page)' WHERE key = \(first)")
        fixture.server.setAnswer { request in
            guard request.url != Fixture.feed else {
                let isKnown = request.headers.contains { $0.name == "If-None-Match" }
                return .text(
                    isKnown ? "" : entries, status: isKnown ? 304 : 200,
                    headers: [("ETag", "\"1\"")], for: request)
            }
            return .text(Fixture.page(request.url), for: request)
        }
        for _ in 1...3 {
            fixture.clock.pass(90_000)
            try await fixture.polling().pollDueOnce()
        }
        // Both pages came, although one of them was forgotten.
        let pages = fixture.sink.filings.filter { !$0.isPartial }.compactMap(\.origin.entry?.key)
        #expect(Set(pages).count == 2)
    }

    @Test func `tells of every row, and of a file that was set aside`() throws {
        let status = DaemonStatus()
        let findings = FeedStateFindings(status, log: Logger(label: "test"))
        findings.tell(of: nil, in: "/s")
        #expect(status.problems.isEmpty)
        for number in 1...3 {
            findings.tell(
                SetAsideRow(
                    table: "feeds", subject: "http://\(number).example",
                    why: "it is no JSON object", isKeptInPart: false))
        }
        findings.tell(of: ("feeds.sqlite.damaged-1", "file is not a database"), in: "/s")
        #expect(status.problems.map(\.code) == [.feedStateMadeAnew, .feedRowsSetAside])
        #expect(status.problems[1].what.hasPrefix("3 rows"))
        #expect(status.problems[0].what.contains("/s/feeds.sqlite.damaged-1"))
        #expect(status.errors.book.count == 4)
    }
}
