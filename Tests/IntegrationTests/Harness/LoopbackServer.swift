import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// An HTTP server on a free port of 127.0.0.1 that remembers what it was asked.
final class LoopbackServer: Sendable {
    struct Request: Sendable {
        var method: String
        var path: String
        var headers: [(name: String, value: String)]
        var body: [UInt8] = []

        func header(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    struct Response: Sendable {
        /// 0 for none: the connection is closed.
        var status = 200
        var headers: [(String, String)] = []
        var body = ""
    }

    typealias Answer = @Sendable (Request) -> Response

    private let seen = Mutex<[Request]>([])
    private let answer: Mutex<Answer>
    private let channel: Mutex<(any Channel)?>

    init(port: Int = 0, _ answer: @escaping Answer) throws {
        self.answer = Mutex(answer)
        channel = Mutex(nil)
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { [self] child in
                child.pipeline.configureHTTPServerPipeline().flatMapThrowing {
                    try child.pipeline.syncOperations.addHandler(LoopbackHandler(server: self))
                }
            }
        let bound = try bootstrap.bind(host: "127.0.0.1", port: port).wait()
        channel.withLock { $0 = bound }
    }

    deinit { channel.withLock { $0?.close(promise: nil) } }

    /// Listens no more.
    func close() async throws {
        let open = channel.withLock { channel in
            defer { channel = nil }
            return channel
        }
        try await open?.close()
    }

    var port: Int { channel.withLock { $0?.localAddress?.port ?? 0 } }
    var address: String { "http://127.0.0.1:\(port)" }
    var requests: [Request] { seen.withLock { $0 } }

    func forget() { seen.withLock { $0 = [] } }

    func setAnswer(_ new: @escaping Answer) { answer.withLock { $0 = new } }

    fileprivate func respond(to request: Request) -> Response {
        seen.withLock { $0.append(request) }
        return answer.withLock { $0 }(request)
    }
}

private final class LoopbackHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let server: LoopbackServer
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(server: LoopbackServer) { self.server = server }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let piece): body += piece.readableBytesView
        case .end:
            guard let head else { return }
            let response = server.respond(
                to: .init(
                    method: head.method.rawValue, path: head.uri,
                    headers: head.headers.map { ($0.name, $0.value) }, body: body))
            guard response.status != 0 else { return context.close(promise: nil) }
            send(response, to: head, context: context)
        }
    }

    private func send(
        _ response: LoopbackServer.Response, to head: HTTPRequestHead,
        context: ChannelHandlerContext
    ) {
        var headers = HTTPHeaders(response.headers)
        if response.status != 304 {
            headers.replaceOrAdd(name: "Content-Length", value: "\(response.body.utf8.count)")
        }
        let answer = HTTPResponseHead(
            version: head.version, status: .init(statusCode: response.status), headers: headers)
        context.write(wrapOutboundOut(.head(answer)), promise: nil)
        if response.status != 304, head.method != .HEAD {
            let body = context.channel.allocator.buffer(string: response.body)
            context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
