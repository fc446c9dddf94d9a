import BriefModel
import FeedFetching
import FoundationEssentials
import Synchronization

/// Lets one request at a time through to each host, spaced, to many hosts at once, and to none that asked to be left
/// alone.
final class HostSlots: HostGate {
    /// Hosts that are asked at the same time.
    static let hostLimit = 64

    private struct Host {
        var isBusy = false
        /// When the spacing after its last request is over.
        var readyAt: ContinuousClock.Instant?
        /// 429s and 503s in a row.
        var limits = 0
        var hold: Date?

        func isIdle(_ now: ContinuousClock.Instant) -> Bool {
            !isBusy && hold == nil && limits == 0 && (readyAt.map { $0 <= now } ?? true)
        }
    }

    private struct Waiter {
        var number: UInt64
        var host: String
        var continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var hosts: [String: Host] = [:]
        var waiting: [Waiter] = []
        var active = 0
        /// Hosts with a hold.
        var holds = 0
        var number: UInt64 = 0
        var settings: PollingSettings

        /// Those that can go now, first come first served for each host.
        mutating func admit() -> [CheckedContinuation<Bool, Never>] {
            var admitted: [CheckedContinuation<Bool, Never>] = []
            var index = 0
            while index < waiting.count, active < HostSlots.hostLimit {
                let host = waiting[index].host
                if hosts[host]?.isBusy == true {
                    index += 1
                    continue
                }
                hosts[host, default: Host()].isBusy = true
                active += 1
                admitted.append(waiting.remove(at: index).continuation)
            }
            return admitted
        }
    }

    private let state: Mutex<State>
    private let clock: @Sendable () -> Date
    private let onHold: @Sendable (_ host: String, _ until: Date) async -> Void

    /// - Parameters:
    ///   - holds: from before a restart.
    ///   - onHold: is told when a host asks to be left alone.
    init(
        settings: PollingSettings, holds: [String: Date], clock: @escaping @Sendable () -> Date,
        onHold: @escaping @Sendable (_ host: String, _ until: Date) async -> Void
    ) {
        var hosts: [String: Host] = [:]
        for (host, until) in holds { hosts[host] = Host(hold: until) }
        state = Mutex(State(hosts: hosts, holds: hosts.count, settings: settings))
        self.clock = clock
        self.onHold = onHold
    }

    func apply(_ settings: PollingSettings) { state.withLock { $0.settings = settings } }

    /// Whether any host is to be left alone, or was of late.
    var hasHolds: Bool { state.withLock { $0.holds > 0 } }

    /// Until when a host is to be left alone; nil where it is not.
    func hold(of host: String) -> Date? {
        let now = clock()
        return state.withLock { state in
            guard let until = state.hosts[host]?.hold else { return nil }
            if until > now { return until }
            state.hosts[host]?.hold = nil
            state.holds -= 1
            return nil
        }
    }

    /// The clock was set: what was promised stays as long as it was.
    func shift(by seconds: Double) {
        state.withLock { state in
            for (host, value) in state.hosts {
                state.hosts[host]?.hold = value.hold?.addingTimeInterval(seconds)
            }
        }
    }

    func enter(_ host: String, isHop: Bool) async throws(FeedFetchError) {
        try checkHold(of: host)
        guard await takeSlot(host) else { throw .cancelled }
        do throws(FeedFetchError) {
            try checkHold(of: host)
            if !isHop { try await pause(before: host) }
        } catch {
            giveBack(host)
            throw error
        }
    }

    func leave(_ host: String, after answer: HostAnswer) async {
        let now = clock()
        let until = state.withLock { state -> Date? in
            switch answer {
            case .answered:
                state.hosts[host]?.limits = 0
                return nil
            case .noAnswer:
                return nil
            case .limited(let retryAfter):
                let limits = (state.hosts[host]?.limits ?? 0) + 1
                let hold = PollPolicy(state.settings).hold(
                    retryAfter: retryAfter, limitsInRow: limits, now: now)
                let until = now.addingTimeInterval(hold.seconds)
                if state.hosts[host]?.hold == nil { state.holds += 1 }
                state.hosts[host]?.limits = limits
                state.hosts[host]?.hold = until
                return until
            }
        }
        if let until { await onHold(host, until) }
        giveBack(host, spaced: true)
    }

    private func checkHold(of host: String) throws(FeedFetchError) {
        if let until = hold(of: host) { throw .hostHeld(host: host, until: until) }
    }

    /// False where the task was cancelled meanwhile.
    private func takeSlot(_ host: String) async -> Bool {
        let number = state.withLock { state in
            state.number += 1
            return state.number
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let admitted = state.withLock { state in
                    state.waiting.append(
                        Waiter(number: number, host: host, continuation: continuation))
                    return state.admit()
                }
                for next in admitted { next.resume(returning: true) }
                // Cancelled before it stood in the queue: nobody else will take it out.
                if Task.isCancelled { drop(number) }
            }
        } onCancel: {
            drop(number)
        }
    }

    private func drop(_ number: UInt64) {
        let waiter = state.withLock { state -> Waiter? in
            guard let index = state.waiting.firstIndex(where: { $0.number == number }) else {
                return nil
            }
            return state.waiting.remove(at: index)
        }
        waiter?.continuation.resume(returning: false)
    }

    private func pause(before host: String) async throws(FeedFetchError) {
        guard let ready = state.withLock({ $0.hosts[host]?.readyAt }), ready > .now else { return }
        do {
            try await Task.sleep(until: ready, clock: .continuous)
        } catch {
            throw .cancelled
        }
    }

    private func giveBack(_ host: String, spaced: Bool = false) {
        let now = ContinuousClock.now
        let admitted = state.withLock { state in
            state.hosts[host]?.isBusy = false
            if spaced { state.hosts[host]?.readyAt = now + state.settings.perHostSpacing }
            state.active -= 1
            // Hosts of linked pages are many: those of which nothing has to be remembered are forgotten.
            if state.hosts.count > 2048 {
                state.hosts = state.hosts.filter { !$0.value.isIdle(now) }
            }
            return state.admit()
        }
        for next in admitted { next.resume(returning: true) }
    }
}
