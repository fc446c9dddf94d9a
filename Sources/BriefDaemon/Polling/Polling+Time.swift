import BriefModel
import FoundationEssentials
import Storage

/// The clock, and what is kept of the feeds.
extension Polling {
    /// Whether the clock was set, and due times moved along.
    func heedClock() -> Bool {
        guard let step = steps.step(now: clock(), steady: steady()) else { return false }
        log.notice("the clock was set", metadata: ["seconds": "\(Int(step))"])
        slots.shift(by: step)
        schedule.clockSet(by: step)
        return true
    }

    func saveAll() async {
        let states = schedule.settled
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
        guard let state = schedule[id]?.state else { return }
        do {
            try await saver.save(state)
        } catch {
            log.error(
                "feed's state not saved", metadata: ["feed": "\(state.url)", "error": "\(error)"])
        }
    }
}
