import LinuxIO
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import ServiceLifecycle

/// HTTP/1.1 over two Unix sockets: `status.sock` to look (0660, group briefd), `control.sock` to steer (0600).
public final class ControlServer: Service {
    /// Connections at once on each socket, and of them those of one peer: see `PeerConnections`.
    static let connectionLimit = 256
    static let peerLimit = 48
    /// Bytes of a request's head; larger ones are refused.
    static let headLimit = 16 << 10
    /// Fields of a request's head; more are refused.
    static let fieldLimit = 100
    /// Seconds that a connection may rest between two requests.
    static let idleSeconds: Int64 = 60

    /// Seconds between the signs of life in a stream of events.
    static let heartbeatSeconds: Int64 = 15

    private let sockets: [ListeningSocket]
    private let lock: RuntimeLock?

    /// Opens the sockets; they answer from now on.
    ///
    /// - Parameters:
    ///   - runtime: absolute; made where it is missing.
    ///   - inherited: descriptors that systemd handed over, by name: "status", "control".
    ///   - keeper: the same for all doors.
    public init(
        runtime: String, inherited: [String: Int32], service: any ControlService, log: Logger,
        keeper: Doorkeeper = Doorkeeper()
    ) async throws(ControlServerError) {
        let doors: [(name: String, mode: UInt32, group: String?, door: Router.Door)] = [
            ("status", 0o660, "briefd", .status), ("control", 0o600, nil, .control),
        ]
        let isOurs = doors.contains { inherited[$0.name] == nil }
        lock = isOurs ? try RuntimeLock(runtime) : nil
        var open: [ListeningSocket] = []
        do {
            for door in doors {
                let bootstrap = ControlServer.bootstrap(
                    Router(service: service, door: door.door), keeper)
                if let descriptor = inherited[door.name] {
                    open.append(try await ListeningSocket(inherited: descriptor, bootstrap))
                } else {
                    let listener = try UnixListener(
                        FileName(door.name + ".sock"), in: try Directory(at: runtime),
                        mode: door.mode, group: door.group)
                    open.append(try await ListeningSocket(listener, bootstrap))
                }
            }
        } catch {
            for socket in open { await socket.close() }
            throw ControlServerError(any: error, runtime: runtime)
        }
        sockets = open
        log.debug("sockets are open", metadata: ["runtime": "\(runtime)"])
    }

    /// Serves until the service is told to stop, then closes and removes the sockets.
    public func run() async throws {
        try? await gracefulShutdown()
        await close()
    }

    public func close() async {
        for socket in sockets { await socket.close() }
    }

    static func bootstrap(_ router: any Answering, _ keeper: Doorkeeper) -> ServerBootstrap {
        let connections = PeerConnections(limit: connectionLimit, peerLimit: peerLimit)
        return ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                PeerConnections.Peer.of(channel).flatMap { peer in
                    let number = connections.enter(peer) { channel.close(promise: nil) }
                    guard let number else {
                        return channel.eventLoop.makeFailedFuture(ChannelError.inputClosed)
                    }
                    channel.closeFuture.whenComplete { _ in connections.leave(number) }
                    return channel.eventLoop.makeCompletedFuture {
                        let visit = Visit(router: router, keeper: keeper, peer: peer) {
                            connections.setBusy(number, $0)
                        }
                        try configure(channel.pipeline.syncOperations, visit)
                    }
                }
            }
    }

    private static func configure(
        _ pipeline: ChannelPipeline.SynchronousOperations, _ visit: Visit
    ) throws {
        var limits = NIOHTTPDecoderLimitConfiguration()
        // HeadGuard sees to the limit, and says so.
        limits.maxHeaderFieldSize = 2 * headLimit
        limits.maxHeaderListSize = 2 * headLimit
        limits.maxHeaderFieldCount = fieldLimit
        let state = ConnectionState()
        let patience = visit.keeper.patience
        try pipeline.addHandler(
            ConnectionDeadlines(request: patience.request, piece: patience.piece))
        try pipeline.addHandler(HeadGuard(limit: headLimit, state: state))
        try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: true, withErrorHandling: false,
            withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
        try pipeline.addHandler(ParserFaults())
        try pipeline.addHandler(IdleStateHandler(readTimeout: .seconds(idleSeconds)))
        try pipeline.addHandler(ControlHandler(visit, state: state))
    }
}
