import Synchronization

/// Lets one at a time through to each of many places, first come first served, and spaced: a keyed queue.
///
/// A place of which nothing has to be remembered is forgotten once there are thousands.
final class SpacedSlots<Key: Hashable & Sendable>: Sendable {
    private struct Slot {
        var isBusy = false
        var waiting = Line()
        /// When the spacing after its last turn is over.
        var readyAt: ContinuousClock.Instant?

        func isIdle(_ now: ContinuousClock.Instant) -> Bool {
            !isBusy && waiting.isEmpty && readyAt.map { $0 <= now } ?? true
        }
    }

    private struct State {
        var slots: [Key: Slot] = [:]
        var number: UInt64 = 0
        var spacing: Duration
    }

    private let state: Mutex<State>
    /// Of more places, the idle ones are forgotten.
    private static var remembered: Int { 4096 }

    init(spacing: Duration) { state = Mutex(State(spacing: spacing)) }

    func apply(spacing: Duration) { state.withLock { $0.spacing = spacing } }

    /// Takes the place where it is free and its spacing is over.
    func take(_ key: Key) -> Bool {
        let now = ContinuousClock.now
        return state.withLock { state in
            guard state.slots[key]?.isIdle(now) ?? true else { return false }
            state.slots[key, default: Slot()].isBusy = true
            return true
        }
    }

    /// Waits for the place and for its spacing, and takes it; false where the task was cancelled.
    func wait(for key: Key) async -> Bool {
        guard await turn(at: key) else { return false }
        if await pause(before: key) { return true }
        leave(key, isSpaced: false)
        return false
    }

    /// Waits for the place alone, and takes it; false where the task was cancelled.
    func turn(at key: Key) async -> Bool {
        let number = state.withLock { state in
            state.number += 1
            return state.number
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let admitted = state.withLock { state in
                    state.slots[key, default: Slot()].waiting.add(number, continuation)
                    return Self.next(at: key, in: &state)
                }
                admitted?.resume(returning: true)
                // Cancelled before it stood in line: nobody else will take it out.
                if Task.isCancelled { drop(number, key) }
            }
        } onCancel: {
            drop(number, key)
        }
    }

    /// Waits until the spacing of a place is over; false where the task was cancelled.
    func pause(before key: Key) async -> Bool {
        guard let ready = state.withLock({ $0.slots[key]?.readyAt }), ready > .now else {
            return true
        }
        do {
            try await Task.sleep(until: ready, clock: .continuous)
            return true
        } catch {
            return false
        }
    }

    /// Lets the next one in.
    ///
    /// - Parameter isSpaced: whether the turn was used, so that its spacing begins.
    func leave(_ key: Key, isSpaced: Bool = true) {
        let now = ContinuousClock.now
        let next = state.withLock { state in
            state.slots[key]?.isBusy = false
            if isSpaced { state.slots[key]?.readyAt = now + state.spacing }
            let next = Self.next(at: key, in: &state)
            if state.slots.count > Self.remembered {
                state.slots = state.slots.filter { !$0.value.isIdle(now) }
            }
            return next
        }
        next?.resume(returning: true)
    }

    private func drop(_ number: UInt64, _ key: Key) {
        state.withLock { $0.slots[key]?.waiting.remove(number) }?.resume(returning: false)
    }

    private static func next(
        at key: Key, in state: inout State
    ) -> CheckedContinuation<Bool, Never>? {
        guard state.slots[key]?.isBusy == false, let next = state.slots[key]?.waiting.next() else {
            return nil
        }
        state.slots[key]?.isBusy = true
        return next.continuation
    }
}
