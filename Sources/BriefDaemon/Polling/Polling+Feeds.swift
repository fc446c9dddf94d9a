import BriefModel
import FeedFetching
import FoundationEssentials
import Storage

extension Polling {
    /// Joins subscriptions with what is remembered of them.
    static func joined(
        _ subscriptions: [FeedSubscription], _ remembered: [String: FeedState],
        settings: PollingSettings, now: Date, waiting: [String: (count: Int, next: Date)]
    ) -> [String: Feed] {
        var feeds: [String: Feed] = [:]
        for subscription in subscriptions {
            let id = FeedState.id(of: subscription.url)
            var state = remembered[id] ?? FeedState(url: subscription.url, nextDue: now)
            bound(&state, subscription, settings, now)
            // As the status advises where none comes: then nobody waits for them.
            if subscription.fullText == .never { state.pageTrouble = nil }
            feeds[id] = Feed(
                subscription: subscription, state: state, pagesWaiting: waiting[id]?.count ?? 0,
                nextPage: waiting[id]?.next)
        }
        // A feed is merged only as long as the other one is subscribed to.
        for (id, feed) in feeds where feed.state.condition == .merged {
            guard feed.state.mergedWith.flatMap({ feeds[$0] }) == nil else { continue }
            feeds[id]?.state.condition = .ok
            feeds[id]?.state.mergedWith = nil
        }
        mergeAll(&feeds)
        return feeds
    }

    /// Brings a due time within what the present configuration allows, whatever was planned under another one or
    /// before the clock was set back.
    private static func bound(
        _ state: inout FeedState, _ subscription: FeedSubscription, _ settings: PollingSettings,
        _ now: Date
    ) {
        guard let last = state.lastPoll, last <= now else {
            if state.lastPoll != nil {
                let interval = max(settings.interval, settings.minimumInterval).seconds
                state.nextDue = min(state.nextDue, now.addingTimeInterval(interval))
            }
            return
        }
        if let own = subscription.interval, state.error == nil {
            state.nextDue = min(
                state.nextDue,
                last.addingTimeInterval(max(own, settings.minimumInterval).seconds * 1.05))
        }
        let longest = max(
            settings.maximumInterval, settings.retryAfterCeiling, settings.backoffCeiling,
            subscription.interval ?? .zero)
        // Skipped days may put a poll off for a week.
        state.nextDue = min(
            state.nextDue, last.addingTimeInterval(longest.seconds * 1.1 + 7 * 86_400))
        state.nextDue = max(
            state.nextDue, last.addingTimeInterval(settings.minimumInterval.seconds))
    }

    // MARK: What operators see and order

    /// All feeds, by their configured address.
    public func snapshot() async -> [FeedSnapshot] {
        feeds.values.map { feed in
            let state = feed.state
            return FeedSnapshot(
                id: state.id, url: state.url, address: state.address ?? state.url,
                title: state.title, name: feed.subscription.name, state: state.condition,
                lastSuccess: state.lastSuccess, lastStatus: state.lastStatus,
                lastPoll: state.lastPoll, nextDue: due(feed),
                intervalSeconds: Int(state.intervalSeconds.rounded()), reason: state.reason,
                error: state.error, errorsInRow: state.errorsInRow,
                failingSince: state.failingSince,
                lastingFault: state.lastingFault.flatMap(LastingFault.init),
                pagesWaiting: feed.pagesWaiting, pageTrouble: state.pageTrouble,
                isMoved: state.isMoved == true,
                entriesPerWeek: state.entriesPerWeek(now: clock()),
                tags: feed.subscription.tags)
        }.sorted { $0.url < $1.url }
    }

    /// Asks a feed as soon as the minimum interval since its last request allows, at once where its host never
    /// answered that one. A feed that was gone is asked again, and what lies in quarantine is read again at once.
    ///
    /// - Returns: when it is asked.
    @discardableResult
    public func poll(id: String) async throws(PollingError) -> Date {
        let feed = try feed(id)
        switch feed.state.condition {
        case .paused: throw .paused(id: id)
        case .merged: throw .merged(id: id, with: feed.state.mergedWith ?? "another")
        case .gone: feeds[id]?.state.condition = .failing
        case .ok, .failing: break
        }
        feeds[id]?.state.nextDue = earliest(feed.state)
        feeds[id]?.state.reason = "an operator asked for it"
        unquarantined.insert(id)
        await save(id)
        reschedule(id)
        wakeup.ring()
        return feeds[id].flatMap { due($0) } ?? clock()
    }

    /// Fetches the archive that the feed names (RFC 5005), a page at a time, at most `FeedBackfill.pageLimit` of them.
    public func backfill(id: String) async throws(PollingError) {
        let feed = try feed(id)
        switch feed.state.condition {
        case .paused: throw .paused(id: id)
        case .merged: throw .merged(id: id, with: feed.state.mergedWith ?? "another")
        case .ok, .failing, .gone: break
        }
        guard feed.state.backfill == nil else { return }
        guard let older = feed.state.olderPage else { throw .noArchive(id: id) }
        feeds[id]?.state.backfill = Backfill(
            next: older, left: FeedBackfill.pageLimit, due: clock())
        await save(id)
        reschedule(id)
        wakeup.ring()
    }

    public func pause(id: String) async throws(PollingError) {
        _ = try feed(id)
        feeds[id]?.state.condition = .paused
        await save(id)
        reschedule(id)
    }

    /// Ends a pause; also takes up a feed again that was gone or merged.
    public func resume(id: String) async throws(PollingError) {
        let feed = try feed(id)
        guard !feed.state.isPolled else { return }
        feeds[id]?.state.condition = feed.state.error == nil ? .ok : .failing
        feeds[id]?.state.mergedWith = nil
        feeds[id]?.state.nextDue = max(feed.state.nextDue, earliest(feed.state))
        await save(id)
        reschedule(id)
        wakeup.ring()
    }

    private func feed(_ id: String) throws(PollingError) -> Feed {
        guard let feed = feeds[id] else { throw .noFeed(id: id) }
        return feed
    }

    private func earliest(_ state: FeedState) -> Date {
        let now = clock()
        guard let last = state.lastPoll, state.lastStatus != nil else { return now }
        return max(now, min(last, now).addingTimeInterval(settings.minimumInterval.seconds))
    }
}
