import Glibc
import NIOCore

extension PeerConnections.Peer {
    /// struct ucred of unix(7).
    private struct Credentials: Sendable {
        var process: Int32 = 0
        var user: UInt32 = overflowUser
        var group: UInt32 = 0
    }

    /// Who is at the other end (SO_PEERCRED, unix(7)); somebody unknown where the kernel does not say.
    static func of(_ channel: any Channel) -> EventLoopFuture<PeerConnections.Peer> {
        if let address = channel.remoteAddress?.ipAddress {
            return channel.eventLoop.makeSucceededFuture(PeerConnections.Peer(address: address))
        }
        let unknown = PeerConnections.Peer(user: overflowUser, process: 0)
        guard let socket = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeSucceededFuture(unknown)
        }
        let answer: EventLoopFuture<Credentials> = socket.unsafeGetSocketOption(
            level: .socket, name: .init(rawValue: SO_PEERCRED))
        return answer.map { PeerConnections.Peer(user: $0.user, process: $0.process) }
            .flatMapErrorThrowing { _ in unknown }
    }
}
