import Synchronization

/// Places for so many at a time, first come first served.
///
/// Whoever holds one for longer than `patience` no longer takes it from others, so that slow ones keep nobody
/// waiting, until there are `slowLimit` of those too. Somebody has to run `keepAging()` for that.
final class Places: Sendable {
    struct Limits {
        var places: Int
        var slow: Int
        var patience: Duration
        /// Bytes in hand beyond which nobody is let in.
        var bytes = Int.max
    }

    private struct State {
        let limits: Limits
        var line = Line()
        var number: UInt64 = 0
        /// Those within who count, by their number, and since when, in that order. Those that left may still stand
        /// in `order`.
        var young: Set<UInt64> = []
        var order: [(number: UInt64, since: ContinuousClock.Instant)] = []
        var slow: Set<UInt64> = []
        var bytesInHand = 0

        var hasRoom: Bool { young.count < limits.places && bytesInHand < limits.bytes }
        /// Whether somebody waits whom the next look may let in.
        var isCrowded: Bool { !line.isEmpty && slow.count < limits.slow }

        mutating func take(_ number: UInt64) {
            young.insert(number)
            if order.count > 2 * limits.places {
                order.removeAll { [young] in !young.contains($0.number) }
            }
            order.append((number, .now))
        }

        mutating func admit() -> [CheckedContinuation<Bool, Never>] {
            var admitted: [CheckedContinuation<Bool, Never>] = []
            while hasRoom, let next = line.next() {
                take(next.number)
                admitted.append(next.continuation)
            }
            return admitted
        }

        mutating func age(now: ContinuousClock.Instant) {
            let old = order.prefix { $0.since + limits.patience <= now }
            for (number, _) in old where young.contains(number) {
                guard slow.count < limits.slow else { return }
                young.remove(number)
                slow.insert(number)
            }
            order.removeFirst(old.count)
        }
    }

    private let state: Mutex<State>
    private let crowded = Wakeup()

    init(_ limits: Limits) { state = Mutex(State(limits: limits)) }

    /// How many are within, slow ones included.
    var count: Int { state.withLock { $0.young.count + $0.slow.count } }

    /// Waits for a place; nil where the task was cancelled meanwhile.
    func enter() async -> UInt64? {
        let number = state.withLock { state in
            state.number += 1
            return state.number
        }
        let isIn = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let (admitted, isCrowded) = state.withLock { state in
                    state.line.add(number, continuation)
                    return (state.admit(), state.isCrowded)
                }
                for next in admitted { next.resume(returning: true) }
                if isCrowded { crowded.ring() }
                // Cancelled before it stood in line: nobody else will take it out.
                if Task.isCancelled { drop(number) }
            }
        } onCancel: {
            drop(number)
        }
        return isIn ? number : nil
    }

    func leave(_ number: UInt64) {
        let isCrowded = change { state in
            let isSlow = state.young.remove(number) == nil && state.slow.remove(number) != nil
            return isSlow && state.isCrowded
        }
        if isCrowded { crowded.ring() }
    }

    /// Counts bytes as in hand while `body` runs. `body` must not wait for a place: it could wait for itself.
    func carrying<Value>(_ bytes: Int, _ body: () async throws -> Value) async rethrows -> Value {
        change { $0.bytesInHand += bytes }
        defer { change { $0.bytesInHand -= bytes } }
        return try await body()
    }

    /// Lets others in where somebody is slow; until the task is cancelled.
    func keepAging() async {
        let step = state.withLock { $0.limits.patience } / 4
        while !Task.isCancelled {
            await crowded.wait(atMost: nil)
            while !Task.isCancelled, state.withLock({ $0.isCrowded }) {
                try? await Task.sleep(for: step)
                change { $0.age(now: .now) }
            }
        }
    }

    private func change<Value>(_ body: (inout State) -> Value) -> Value {
        let (value, admitted) = state.withLock { state in (body(&state), state.admit()) }
        for next in admitted { next.resume(returning: true) }
        return value
    }

    private func drop(_ number: UInt64) {
        state.withLock { $0.line.remove(number) }?.resume(returning: false)
    }
}
