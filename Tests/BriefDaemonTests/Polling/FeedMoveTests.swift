import BriefModel
import Foundation
import Testing

@testable import BriefDaemon

/// Feeds that say in their own document where they are now.
@Suite struct FeedMoveTests {
    private typealias Fixture = PollingFixture
    private let target = "http://new.example/feed"

    /// Polls every hour, and says what addresses were asked.
    private func asked(
        _ polls: Int, old: String, new: String, feed: String = PollingFixture.feed
    ) async throws -> (requests: [String], fixture: Fixture) {
        let fixture = try Fixture { [target] request in
            switch request.url {
            case feed: .text(old, for: request)
            case target where !new.isEmpty: .text(new, for: request)
            default: .text("", status: 404, for: request)
            }
        }
        let polling = try fixture.polling([FeedSubscription(url: feed)])
        for _ in 1...polls {
            await polling.pollDueOnce()
            fixture.clock.advance(90_000)
        }
        return (fixture.server.requests.map(\.url), fixture)
    }

    private func whole(_ number: Int) -> String { Fixture.json([Fixture.whole(number)]) }

    @Test func `is believed like a redirect for good, once its target has shown to be a feed`()
        async throws
    {
        let (requests, fixture) = try await asked(
            5, old: "moved:\(target) " + whole(1), new: whole(2))
        #expect(
            requests == [
                Fixture.feed, target, Fixture.feed, Fixture.feed, target, target,
            ])
        #expect(fixture.sink.filings.count == 2)
        #expect(fixture.sink.events.contains { $0.kind == .feedMoved })
    }

    @Test(arguments: ["", "<html> page", "junk"])
    func `is not believed where no feed is there`(new: String) async throws {
        let (requests, fixture) = try await asked(
            3, old: "moved:\(target) " + whole(1), new: new)
        #expect(requests.filter { $0 == Fixture.feed }.count == 3)
        #expect(fixture.sink.filings.count == 1)
    }

    @Test func `is followed at once where nothing else is there`() async throws {
        let (requests, fixture) = try await asked(2, old: "moved:\(target)", new: whole(2))
        #expect(requests == [Fixture.feed, target, target])
        #expect(fixture.sink.filings.count == 1)
    }

    @Test(arguments: ["https://feeds.example/feed", PollingFixture.feed])
    func `never gives up encryption, and leads nowhere else than away`(feed: String) async throws {
        let old = feed == Fixture.feed ? "moved:\(feed) " : "moved:\(target) "
        let (requests, _) = try await asked(4, old: old + whole(1), new: whole(2), feed: feed)
        #expect(requests == Array(repeating: feed, count: 4))
    }
}
