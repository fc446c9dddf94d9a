import Synchronization

/// How many connections are open, so that nobody can use up the daemon's descriptors.
final class ConnectionCount: Sendable {
    private let open = Mutex(0)
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// False where there are enough already.
    func enter() -> Bool {
        open.withLock { open in
            guard open < limit else { return false }
            open += 1
            return true
        }
    }

    func leave() {
        open.withLock { $0 -= 1 }
    }
}
