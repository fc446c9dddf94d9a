import BriefModel
import FeedFetching
import FoundationEssentials
import Synchronization

/// Lets one request at a time through to each host, spaced, to many hosts at once, and to none that asked to be left
/// alone.
///
/// A request waits for its host, then until the spacing is over, and only then for one of the places that all hosts
/// share: hosts that rest or are slow keep nobody else waiting.
final class HostSlots: HostGate {
    /// Requests under way at the same time.
    static let requestLimit = 200
    /// Bytes of answers in hand beyond which no further request starts.
    static let bytesInHandLimit = 48 << 20

    private struct Host {
        var isBusy = false
        var waiting = Line()
        /// When the spacing after its last request is over.
        var readyAt: ContinuousClock.Instant?
        /// 429s and 503s in a row.
        var limits = 0
        var hold: Date?

        func isIdle(_ now: ContinuousClock.Instant) -> Bool {
            !isBusy && waiting.isEmpty && hold == nil && limits == 0
                && (readyAt.map { $0 <= now } ?? true)
        }
    }

    private struct State {
        var hosts: [String: Host] = [:]
        /// Those whose host is theirs already.
        var waiting = Line()
        var active = 0
        var bytesInHand = 0
        /// Hosts with a hold.
        var holds = 0
        var number: UInt64 = 0
        var settings: PollingSettings

        mutating func admit() -> [CheckedContinuation<Bool, Never>] {
            var admitted: [CheckedContinuation<Bool, Never>] = []
            while active < HostSlots.requestLimit, bytesInHand < HostSlots.bytesInHandLimit,
                let next = waiting.next()
            {
                active += 1
                admitted.append(next)
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

    var requestsUnderWay: Int { state.withLock { $0.active } }

    func apply(_ settings: PollingSettings) { state.withLock { $0.settings = settings } }

    // MARK: Holds

    /// Whether any host is to be left alone, or was of late.
    var hasHolds: Bool { state.withLock { $0.holds > 0 } }

    /// Until when each host is to be left alone.
    var holds: [String: Date] { state.withLock { $0.hosts.compactMapValues(\.hold) } }

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

    private func checkHold(of host: String) throws(FeedFetchError) {
        if let until = hold(of: host) { throw .hostHeld(host: host, until: until) }
    }

    // MARK: In and out

    func enter(_ host: String, isHop: Bool) async throws(FeedFetchError) {
        try checkHold(of: host)
        guard await wait({ $0.hosts[host, default: Host()].waiting.add($1, $2) }, host: host) else {
            throw .cancelled
        }
        do throws(FeedFetchError) {
            try checkHold(of: host)
            if !isHop { try await pause(before: host) }
            guard await wait({ $0.waiting.add($1, $2) }, host: nil) else { throw .cancelled }
        } catch {
            release(host, wasActive: false)
            throw error
        }
        do throws(FeedFetchError) {
            try checkHold(of: host)
        } catch {
            release(host, wasActive: true)
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
        release(host, wasActive: true, isSpaced: true)
    }

    /// Counts the bytes of an answer as in hand while `body` runs. `body` must not wait for a host: it could wait for
    /// itself.
    func carrying<Value>(_ bytes: Int, _ body: () async throws -> Value) async rethrows -> Value {
        state.withLock { $0.bytesInHand += bytes }
        defer {
            let admitted = state.withLock { state in
                state.bytesInHand -= bytes
                return state.admit()
            }
            for next in admitted { next.resume(returning: true) }
        }
        return try await body()
    }

    /// Waits in a line; false where the task was cancelled meanwhile.
    private func wait(
        _ add: @Sendable (inout State, UInt64, CheckedContinuation<Bool, Never>) -> Void,
        host: String?
    ) async -> Bool {
        let number = state.withLock { state in
            state.number += 1
            return state.number
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let admitted = state.withLock { state in
                    add(&state, number, continuation)
                    guard let host else { return state.admit() }
                    return HostSlots.next(of: host, in: &state)
                }
                for next in admitted { next.resume(returning: true) }
                // Cancelled before it stood in line: nobody else will take it out.
                if Task.isCancelled { drop(number, host) }
            }
        } onCancel: {
            drop(number, host)
        }
    }

    private static func next(
        of host: String, in state: inout State
    ) -> [CheckedContinuation<Bool, Never>] {
        guard state.hosts[host]?.isBusy == false, let next = state.hosts[host]?.waiting.next()
        else { return [] }
        state.hosts[host]?.isBusy = true
        return [next]
    }

    private func drop(_ number: UInt64, _ host: String?) {
        let waiter = state.withLock { state in
            guard let host else { return state.waiting.remove(number) }
            return state.hosts[host]?.waiting.remove(number)
        }
        waiter?.resume(returning: false)
    }

    private func pause(before host: String) async throws(FeedFetchError) {
        guard let ready = state.withLock({ $0.hosts[host]?.readyAt }), ready > .now else { return }
        do {
            try await Task.sleep(until: ready, clock: .continuous)
        } catch {
            throw .cancelled
        }
    }

    private func release(_ host: String, wasActive: Bool, isSpaced: Bool = false) {
        let now = ContinuousClock.now
        let admitted = state.withLock { state in
            state.hosts[host]?.isBusy = false
            if isSpaced { state.hosts[host]?.readyAt = now + state.settings.perHostSpacing }
            if wasActive { state.active -= 1 }
            let next = HostSlots.next(of: host, in: &state)
            // Hosts of linked pages are many: those of which nothing has to be remembered are forgotten.
            if state.hosts.count > 4096 {
                state.hosts = state.hosts.filter { !$0.value.isIdle(now) }
            }
            return next + state.admit()
        }
        for next in admitted { next.resume(returning: true) }
    }
}
