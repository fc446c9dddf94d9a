import Synchronization

/// The feeds as they were a moment ago: what one page, or one screen, asks for in several requests is put together once, for
/// there may be ten thousand of them. An order ends the moment, so that whoever gave it sees what became of it.
final class SeenFeeds: Sendable {
    /// So old may be what is shown.
    static let moment = Duration.milliseconds(250)

    private struct Look {
        var feeds: [FeedSnapshot]
        var when: ContinuousClock.Instant
    }

    private struct State {
        var look: Look?
        /// How many orders there were: what was seen before one is not kept after it.
        var orders = 0
    }

    private let state = Mutex(State())
    private let now: @Sendable () -> ContinuousClock.Instant

    init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) { self.now = now }

    func feeds(_ look: () async -> [FeedSnapshot]) async -> [FeedSnapshot] {
        let began = now()
        let (known, orders) = state.withLock { ($0.look, $0.orders) }
        if let known, began - known.when < Self.moment { return known.feeds }
        let feeds = await look()
        state.withLock { state in
            guard state.orders == orders else { return }
            state.look = Look(feeds: feeds, when: began)
        }
        return feeds
    }

    /// An order was given.
    func forget() {
        state.withLock { state in
            state.look = nil
            state.orders += 1
        }
    }
}
