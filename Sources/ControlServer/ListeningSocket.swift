import LinuxIO
import NIOCore
import NIOPosix

/// One open socket of the service.
final class ListeningSocket: Sendable {
    private let channel: any Channel
    /// Nil for a socket that systemd opened, and keeps, and for a port.
    private let listener: UnixListener?
    /// NIO's own option for it is not heeded with sockets that were bound by others. Who may stay is ours to say, not the
    /// queue's: see PeerConnections.
    private static let queueLength: Int32 = 1_024

    /// Takes over a descriptor that systemd handed over.
    init(inherited descriptor: Int32, _ bootstrap: ServerBootstrap) async throws {
        channel = try await bootstrap.withBoundSocket(descriptor).get()
        UnixListener.widenQueue(of: descriptor, to: Self.queueLength)
        listener = nil
    }

    /// Takes over a socket that we bound.
    init(_ listener: consuming UnixListener, _ bootstrap: ServerBootstrap) async throws {
        channel = try await bootstrap.withBoundSocket(listener.descriptor).get()
        UnixListener.widenQueue(of: listener.descriptor, to: Self.queueLength)
        self.listener = .some(consume listener)
    }

    /// Listens at a port of this machine.
    init(host: String, port: Int, _ bootstrap: ServerBootstrap) async throws {
        channel = try await bootstrap.serverChannelOption(.backlog, value: Self.queueLength)
            .bind(host: host, port: port).get()
        listener = nil
    }

    /// Stops listening, and removes the socket's file where it is ours.
    func close() async {
        try? listener?.removeFile()
        try? await channel.close()
    }
}
