import BriefModel
import FeedFetching
import FoundationEssentials
import Storage

/// A new configuration, while feeds are polled and operators give orders.
extension Polling {
    /// Takes a new configuration, and asks none of `ids` until it is resumed. What is under way goes on with the old one.
    ///
    /// All that takes time comes first; then subscriptions and states are joined in one step, from the states as they
    /// are by then. Polls that end meanwhile lose nothing, whenever they do.
    func apply(
        settings: PollingSettings, http: HTTPSettings, subscriptions: [FeedSubscription],
        pausing ids: [String] = []
    ) async {
        await turn.take()
        defer { turn.giveBack() }
        // Before due times are compared with a clock that somebody set.
        if heedClock() { await saveAll() }
        use(settings, http)
        let moved = await adopt(subscriptions)
        let waiting = await waitingSummary()
        let revisits = await allRevisits()
        join(subscriptions, moved: moved, waiting: waiting)
        Polling.expectRevisits(revisits, of: &feeds, settings)
        for id in ids { feeds[id]?.state.condition = .paused }
        rescheduleAll()
        wakeup.ring()
        for id in ids { await save(id) }
    }

    /// The one step, without any waiting in it.
    private func join(
        _ subscriptions: [FeedSubscription], moved: [Move],
        waiting: [String: (count: Int, next: Date)]
    ) {
        var states = remembered
        for (id, feed) in feeds { states[id] = feed.state }
        for move in moved {
            guard let now = states.removeValue(forKey: move.old) else { continue }
            states[move.state.id] = states[move.state.id] ?? now.renamed(move.state.url)
        }
        var joined = Polling.joined(
            subscriptions, states, settings: settings, now: clock(), waiting: waiting)
        for (id, feed) in feeds where joined[id] != nil {
            // What it noted itself is newer than the summary.
            joined[id]?.pagesWaiting = feed.pagesWaiting
            joined[id]?.nextPage = feed.nextPage
            joined[id]?.unseenDue = feed.unseenDue
            joined[id]?.pageBudget = feed.pageBudget
        }
        for id in joined.keys { states[id] = nil }
        feeds = joined
        remembered = states
    }

    private func waitingSummary() async -> [String: (count: Int, next: Date)] {
        do {
            return try await thread.run { [store] in try store.waitingSummary() }
        } catch {
            log.error("waiting pages not counted", metadata: ["error": "\(error)"])
            // Each feed finds its own with its next poll.
            return [:]
        }
    }
}
