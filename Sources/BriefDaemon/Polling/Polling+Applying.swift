import BriefModel
import FeedFetching
import FoundationEssentials
import Storage

/// A new configuration, while feeds are polled and operators give orders.
extension Polling {
    /// Takes a new configuration, and asks none of `ids` until it is resumed. What is under way goes on with the old one.
    ///
    /// All that takes time comes first; then the schedule takes it in one step. Polls that end meanwhile lose nothing,
    /// whenever they do.
    func apply(
        settings: PollingSettings, http: HTTPSettings, subscriptions: [FeedSubscription],
        pausing ids: [String] = []
    ) async {
        await turn.take()
        defer { turn.giveBack() }
        // Before due times are compared with a clock that somebody set.
        if heedClock() { await saveAll() }
        use(settings, http)
        let configuration = FeedSchedule.Configuration(
            settings: settings, subscriptions: subscriptions, moves: await adopt(subscriptions),
            waiting: await waitingSummary(), revisits: await allRevisits(), pausing: ids)
        schedule.apply(configuration, now: clock())
        wakeup.ring()
        for id in ids { await save(id) }
    }

    /// Gives new subscriptions the state of feeds that moved to their address: nothing is fetched or filed again.
    ///
    /// - Returns: what was done, which is on the disk.
    private func adopt(_ subscriptions: [FeedSubscription]) async -> [FeedJoin.Move] {
        let moves = FeedJoin.moves(subscriptions, schedule.states)
        guard !moves.isEmpty else { return [] }
        do {
            try await thread.run { [store] in
                for move in moves { try store.adopt(move.state, from: move.old) }
            }
            return moves
        } catch {
            log.error("feeds' state not taken over", metadata: ["error": "\(error)"])
            return []
        }
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

    private func allRevisits() async -> [String: Date] {
        do {
            return try await thread.run { [store] in try store.nextRevisits() }
        } catch {
            log.error("revisits not read", metadata: ["error": "\(error)"])
            // Each feed finds its own with its next poll.
            return [:]
        }
    }
}
