import Curl
import Synchronization

/// The addresses that one request for a page may connect to, as they come up when its host's name is resolved.
///
/// Nothing is known of them before: the request is broken off before it connects where an address is another's turn,
/// and made again when it is its own.
final class AddressTurn: Sendable {
    /// So many addresses of one host are waited for.
    static let limit = 4
    static let refusal = "it is another request's turn at this address"

    private struct State {
        var held: [SocketAddress] = []
        var busy: SocketAddress?
    }

    private let gate: any HostGate
    private let state = Mutex(State())

    init(_ gate: any HostGate) { self.gate = gate }

    /// Called before a connection: whether it may be made.
    func admits(_ address: SocketAddress) -> Bool {
        state.withLock { state in
            if state.held.contains(address) { return true }
            guard gate.take(address) else {
                state.busy = address
                return false
            }
            state.held.append(address)
            return true
        }
    }

    /// Waits for the address whose turn it was not; false where none was in the way.
    func waitForTurn() async throws(FeedFetchError) -> Bool {
        let busy = state.withLock { state in
            defer { state.busy = nil }
            return state.held.count < AddressTurn.limit ? state.busy : nil
        }
        guard let busy else { return false }
        try await gate.wait(for: busy)
        state.withLock { $0.held.append(busy) }
        return true
    }

    func end() {
        let held = state.withLock { state in
            defer { state.held = [] }
            return state.held
        }
        for address in held { gate.leave(address) }
    }
}
