import NIOCore
import NIOHTTP1

/// One connection of a hub: what names no subscription is answered before its body is read.
final class PushHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let door: any PushDoor
    private let state: ConnectionState
    private let load: PushLoad
    private let maxBody: Int
    private var request: (token: String, query: [String: String], head: HTTPRequestHead)?
    private var body: [UInt8] = []
    /// Of this request and no other.
    private var isAnswered = false

    init(_ door: any PushDoor, _ state: ConnectionState, _ load: PushLoad, maxBody: Int) {
        self.door = door
        self.state = state
        self.load = load
        self.maxBody = maxBody
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, context)
        case .body(let bytes):
            guard request != nil, !isAnswered else { return }
            guard body.count + bytes.readableBytes <= maxBody else {
                return refuse(413, "larger than \(maxBody) bytes", context)
            }
            guard load.take(bytes.readableBytes) else {
                return refuse(503, "too much at once; come again", context)
            }
            body += Array(bytes.readableBytesView)
        case .end:
            state.beginHead()
            if !isAnswered { answer(context) }
            forget()
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        forget()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent {
            context.close(promise: nil)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        state.isInHead = false
        isAnswered = false
        let target = ControlRequest(method: head.method.rawValue, target: head.uri, body: [])
        // A proxy may leave any part of the path out but its end.
        let token = target.segments.last ?? ""
        request = (token, target.query, head)
        guard head.method == .GET || head.method == .POST else {
            return refuse(405, "GET and POST only", context)
        }
        guard door.knows(token) else {
            // 410 tells a hub that nobody wants it any more (WebSub §7).
            return refuse(head.method == .POST ? 410 : 404, "no such subscription", context)
        }
    }

    private func answer(_ context: ChannelHandlerContext) {
        guard let request else { return }
        guard request.head.method == .POST else {
            let challenge = door.confirm(request.token, query: request.query)
            return write(challenge == nil ? 404 : 200, challenge ?? "not meant\n", context)
        }
        let fields = Dictionary(
            request.head.headers.map { ($0.name.lowercased(), $0.value) },
            uniquingKeysWith: { $0 + ", " + $1 })
        write(door.take(request.token, fields: fields, body: body), "", context)
    }

    /// Answers before the end of the request; the connection goes with it.
    private func refuse(_ status: Int, _ why: String, _ context: ChannelHandlerContext) {
        request?.head.headers.replaceOrAdd(name: "connection", value: "close")
        write(status, why + "\n", context)
        isAnswered = true
    }

    private func write(_ status: Int, _ text: String, _ context: ChannelHandlerContext) {
        let isLast = request?.head.isKeepAlive == false
        var headers = HTTPHeaders([
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Length", "\(text.utf8.count)"), ("X-Content-Type-Options", "nosniff"),
        ])
        if isLast { headers.add(name: "Connection", value: "close") }
        let head = HTTPResponseHead(
            version: .http1_1, status: .init(statusCode: status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        let bytes = context.channel.allocator.buffer(string: text)
        context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
            if isLast { channel.close(promise: nil) }
        }
    }

    private func forget() {
        load.giveBack(body.count)
        body = []
        request = nil
    }
}
