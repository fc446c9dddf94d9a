import Synchronization

/// A bell that one task waits for: until it is rung, or some time has passed.
final class Wakeup: Sendable {
    private struct State {
        var isRung = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func ring() {
        state.withLock { state in
            defer { state.waiter = nil }
            state.isRung = state.waiter == nil
            return state.waiter
        }?.resume()
    }

    /// Returns at once where it was rung before, or when the task is cancelled.
    func wait(atMost limit: Duration?) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.wait() }
            if let limit {
                group.addTask { try? await Task.sleep(for: max(limit, .zero)) }
            }
            await group.next()
            group.cancelAll()
        }
    }

    private func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if state.isRung || Task.isCancelled {
                        state.isRung = false
                        return true
                    }
                    state.waiter = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                defer { state.waiter = nil }
                return state.waiter
            }
            waiter?.resume()
        }
    }
}
