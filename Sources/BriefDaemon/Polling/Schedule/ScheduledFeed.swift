import BriefModel
import FoundationEssentials
import Storage

/// A feed that is subscribed to, and what is due for it.
struct ScheduledFeed: Sendable {
    var subscription: FeedSubscription
    var state: FeedState
    /// Entries whose linked page is waited for.
    var pagesWaiting = 0
    /// When the first of those pages, or of the articles that are asked for again, is due.
    var nextPage: Date?
    /// When those of its entries that wait for their page unseen are filed without it.
    var unseenDue: Date?
    var pageBudget = PageBudget()

    /// When it is asked next, a hold of its host included; nil where it is not asked.
    func due(_ holds: any HostHolds) -> Date? {
        guard state.isPolled else { return nil }
        guard holds.hasHolds, let hold = state.hostKey.flatMap({ holds.hold(of: $0) }) else {
            return state.nextDue
        }
        return max(state.nextDue, hold)
    }

    /// When there is something to do for it next, were nothing being done already.
    func event(_ holds: any HostHolds) -> Date? {
        let page = state.condition == .paused ? nil : nextPage
        let archive = state.isPolled ? state.backfill?.due : nil
        return [due(holds), page, archive].compactMap(\.self).min()
    }

    /// Whether pages or an archive are due.
    func hasPages(_ now: Date) -> Bool {
        guard state.condition != .paused else { return false }
        return [nextPage, state.backfill?.due].contains { $0.map { $0 <= now } == true }
    }

    /// When an operator may have it asked: as soon as the minimum interval since its last request allows, at once where
    /// its host never answered that one.
    func earliest(minimum: Duration, now: Date) -> Date {
        guard let last = state.lastPoll, state.lastStatus != nil else { return now }
        return max(now, min(last, now).addingTimeInterval(minimum.seconds))
    }

    /// Whether it can be told to ask something; one that is gone can.
    func checkOrder() throws(PollingError) {
        switch state.condition {
        case .paused: throw .paused(id: state.id)
        case .merged: throw .merged(id: state.id, with: state.mergedWith ?? "another")
        case .ok, .failing, .gone: break
        }
    }

    /// Goes on where it was under the last configuration, for what it noted itself is newer than any summary; else takes
    /// up the pages that are waited for, and files at once what was never seen.
    mutating func goOn(
        from present: ScheduledFeed?, waiting: (count: Int, next: Date)?, now: Date
    ) {
        pagesWaiting = present?.pagesWaiting ?? waiting?.count ?? 0
        nextPage = present == nil ? waiting?.next : present?.nextPage
        pageBudget = present?.pageBudget ?? PageBudget()
        unseenDue = present == nil && pagesWaiting > 0 ? now : present?.unseenDue
    }

    /// A page is asked for then, if none is before.
    mutating func expectPage(_ time: Date) { nextPage = min(nextPage ?? time, time) }

    mutating func merge(with other: FeedState) {
        state.condition = .merged
        state.mergedWith = other.id
        state.reason = "polled as \(other.url)"
    }

    /// Where the hour's pages are spent, the next ones are due with the next hour.
    mutating func putPagesOff(limit: Int, now: Date) {
        guard let next = nextPage, let opens = pageBudget.opens(limit: limit, now: now) else {
            return
        }
        nextPage = max(next, opens)
    }

    /// All its times move along with a clock that was set; else the minimum interval, for one, would be counted from a
    /// time that is not now.
    mutating func shift(by seconds: Double) {
        state.shift(by: seconds)
        nextPage?.addTimeInterval(seconds)
    }

    /// Brings its due time within what the present configuration allows, whatever was planned under another one or
    /// before the clock was set back.
    mutating func bound(_ settings: PollingSettings, _ now: Date) {
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

    /// A due time within its interval, by its id, where it is not remembered when it is due.
    mutating func spread(_ settings: PollingSettings, _ now: Date) {
        let interval = max(subscription.interval ?? settings.interval, settings.minimumInterval)
        let share = Double(UInt64(state.id, radix: 16) ?? 0) / Double(UInt64.max)
        let due = now.addingTimeInterval(interval.seconds * share)
        let earliest = state.lastPoll.map {
            min($0, now).addingTimeInterval(settings.minimumInterval.seconds)
        }
        state.nextDue = max(due, earliest ?? due)
        state.reason = "spread over the interval: nothing was remembered"
    }
}

extension FeedState {
    /// Its times move along with a clock that was set.
    mutating func shift(by seconds: Double) {
        self.nextDue.addTimeInterval(seconds)
        self.lastPoll?.addTimeInterval(seconds)
        self.backfill?.due.addTimeInterval(seconds)
    }
}
