import ControlProtocol
import NIOCore
import NIOHTTP1
import NIOPosix

/// Asks the daemon's status socket without a process of its own: `briefctl` has tests enough.
enum SocketQuestion {
    enum Failure: Error { case noAnswer }

    struct Answer: Sendable {
        var status = 0
        var body: [UInt8] = []
        var cookie: String?
    }

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
        let answer = try await whole(method, path, headers: headers, body: body, socket: socket)
        return (answer.status, answer.body)
    }

    /// With the cookie that it sets.
    static func whole(
        _ method: HTTPMethod = .GET, _ path: String, headers: [(String, String)] = [],
        body: String = "", socket: String
    ) async throws -> Answer {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let promise = loop.makePromise(of: Answer.self)
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

    private let promise: EventLoopPromise<SocketQuestion.Answer>
    private var answer = SocketQuestion.Answer()

    init(_ promise: EventLoopPromise<SocketQuestion.Answer>) { self.promise = promise }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            answer.status = Int(head.status.code)
            answer.cookie = head.headers.first(name: "Set-Cookie")
        case .body(let part): answer.body += Array(part.readableBytesView)
        case .end: promise.succeed(answer)
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
