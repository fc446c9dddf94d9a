import Synchronization

/// Whose dear request is answered next: nobody has all the places, and who has had few comes first.
///
/// A value without a clock: who enters is told when to begin by what `enter` and `leave` return.
struct TurnLine<Peer: Hashable> {
    private struct Waiter {
        var number: UInt64
        var peer: Peer
    }

    /// Requests at once, of all and of one peer.
    let places: (all: Int, peer: Int)
    private var number: UInt64 = 0
    private var running: [UInt64: Peer] = [:]
    private var waiting: [Waiter] = []
    /// When each peer that waits or runs was last begun for.
    private var last: [Peer: UInt64] = [:]

    init(all: Int, peer: Int) { places = (all, peer) }

    var count: (running: Int, waiting: Int) { (running.count, waiting.count) }

    /// Stands in line; it is named by `begin` when it is its turn.
    mutating func enter(_ peer: Peer) -> UInt64 {
        number += 1
        waiting.append(Waiter(number: number, peer: peer))
        return number
    }

    /// Ends a turn, or gives up waiting.
    mutating func leave(_ number: UInt64) {
        let peer = running.removeValue(forKey: number)
        waiting.removeAll { $0.number == number }
        if let peer, !running.values.contains(peer), !waiting.contains(where: { $0.peer == peer }) {
            last[peer] = nil
        }
    }

    /// Those whose turn it is now: of the peer with the fewest places, of those the one who waited longest for his last.
    mutating func begin() -> [UInt64] {
        var begun: [UInt64] = []
        while running.count < places.all, let index = next() {
            let waiter = waiting.remove(at: index)
            number += 1
            last[waiter.peer] = number
            running[waiter.number] = waiter.peer
            begun.append(waiter.number)
        }
        return begun
    }

    private func next() -> Int? {
        var held: [Peer: Int] = [:]
        for peer in running.values { held[peer, default: 0] += 1 }
        func rank(_ waiter: Waiter) -> (Int, UInt64, UInt64) {
            (held[waiter.peer] ?? 0, last[waiter.peer] ?? 0, waiter.number)
        }
        return waiting.indices
            .filter { held[waiting[$0].peer] ?? 0 < places.peer }
            .min { rank(waiting[$0]) < rank(waiting[$1]) }
    }
}

/// Lets requests in by turns: see `TurnLine`.
final class PeerTurns: Sendable {
    typealias Peer = PeerConnections.Peer

    private struct State {
        var line: TurnLine<Peer>
        var sleepers: [UInt64: CheckedContinuation<UInt64, Never>] = [:]

        mutating func wake() -> [Woken] {
            line.begin().compactMap { number in
                sleepers.removeValue(forKey: number).map { Woken(number: number, sleeper: $0) }
            }
        }
    }

    private struct Woken {
        var number: UInt64
        var sleeper: CheckedContinuation<UInt64, Never>

        func resume() { sleeper.resume(returning: number) }
    }

    private let state: Mutex<State>

    init(all: Int, peer: Int) { state = Mutex(State(line: TurnLine(all: all, peer: peer))) }

    var count: (running: Int, waiting: Int) { state.withLock { $0.line.count } }

    /// Runs `body` when it is the peer's turn. One whose connection is gone waits on, and does nothing then.
    func run<Value: Sendable>(
        _ peer: Peer, _ body: @Sendable () async throws -> Value
    ) async rethrows -> Value {
        let number = await enter(peer)
        defer { leave(number) }
        return try await body()
    }

    private func enter(_ peer: Peer) async -> UInt64 {
        await withCheckedContinuation { continuation in
            // In one go: who stands in line is there to be woken.
            let woken = state.withLock { state in
                let number = state.line.enter(peer)
                state.sleepers[number] = continuation
                return state.wake()
            }
            for next in woken { next.resume() }
        }
    }

    private func leave(_ number: UInt64) {
        let woken = state.withLock { state in
            state.line.leave(number)
            return state.wake()
        }
        for next in woken { next.resume() }
    }
}
