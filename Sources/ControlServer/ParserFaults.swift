import ControlProtocol
import NIOCore
import NIOHTTP1

/// Answers what is no HTTP, where NIO would send an empty 400; the decoder closes the connection right after.
final class ParserFaults: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// Whether an answer has begun: nothing may come between then.
    private var isAnswering = false

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        // 1xx is no answer yet.
        case .head(let head): isAnswering = head.status.code >= 200
        case .end: isAnswering = false
        case .body: break
        }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let fault = error as? HTTPParserError, !isAnswering {
            answer(fault == .headerOverflow ? .fieldsTooLarge : .noHTTP(fault), context)
        }
        context.fireErrorCaught(error)
    }

    private func answer(_ failure: ControlFailure, _ context: ChannelHandlerContext) {
        // What cannot be encoded is no reason to say nothing: the status line says enough.
        let body = (try? WireJSON.encode(failure.reply)) ?? []
        let headers = HTTPHeaders([
            ("Content-Type", "application/problem+json"), ("Content-Length", "\(body.count)"),
            ("Connection", "close"),
        ])
        let head = HTTPResponseHead(
            version: .http1_1, status: .init(statusCode: failure.reply.status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        let bytes = context.channel.allocator.buffer(bytes: body)
        context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}

extension ControlFailure {
    static func noHTTP(_ fault: HTTPParserError) -> ControlFailure {
        ControlFailure(
            400, "bad-request", "Bad request",
            detail:
                "what came is no HTTP/1.1 (\(fault)); send GET /v1/status HTTP/1.1, with a Host field"
        )
    }
}
