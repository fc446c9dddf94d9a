import BriefModel
import LinuxIO
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import ServiceLifecycle

/// HTTP/1.1 for hubs: GET and POST of ".../TOKEN", and nothing else. It stands behind a proxy.
public final class PushServer: Service {
    /// Connections at once.
    private static let connectionLimit = 64
    /// Seconds that a hub may take for a request.
    private static let patience: Int64 = 60

    private let socket: ListeningSocket

    /// Opens the door.
    ///
    /// - Parameter maxBody: bytes of one delivery; the same is the bound for all that come at once, times four.
    public init(
        _ place: DoorPlace, door: any PushDoor, maxBody: Int
    ) async throws(ControlServerError) {
        let bootstrap = Self.bootstrap(door, maxBody)
        do {
            socket = try await place.open(bootstrap, mode: 0o666)
        } catch {
            throw ControlServerError(any: error, runtime: "\(place)")
        }
    }

    /// Serves until the service is told to stop.
    public func run() async throws {
        try? await gracefulShutdown()
        await socket.close()
    }

    private static func bootstrap(_ door: any PushDoor, _ maxBody: Int) -> ServerBootstrap {
        let load = PushLoad(connections: connectionLimit, bytes: 4 * maxBody)
        return ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                guard load.enter() else {
                    return channel.eventLoop.makeFailedFuture(ChannelError.inputClosed)
                }
                channel.closeFuture.whenComplete { _ in load.leave() }
                return channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    let state = ConnectionState()
                    let time = TimeAmount.seconds(patience)
                    try pipeline.addHandler(ConnectionDeadlines(request: time, piece: time))
                    try pipeline.addHandler(
                        HeadGuard(limit: ControlServer.headLimit, state: state))
                    try pipeline.configureHTTPServerPipeline(
                        withPipeliningAssistance: true, withErrorHandling: true)
                    try pipeline.addHandler(IdleStateHandler(readTimeout: .seconds(patience)))
                    try pipeline.addHandler(PushHandler(door, state, load, maxBody: maxBody))
                }
            }
    }
}
