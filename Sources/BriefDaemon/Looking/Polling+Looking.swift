import BriefModel
import FeedFetching

/// Answers that came when an address was looked at, for its first poll: so a feed is followed with one request (S39).
struct LookedAnswers {
    private static let lifetime = Duration.seconds(600)
    /// Of all of them together.
    private static let maxBytes = 16 << 20

    private struct Kept {
        var answer: FetchOutcome
        var subscription: FeedSubscription
        var bytes: Int
        var end: ContinuousClock.Instant
    }

    private var kept: [String: Kept] = [:]

    mutating func keep(
        _ feeds: [LookedFeed], of subscription: FeedSubscription, now: ContinuousClock.Instant
    ) {
        kept = kept.filter { $0.value.end > now }
        var size = kept.values.reduce(0) { $0 + $1.bytes }
        for feed in feeds {
            guard let answer = feed.answer, case .document(let bytes) = answer.result,
                size + bytes.count <= LookedAnswers.maxBytes
            else { continue }
            size += bytes.count
            kept[feed.link.url] = Kept(
                answer: answer, subscription: subscription, bytes: bytes.count,
                end: now + LookedAnswers.lifetime)
        }
    }

    /// The answer of a feed that is asked in the same way, once.
    mutating func take(
        _ subscription: FeedSubscription, now: ContinuousClock.Instant
    ) -> FetchOutcome? {
        guard !kept.isEmpty else { return nil }
        kept = kept.filter { $0.value.end > now }
        // An address that cannot be asked was never looked at.
        guard let key = try? FeedURL(subscription.url).text, let found = kept[key],
            found.subscription.headers == subscription.headers,
            found.subscription.credential == subscription.credential,
            found.subscription.caFile == subscription.caFile,
            found.subscription.tlsVerify == subscription.tlsVerify
        else { return nil }
        kept[key] = nil
        return found.answer
    }
}

extension Polling {
    /// What is at an address that is not followed yet.
    ///
    /// - Throws: `FeedLookError`.
    func look(
        at subscription: FeedSubscription, mayBePlain: Bool, patience: Duration = FeedLook.patience
    ) async throws -> [LookedFeed] {
        let look = FeedLook(
            asking: FeedAsking(
                subscription: subscription, fetcher: fetcher, credential: credential),
            sink: sink.serving("feed:" + subscription.url), slots: slots, clock: clock,
            end: .now + patience)
        let feeds = try await look.run(mayBePlain: mayBePlain)
        looked.keep(feeds, of: subscription, now: steady())
        return feeds
    }

    /// The answer that a feed's first poll need not ask for.
    func takeLooked(_ feed: ScheduledFeed) -> FetchOutcome? {
        guard feed.state.lastPoll == nil, feed.state.address == nil else { return nil }
        return looked.take(feed.subscription, now: steady())
    }
}
