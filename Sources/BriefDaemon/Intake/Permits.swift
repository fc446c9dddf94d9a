import Synchronization

/// A stock of permits: whoever wants some waits until so many are free, first come first served.
///
/// It is the back-pressure of the service: a document takes as many permits as it has bytes, so memory is bounded
/// however many documents arrive and however large they are.
final class Permits: Sendable {
    private struct Waiter {
        var weight: Int
        var continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var free: Int
        var waiting: [Waiter] = []
        var holders = 0

        /// Those at the front that can go now.
        mutating func admit() -> [CheckedContinuation<Void, Never>] {
            var admitted: [CheckedContinuation<Void, Never>] = []
            while let first = waiting.first, first.weight <= free {
                free -= first.weight
                holders += 1
                admitted.append(first.continuation)
                waiting.removeFirst()
            }
            return admitted
        }
    }

    private let state: Mutex<State>
    private let total: Int

    init(_ total: Int) {
        self.total = total
        state = Mutex(State(free: total))
    }

    /// How many hold permits, and how many wait for some.
    var use: (holders: Int, waiting: Int) {
        state.withLock { ($0.holders, $0.waiting.count) }
    }

    /// Runs `body` with `weight` permits, at most as many as there are at all.
    func run<Value: Sendable>(
        weight: Int, _ body: @Sendable () async throws -> Value
    ) async rethrows -> Value {
        await take(weight)
        defer { giveBack(weight) }
        return try await body()
    }

    func take(_ weight: Int = 1) async {
        await withCheckedContinuation { continuation in
            let admitted = state.withLock { state in
                state.waiting.append(Waiter(weight: bounded(weight), continuation: continuation))
                return state.admit()
            }
            for next in admitted { next.resume() }
        }
    }

    func giveBack(_ weight: Int = 1) {
        let admitted = state.withLock { state in
            state.free += bounded(weight)
            state.holders -= 1
            return state.admit()
        }
        for next in admitted { next.resume() }
    }

    private func bounded(_ weight: Int) -> Int { min(max(1, weight), total) }
}
