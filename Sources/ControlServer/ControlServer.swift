import FoundationEssentials
import LinuxIO
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import ServiceLifecycle

/// HTTP/1.1 over two Unix sockets: `status.sock` to look (0660, group briefd), `control.sock` to steer (0600).
public final class ControlServer: Service {
    /// Connections at once; further ones wait in the kernel's queue.
    static let connectionLimit = 64
    static let idleSeconds: Int64 = 60

    private let service: any ControlService
    private let sockets: [ListeningSocket]
    private let log: Logger
    private let bound: [any Channel]

    /// Opens the sockets; they answer from now on.
    ///
    /// - Parameter inherited: descriptors that systemd handed over, by name: "status", "control".
    public init(
        runtime: String, inherited: [String: Int32], service: any ControlService, log: Logger
    ) async throws(ControlServerError) {
        self.service = service
        self.log = log
        sockets = [
            ListeningSocket(
                path: runtime + "/status.sock", mode: 0o660, group: "briefd", door: .status,
                inherited: inherited["status"]),
            ListeningSocket(
                path: runtime + "/control.sock", mode: 0o600, group: nil, door: .control,
                inherited: inherited["control"]),
        ]
        var open: [any Channel] = []
        for socket in sockets {
            do {
                let router = Router(service: service, door: socket.door)
                open.append(try await socket.bind(ControlServer.bootstrap(router, log)))
            } catch {
                for channel in open { try? await channel.close() }
                if let error = error as? ControlServerError { throw error }
                throw .notBound(path: socket.path, why: "\(error)")
            }
        }
        bound = open
    }

    /// Serves until the service is told to stop, then closes and removes the sockets.
    public func run() async throws {
        try? await gracefulShutdown()
        await close()
    }

    public func close() async {
        for (socket, channel) in zip(sockets, bound) {
            try? await channel.close()
            if socket.inherited == nil { try? FileManager.default.removeItem(atPath: socket.path) }
        }
    }

    private static func bootstrap(_ router: Router, _ log: Logger) -> ServerBootstrap {
        let count = ConnectionCount(limit: connectionLimit)
        return ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 64)
            .childChannelInitializer { channel in
                guard count.enter() else {
                    return channel.eventLoop.makeFailedFuture(ChannelError.inputClosed)
                }
                channel.closeFuture.whenComplete { _ in count.leave() }
                return channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.configureHTTPServerPipeline(
                        withPipeliningAssistance: true, withErrorHandling: true)
                    try pipeline.addHandler(
                        IdleStateHandler(readTimeout: .seconds(idleSeconds)))
                    try pipeline.addHandler(ControlHandler(router: router))
                }
            }
    }
}
