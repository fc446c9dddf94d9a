import Synchronization
import Testing

@testable import ControlServer

@Suite struct PeerConnectionsTests {
    private final class Closings: Sendable {
        private let list = Mutex<[Int]>([])
        var all: [Int] { list.withLock { $0 } }
        func note(_ number: Int) { list.withLock { $0.append(number) } }
    }

    private func peer(_ user: UInt32) -> PeerConnections.Peer { .init(user: user, process: 1) }

    @Test func `a peer at his limit loses his oldest resting connection, never another's`() throws {
        let table = PeerConnections(limit: 10, peerLimit: 3)
        let closed = Closings()
        let other = table.enter(peer(2)) { closed.note(-1) }
        let own = (0..<3).compactMap { number in table.enter(peer(1)) { closed.note(number) } }
        #expect(other != nil && own.count == 3)
        table.setBusy(own[0], true)
        #expect(table.enter(peer(1)) { closed.note(3) } != nil)
        #expect(closed.all == [1] && table.count == 4)
        for number in 1...20 { table.setBusy(UInt64(number), true) }
        #expect(table.enter(peer(1)) {} == nil, "all of his are busy")
        #expect(table.enter(peer(3)) {} != nil)
        #expect(closed.all == [1])
    }

    @Test func `whoever holds the most makes room where all places are taken`() {
        let table = PeerConnections(limit: 8, peerLimit: 7)
        let closed = Closings()
        for number in 0..<7 {
            if let id = table.enter(peer(1), close: { closed.note(number) }) {
                table.setBusy(id, true)
            }
        }
        for user in 2...5 {
            let id = table.enter(peer(UInt32(user))) { closed.note(user * 100) }
            #expect(id != nil)
            if let id { table.setBusy(id, true) }
        }
        #expect(closed.all == [0, 1, 2] && table.count == 8)
    }

    @Test func `processes of users from another name space are told apart`() {
        typealias Peer = PeerConnections.Peer
        #expect(Peer(user: 65_534, process: 7) != Peer(user: 65_534, process: 8))
        #expect(Peer(user: 1000, process: 7) == Peer(user: 1000, process: 8))
    }

    @Test func `what has left leaves its place`() {
        let table = PeerConnections(limit: 2, peerLimit: 2)
        for _ in 1...50 {
            let id = table.enter(peer(1)) {}
            if let id { table.leave(id) }
        }
        #expect(table.count == 0)
    }
}
