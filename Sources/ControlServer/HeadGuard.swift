import ControlProtocol
import NIOCore
import NIOHTTP1

/// What the two ends of one connection's pipeline tell each other.
final class ConnectionState {
    /// Between the end of one request and the head of the next.
    var isInHead = true
    /// Whether a request is being answered.
    var isBusy = false
    /// Of the head that is coming.
    var headBytes = 0
    var sawLine = false

    func beginHead() {
        isInHead = true
        headBytes = 0
        sawLine = false
    }
}

/// Answers a head that is too long, where the decoder behind it would only break off: 414 for the request line, 431 for
/// the fields (RFC 9110 §15.5.15, RFC 6585 §5).
final class HeadGuard: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Bytes of a request line.
    static let lineLimit = 8 << 10
    /// Bytes that are looked at together: so far a head may pass its limit unseen.
    private static let piece = 1 << 10
    /// After a refusal so much is read and thrown away, so that the client can read why; then the connection closes.
    private static let drainBytes = 1 << 20
    private static let drainTime = TimeAmount.seconds(2)

    private let limit: Int
    private let state: ConnectionState
    private var drained: Int?

    init(limit: Int, state: ConnectionState) {
        self.limit = limit
        self.state = state
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        if let drained {
            self.drained = drained + buffer.readableBytes
            if drained + buffer.readableBytes > HeadGuard.drainBytes { context.close(promise: nil) }
            return
        }
        while let piece = buffer.readSlice(length: min(HeadGuard.piece, buffer.readableBytes)),
            piece.readableBytes > 0
        {
            let isCounted = state.isInHead && !state.isBusy
            if isCounted {
                state.headBytes += piece.readableBytes
                state.sawLine = state.sawLine || piece.readableBytesView.contains(0x0A)
            }
            context.fireChannelRead(wrapInboundOut(piece))
            // The handlers behind have taken it by now, and said whether the head is over.
            guard isCounted, state.isInHead, !state.isBusy else { continue }
            if !state.sawLine, state.headBytes > HeadGuard.lineLimit {
                return refuse(context, .uriTooLong)
            }
            if state.headBytes > limit { return refuse(context, .fieldsTooLarge) }
        }
    }

    private func refuse(_ context: ChannelHandlerContext, _ failure: ControlFailure) {
        drained = 0
        let reply = failure.reply
        // What cannot be encoded is no reason to say nothing: the status line says enough.
        let body = (try? WireJSON.encode(reply)) ?? []
        let status = HTTPResponseStatus(statusCode: reply.status)
        var answer = context.channel.allocator.buffer(capacity: 512 + body.count)
        answer.writeString(
            "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\nContent-Type: application/problem+json\r\n"
                + "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n")
        answer.writeBytes(body)
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(answer)).whenComplete { _ in
            channel.close(mode: .output, promise: nil)
        }
        context.eventLoop.scheduleTask(in: HeadGuard.drainTime) { channel.close(promise: nil) }
    }
}

extension ControlFailure {
    static let uriTooLong = ControlFailure(
        414, "uri-too-long", "Too long",
        detail: "the request line passes \(HeadGuard.lineLimit) bytes; shorten path and query")
    static let fieldsTooLarge = ControlFailure(
        431, "fields-too-large", "Too large",
        detail: "the head of the request passes \(ControlServer.headLimit) bytes, or has more than"
            + " \(ControlServer.fieldLimit) fields; send fewer"
    )
}
