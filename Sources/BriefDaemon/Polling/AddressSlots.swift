import Curl
import FeedFetching
import Synchronization

/// Lets one request for a linked page at a time through to each address and port, spaced, whatever the names of the
/// hosts that are there.
///
/// Feeds themselves are not held to it: which of them are followed an operator decides, and thousands may lie at one
/// large provider's address.
final class AddressSlots: Sendable {
    private struct Slot {
        var isBusy = false
        var waiting = Line()
        var readyAt: ContinuousClock.Instant?

        func isIdle(_ now: ContinuousClock.Instant) -> Bool {
            !isBusy && waiting.isEmpty && readyAt.map { $0 <= now } ?? true
        }
    }

    private struct State {
        var slots: [SocketAddress: Slot] = [:]
        var number: UInt64 = 0
        var spacing: Duration
    }

    private let state: Mutex<State>

    init(spacing: Duration) { state = Mutex(State(spacing: spacing)) }

    func apply(spacing: Duration) { state.withLock { $0.spacing = spacing } }

    /// Takes the address where it is free and its spacing is over.
    func take(_ address: SocketAddress) -> Bool {
        let now = ContinuousClock.now
        return state.withLock { state in
            guard state.slots[address]?.isIdle(now) ?? true else { return false }
            state.slots[address, default: Slot()].isBusy = true
            return true
        }
    }

    /// Waits for the address, first come first served, and takes it; false where the task was cancelled.
    func wait(for address: SocketAddress) async -> Bool {
        let number = state.withLock { state in
            state.number += 1
            return state.number
        }
        let isTaken = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let admitted = state.withLock { state in
                    state.slots[address, default: Slot()].waiting.add(number, continuation)
                    return AddressSlots.next(of: address, in: &state)
                }
                admitted?.resume(returning: true)
                // Cancelled before it stood in line: nobody else will take it out.
                if Task.isCancelled { drop(number, address) }
            }
        } onCancel: {
            drop(number, address)
        }
        guard isTaken else { return false }
        guard let ready = state.withLock({ $0.slots[address]?.readyAt }), ready > .now else {
            return true
        }
        do {
            try await Task.sleep(until: ready, clock: .continuous)
            return true
        } catch {
            release(address, isSpaced: false)
            return false
        }
    }

    func leave(_ address: SocketAddress) { release(address, isSpaced: true) }

    private func release(_ address: SocketAddress, isSpaced: Bool) {
        let now = ContinuousClock.now
        let next = state.withLock { state in
            state.slots[address]?.isBusy = false
            if isSpaced { state.slots[address]?.readyAt = now + state.spacing }
            let next = AddressSlots.next(of: address, in: &state)
            if state.slots.count > 4096 {
                state.slots = state.slots.filter { !$0.value.isIdle(now) }
            }
            return next
        }
        next?.resume(returning: true)
    }

    private func drop(_ number: UInt64, _ address: SocketAddress) {
        state.withLock { $0.slots[address]?.waiting.remove(number) }?.resume(returning: false)
    }

    private static func next(
        of address: SocketAddress, in state: inout State
    ) -> CheckedContinuation<Bool, Never>? {
        guard state.slots[address]?.isBusy == false,
            let next = state.slots[address]?.waiting.next()
        else { return nil }
        state.slots[address]?.isBusy = true
        return next.continuation
    }
}
