import BriefModel
import FoundationEssentials
import Storage

/// When something is due.
extension Polling {
    /// The clock was set: due times move along, so that there is neither a burst nor a stall (S54).
    ///
    /// - Returns: whether any moved.
    func heedClock() -> Bool {
        guard let step = steps.step(now: clock(), steady: steady()) else { return false }
        log.notice("the clock was set", metadata: ["seconds": "\(Int(step))"])
        slots.shift(by: step)
        for id in feeds.keys where !inHand.contains(id) {
            feeds[id]?.state.nextDue.addTimeInterval(step)
            // Else the minimum interval would be counted from a time that is not now.
            feeds[id]?.state.lastPoll?.addTimeInterval(step)
            feeds[id]?.state.backfill?.due.addTimeInterval(step)
            feeds[id]?.nextPage?.addTimeInterval(step)
        }
        for id in feeds.keys { feeds[id]?.unseenDue?.addTimeInterval(step) }
        rescheduleAll()
        return true
    }

    func saveAll() async {
        let states = feeds.filter { !inHand.contains($0.key) }.map(\.value.state)
        let holds = slots.holds
        do {
            try await thread.run { [store] in
                try store.save(states)
                for (host, until) in holds { try store.hold(host, until: until) }
            }
        } catch {
            log.error("feeds' state not saved", metadata: ["error": "\(error)"])
        }
    }

    func save(_ id: String) async {
        guard let state = feeds[id]?.state else { return }
        do {
            try await saver.save(state)
        } catch {
            log.error(
                "feed's state not saved", metadata: ["feed": "\(state.url)", "error": "\(error)"])
        }
    }

    /// When it is asked next, a hold of its host included; nil where it is not asked.
    func due(_ feed: Feed) -> Date? { feed.due(slots) }

    /// Whether pages or an archive are due.
    func hasPages(_ id: String, _ now: Date) -> Bool {
        guard let feed = feeds[id], feed.state.condition != .paused else { return false }
        return [feed.nextPage, feed.state.backfill?.due].contains { $0.map { $0 <= now } == true }
    }

    /// To be called after every change of what is due.
    func reschedule(_ id: String) {
        queue.set(id, due: inHand.contains(id) ? nil : feeds[id]?.event(slots))
    }

    func rescheduleAll() {
        queue.removeAll()
        unseenQueue.removeAll()
        for (id, feed) in feeds {
            reschedule(id)
            unseenQueue.set(id, due: feed.unseenDue)
        }
    }

    /// Gives feeds of which it is not remembered when they are due a time within their interval, by their ids.
    static func spread(
        _ ids: [String], of feeds: inout [String: Feed], _ settings: PollingSettings, _ now: Date
    ) {
        for id in ids {
            guard let feed = feeds[id] else { continue }
            let interval = max(
                feed.subscription.interval ?? settings.interval, settings.minimumInterval)
            let share = Double(UInt64(id, radix: 16) ?? 0) / Double(UInt64.max)
            let due = now.addingTimeInterval(interval.seconds * share)
            let earliest = feed.state.lastPoll.map {
                min($0, now).addingTimeInterval(settings.minimumInterval.seconds)
            }
            feeds[id]?.state.nextDue = max(due, earliest ?? due)
            feeds[id]?.state.reason = "spread over the interval: nothing was remembered"
        }
    }
}

extension Polling.Feed {
    /// When it is asked next, a hold of its host included; nil where it is not asked.
    func due(_ slots: HostSlots) -> Date? {
        guard state.isPolled else { return nil }
        guard slots.hasHolds, let hold = state.hostKey.flatMap({ slots.hold(of: $0) }) else {
            return state.nextDue
        }
        return max(state.nextDue, hold)
    }

    /// When there is something to do for it next, were nothing being done already.
    func event(_ slots: HostSlots) -> Date? {
        let page = state.condition == .paused ? nil : nextPage
        let archive = state.isPolled ? state.backfill?.due : nil
        return [due(slots), page, archive].compactMap(\.self).min()
    }
}
