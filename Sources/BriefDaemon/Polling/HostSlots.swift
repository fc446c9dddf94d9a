import BriefModel
import Curl
import FeedFetching
import FoundationEssentials
import Synchronization

/// Lets one request at a time through to each host, spaced, to many hosts at once, and to none that asked to be left
/// alone.
///
/// A request waits for its host, then until the spacing is over, and only then for one of the places that all hosts
/// share: hosts that rest or are slow keep nobody else waiting.
final class HostSlots: HostGate {
    /// Requests under way at the same time, slow ones not counted.
    static let requestLimit = 200
    /// Polls in hand at the same time, slow ones not counted: what they hold while they wait is memory.
    static let pollLimit = 400
    /// Slow ones of either kind; that many feeds whose hosts drip cannot keep the others waiting.
    static let slowLimit = 600
    /// As many as may be under way, and some that are kept for the next request.
    static let connectionLimit = requestLimit + slowLimit + 64
    /// After which a request or poll is a slow one.
    static let patience = Duration.seconds(4)
    /// Bytes of answers in hand beyond which no further request starts.
    static let bytesInHandLimit = 48 << 20

    private struct Host {
        var isBusy = false
        /// Of its request, where one is under way.
        var place: UInt64?
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
        /// Hosts with a hold.
        var holds = 0
        var number: UInt64 = 0
        var settings: PollingSettings
    }

    private let state: Mutex<State>
    private let requests: Places
    private let polls: Places
    private let addresses: AddressSlots
    private let clock: @Sendable () -> Date
    private let onHold: @Sendable (_ host: String, _ until: Date) async -> Void

    /// - Parameters:
    ///   - holds: from before a restart.
    ///   - patience: after which a request or poll is a slow one.
    ///   - onHold: is told when a host asks to be left alone.
    init(
        settings: PollingSettings, holds: [String: Date], patience: Duration = HostSlots.patience,
        clock: @escaping @Sendable () -> Date,
        onHold: @escaping @Sendable (_ host: String, _ until: Date) async -> Void
    ) {
        var hosts: [String: Host] = [:]
        for (host, until) in holds { hosts[host] = Host(hold: until) }
        state = Mutex(State(hosts: hosts, holds: hosts.count, settings: settings))
        requests = Places(
            .init(
                places: HostSlots.requestLimit, slow: HostSlots.slowLimit, patience: patience,
                bytes: HostSlots.bytesInHandLimit))
        polls = Places(
            .init(places: HostSlots.pollLimit, slow: HostSlots.slowLimit, patience: patience))
        addresses = AddressSlots(spacing: settings.perHostSpacing)
        self.clock = clock
        self.onHold = onHold
    }

    var requestsUnderWay: Int { requests.count }

    /// Lets others in where somebody is slow; until the task is cancelled.
    func keepAging() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.requests.keepAging() }
            group.addTask { await self.polls.keepAging() }
        }
    }

    func apply(_ settings: PollingSettings) {
        state.withLock { $0.settings = settings }
        addresses.apply(spacing: settings.perHostSpacing)
    }

    // MARK: Addresses

    func take(_ address: SocketAddress) -> Bool { addresses.take(address) }

    func wait(for address: SocketAddress) async throws(FeedFetchError) {
        guard await addresses.wait(for: address) else { throw .cancelled }
    }

    func leave(_ address: SocketAddress) { addresses.leave(address) }

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
        guard await wait(for: host) else { throw .cancelled }
        do throws(FeedFetchError) {
            try checkHold(of: host)
            if !isHop { try await pause(before: host) }
            guard let place = await requests.enter() else { throw .cancelled }
            state.withLock { $0.hosts[host]?.place = place }
            try checkHold(of: host)
        } catch {
            release(host)
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
        release(host, isSpaced: true)
    }

    /// Waits until a poll of a host may begin: its spacing is over, and not too many are in hand.
    ///
    /// - Returns: what `endPoll` wants; nil where the task was cancelled.
    func beginPoll(of host: String) async -> UInt64? {
        do throws(FeedFetchError) {
            try await pause(before: host)
        } catch {
            return nil
        }
        return await polls.enter()
    }

    func endPoll(_ place: UInt64) { polls.leave(place) }

    /// Counts the bytes of an answer as in hand while `body` runs. `body` must not wait for a host: it could wait for
    /// itself.
    func carrying<Value>(_ bytes: Int, _ body: () async throws -> Value) async rethrows -> Value {
        try await requests.carrying(bytes, body)
    }

    /// Waits for a host; false where the task was cancelled meanwhile.
    private func wait(for host: String) async -> Bool {
        let number = state.withLock { state in
            state.number += 1
            return state.number
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let admitted = state.withLock { state in
                    state.hosts[host, default: Host()].waiting.add(number, continuation)
                    return HostSlots.next(of: host, in: &state)
                }
                admitted?.resume(returning: true)
                // Cancelled before it stood in line: nobody else will take it out.
                if Task.isCancelled { drop(number, host) }
            }
        } onCancel: {
            drop(number, host)
        }
    }

    private static func next(
        of host: String, in state: inout State
    ) -> CheckedContinuation<Bool, Never>? {
        guard state.hosts[host]?.isBusy == false, let next = state.hosts[host]?.waiting.next()
        else { return nil }
        state.hosts[host]?.isBusy = true
        return next.continuation
    }

    private func drop(_ number: UInt64, _ host: String) {
        state.withLock { $0.hosts[host]?.waiting.remove(number) }?.resume(returning: false)
    }

    private func pause(before host: String) async throws(FeedFetchError) {
        guard let ready = state.withLock({ $0.hosts[host]?.readyAt }), ready > .now else { return }
        do {
            try await Task.sleep(until: ready, clock: .continuous)
        } catch {
            throw .cancelled
        }
    }

    private func release(_ host: String, isSpaced: Bool = false) {
        let now = ContinuousClock.now
        let (place, next) = state.withLock { state in
            let place = state.hosts[host]?.place
            state.hosts[host]?.place = nil
            state.hosts[host]?.isBusy = false
            if isSpaced { state.hosts[host]?.readyAt = now + state.settings.perHostSpacing }
            let next = HostSlots.next(of: host, in: &state)
            // Hosts of linked pages are many: those of which nothing has to be remembered are forgotten.
            if state.hosts.count > 4096 {
                state.hosts = state.hosts.filter { !$0.value.isIdle(now) }
            }
            return (place, next)
        }
        if let place { requests.leave(place) }
        next?.resume(returning: true)
    }
}
