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
final class HostSlots: HostGate, HostHolds {
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
        /// Of its request, where one is under way.
        var place: UInt64?
        /// 429s and 503s in a row.
        var limits = 0
        var hold: Date?

        var isBlank: Bool { place == nil && limits == 0 && hold == nil }
    }

    private struct State {
        /// Those of which something has to be remembered.
        var hosts: [String: Host] = [:]
        /// Hosts with a hold.
        var holds = 0
        var settings: PollingSettings
    }

    private let state: Mutex<State>
    private let slots: SpacedSlots<String>
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
        slots = SpacedSlots(spacing: settings.perHostSpacing)
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
        slots.apply(spacing: settings.perHostSpacing)
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
        guard await slots.turn(at: host) else { throw .cancelled }
        do throws(FeedFetchError) {
            try checkHold(of: host)
            if !isHop, await !slots.pause(before: host) { throw FeedFetchError.cancelled }
            guard let place = await requests.enter() else { throw .cancelled }
            state.withLock { $0.hosts[host, default: Host()].place = place }
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
                state.hosts[host, default: Host()].limits = limits
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
        guard await slots.pause(before: host) else { return nil }
        return await polls.enter()
    }

    func endPoll(_ place: UInt64) { polls.leave(place) }

    /// Counts the bytes of an answer as in hand while `body` runs. `body` must not wait for a host: it could wait for
    /// itself.
    func carrying<Value>(_ bytes: Int, _ body: () async throws -> Value) async rethrows -> Value {
        try await requests.carrying(bytes, body)
    }

    private func release(_ host: String, isSpaced: Bool = false) {
        let place = state.withLock { state in
            let place = state.hosts[host]?.place
            state.hosts[host]?.place = nil
            if state.hosts[host]?.isBlank == true { state.hosts[host] = nil }
            return place
        }
        if let place { requests.leave(place) }
        slots.leave(host, isSpaced: isSpaced)
    }
}
