import Storage
import Synchronization

/// Saves the states of feeds. Those that come while one transaction is on its way to the disk share the next one.
final class StateSaver: Sendable {
    private struct Waiter {
        var state: FeedState
        var continuation: CheckedContinuation<Void, any Error>
    }

    private let store: FeedStateStore
    private let thread: SerialThread
    private let waiting = Mutex<[Waiter]>([])

    init(store: FeedStateStore, thread: SerialThread) {
        self.store = store
        self.thread = thread
    }

    /// Returns when the state is on the disk.
    func save(_ state: FeedState) async throws {
        try await withCheckedThrowingContinuation { continuation in
            let isFirst = waiting.withLock { waiting in
                waiting.append(Waiter(state: state, continuation: continuation))
                return waiting.count == 1
            }
            if isFirst { thread.start { [self] in flush() } }
        }
    }

    private func flush() {
        let group = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        let result = Result { try store.save(group.map(\.state)) }
        for waiter in group { waiter.continuation.resume(with: result) }
    }
}
