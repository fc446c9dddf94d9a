import Synchronization

/// Which connections a socket has, and by whom, so that nobody can use up the daemon's descriptors and nobody can keep
/// the others out.
///
/// A peer has so many; who is at his limit loses the one of his own that has rested longest, or is refused where all of
/// them are busy. Where all places are taken, the peer who holds the most makes room.
final class PeerConnections: Sendable {
    /// A user; processes of users that our name space does not know are told apart by their own number (user_namespaces(7):
    /// all of them have one user id then). Whoever comes over a network is known by his address.
    struct Peer: Hashable, Sendable {
        static let overflowUser: UInt32 = 65_534

        var user: UInt32
        var process: Int32?
        var address: String?

        init(address: String) {
            user = Peer.overflowUser
            self.address = address
        }

        init(user: UInt32, process: Int32) {
            self.user = user
            self.process = user == Peer.overflowUser ? process : nil
        }
    }

    private struct Connection {
        var peer: Peer
        var isBusy = false
        var close: @Sendable () -> Void
    }

    private struct State {
        var number: UInt64 = 0
        /// By number: the lower one has been there or at rest longer.
        var open: [UInt64: Connection] = [:]
    }

    private let limit: Int
    private let peerLimit: Int
    private let state = Mutex(State())

    init(limit: Int, peerLimit: Int) {
        self.limit = limit
        self.peerLimit = peerLimit
    }

    var count: Int { state.withLock { $0.open.count } }

    /// Takes a connection in; nil where it is refused.
    ///
    /// - Parameter close: closes it; must not block.
    /// - Returns: what it is called from now on.
    func enter(_ peer: Peer, close: @escaping @Sendable () -> Void) -> UInt64? {
        let (number, victim) = state.withLock { state -> (UInt64?, Connection?) in
            var victim: UInt64?
            let own = state.open.filter { $0.value.peer == peer }
            if own.count >= peerLimit {
                victim = own.filter { !$0.value.isBusy }.keys.min()
                if victim == nil { return (nil, nil) }
            } else if state.open.count >= limit {
                victim = Self.victim(for: peer, own.count, state.open)
                if victim == nil { return (nil, nil) }
            }
            let removed = victim.flatMap { state.open.removeValue(forKey: $0) }
            state.number += 1
            state.open[state.number] = Connection(peer: peer, close: close)
            return (state.number, removed)
        }
        victim?.close()
        return number
    }

    /// Of the peer who holds the most, the one that has rested longest, else the oldest; nil where nobody holds more
    /// than the newcomer would.
    private static func victim(
        for newcomer: Peer, _ held: Int, _ open: [UInt64: Connection]
    ) -> UInt64? {
        let groups = Dictionary(grouping: open, by: \.value.peer)
        let largest = groups.max { ($0.value.count, $1.key.user) < ($1.value.count, $0.key.user) }
        guard let largest,
            largest.value.count > held + 1 || largest.value.contains(where: { !$0.value.isBusy })
        else { return nil }
        let resting = largest.value.filter { !$0.value.isBusy }
        return (resting.isEmpty ? largest.value : resting).map(\.key).min()
    }

    func setBusy(_ number: UInt64, _ isBusy: Bool) {
        state.withLock { $0.open[number]?.isBusy = isBusy }
    }

    func leave(_ number: UInt64) {
        state.withLock { _ = $0.open.removeValue(forKey: number) }
    }
}
