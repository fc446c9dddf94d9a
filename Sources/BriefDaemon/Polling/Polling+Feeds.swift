import BriefModel
import FeedFetching
import FoundationEssentials
import Storage

/// What operators see and order.
extension Polling {
    /// All feeds, by their configured address.
    public func snapshot() async -> [FeedSnapshot] {
        inOrder().map { feed in
            let state = feed.state
            return FeedSnapshot(
                id: state.id, url: state.url, address: state.address ?? state.url,
                title: state.title, name: feed.subscription.name, state: state.condition,
                lastSuccess: state.lastSuccess, lastStatus: state.lastStatus,
                lastPoll: state.lastPoll, nextDue: feed.due(slots),
                intervalSeconds: Int(state.intervalSeconds.rounded()), reason: state.reason,
                error: state.error, errorsInRow: state.errorsInRow,
                failingSince: state.failingSince,
                lastingFault: state.lastingFault.flatMap(LastingFault.init),
                pagesWaiting: feed.pagesWaiting, pageTrouble: state.pageTrouble,
                isMoved: state.isMoved == true,
                entriesPerWeek: state.entriesPerWeek(now: clock()),
                tags: feed.subscription.tags)
        }
    }

    /// All feeds by address. An id stands for one address: the order holds as long as the ids are the same.
    private func inOrder() -> [ScheduledFeed] {
        let feeds = schedule.feeds
        let known = order.compactMap { feeds[$0] }
        if known.count == feeds.count { return known }
        let sorted = feeds.sorted { $0.value.state.url < $1.value.state.url }
        order = sorted.map(\.key)
        return sorted.map(\.value)
    }

    /// Asks a feed as soon as the minimum interval since its last request allows, at once where its host never
    /// answered that one. A feed that was gone is asked again, and what lies in quarantine is read again at once.
    ///
    /// - Returns: when it is asked.
    @discardableResult
    public func poll(id: String) async throws(PollingError) -> Date {
        try schedule.ask(id, clock())
        unquarantined.insert(id)
        await save(id)
        wakeup.ring()
        return schedule[id].flatMap { $0.due(slots) } ?? clock()
    }

    /// Fetches the archive that the feed names (RFC 5005), a page at a time, at most `FeedBackfill.pageLimit` of them.
    public func backfill(id: String) async throws(PollingError) {
        guard try schedule.readArchive(id, limit: FeedBackfill.pageLimit, clock()) else { return }
        await save(id)
        wakeup.ring()
    }

    public func pause(id: String) async throws(PollingError) {
        try schedule.pause(id)
        await save(id)
    }

    /// Ends a pause; also takes up a feed again that was gone or merged.
    public func resume(id: String) async throws(PollingError) {
        guard try schedule.resume(id, clock()) else { return }
        await save(id)
        wakeup.ring()
    }
}
