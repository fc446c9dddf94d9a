import Synchronization

/// What hubs may have under way at once, so that nobody fills the memory.
final class PushLoad: Sendable {
    private let state = Mutex((connections: 0, bytes: 0))
    private let connections: Int
    private let bytes: Int

    init(connections: Int, bytes: Int) {
        self.connections = connections
        self.bytes = bytes
    }

    /// Takes a connection in; false where there are enough.
    func enter() -> Bool {
        state.withLock { state in
            guard state.connections < connections else { return false }
            state.connections += 1
            return true
        }
    }

    func leave() { state.withLock { $0.connections -= 1 } }

    /// Takes bytes of a body in; false where there are enough.
    func take(_ count: Int) -> Bool {
        state.withLock { state in
            guard state.bytes + count <= bytes else { return false }
            state.bytes += count
            return true
        }
    }

    func giveBack(_ count: Int) { state.withLock { $0.bytes -= count } }
}
