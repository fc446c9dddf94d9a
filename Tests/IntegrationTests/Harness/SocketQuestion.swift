import ControlProtocol
import NIOCore
import NIOHTTP1
import NIOPosix

/// Asks the daemon's status socket without a process of its own: `briefctl` has tests enough.
enum SocketQuestion {
    enum Failure: Error { case noAnswer }

    /// The body of the answer.
    static func ask(
        _ method: HTTPMethod = .GET, _ path: String, body: String = "", socket: String
    ) async throws -> [UInt8] {
        try await answer(method, path, body: body, socket: socket).body
    }

    static func answer(
        _ method: HTTPMethod = .GET, _ path: String, headers: [(String, String)] = [],
        body: String = "", socket: String
    ) async throws -> (status: Int, body: [UInt8]) {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let promise = loop.makePromise(of: (status: Int, body: [UInt8]).self)
        let channel = try await ClientBootstrap(group: loop)
            .channelInitializer { channel in
                channel.pipeline.addHTTPClientHandlers().flatMapThrowing {
                    try channel.pipeline.syncOperations.addHandler(AnswerHandler(promise))
                }
            }
            .connect(unixDomainSocketPath: socket).flatMapError { error in
                promise.fail(error)
                return loop.makeFailedFuture(error)
            }.get()
        let head = HTTPRequestHead(
            version: .http1_1, method: method, uri: path,
            headers: HTTPHeaders(
                [
                    ("Host", "briefd"), ("Connection", "close"),
                    ("Content-Length", "\(body.utf8.count)"),
                ] + headers))
        channel.write(HTTPClientRequestPart.head(head), promise: nil)
        channel.write(
            HTTPClientRequestPart.body(.byteBuffer(ByteBuffer(string: body))), promise: nil)
        channel.writeAndFlush(HTTPClientRequestPart.end(nil), promise: nil)
        let answer = try await promise.futureResult.get()
        channel.close(promise: nil)
        return answer
    }
}

private final class AnswerHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    private let promise: EventLoopPromise<(status: Int, body: [UInt8])>
    private var status = 0
    private var body: [UInt8] = []

    init(_ promise: EventLoopPromise<(status: Int, body: [UInt8])>) { self.promise = promise }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): status = Int(head.status.code)
        case .body(let part): body += Array(part.readableBytesView)
        case .end: promise.succeed((status, body))
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        promise.fail(SocketQuestion.Failure.noAnswer)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        promise.fail(error)
        context.close(promise: nil)
    }
}
