import Synchronization

/// The answers that wait to be read by their peers, so that nobody who asks and does not read fills the memory.
final class AnswerLoad: Sendable {
    typealias Peer = PeerConnections.Peer

    /// Bytes.
    private struct State {
        var all = 0
        var peers: [Peer: Int] = [:]
    }

    private let limits: (all: Int, peer: Int)
    private let state = Mutex(State())

    /// - Parameters:
    ///   - all: bytes that wait at once.
    ///   - peer: bytes of them that wait for one peer; one answer alone may be larger.
    init(all: Int, peer: Int) { limits = (all, peer) }

    var bytes: Int { state.withLock { $0.all } }

    /// Takes an answer in; false where too much waits already.
    func take(_ bytes: Int, for peer: Peer) -> Bool {
        guard bytes > 0 else { return true }
        return state.withLock { state in
            let held = state.peers[peer] ?? 0
            guard held == 0 || held + bytes <= limits.peer,
                state.all == 0 || state.all + bytes <= limits.all
            else { return false }
            state.all += bytes
            state.peers[peer] = held + bytes
            return true
        }
    }

    func giveBack(_ bytes: Int, for peer: Peer) {
        state.withLock { state in
            state.all -= bytes
            let held = (state.peers[peer] ?? 0) - bytes
            state.peers[peer] = held > 0 ? held : nil
        }
    }
}
