import NIOCore

/// Bounds what a slow client can hold: a request must be whole, and its answer begun, `seconds` after its first
/// byte; and every piece of an answer must be taken `seconds` after it was offered. The connection is closed else.
///
/// Stands before the HTTP decoder, so that a head that comes byte by byte counts too.
final class ConnectionDeadlines: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let limit: TimeAmount
    private var request: Scheduled<Void>?

    init(seconds: Int64 = 60) {
        limit = .seconds(seconds)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if request == nil { request = closing(context.channel) }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        request?.cancel()
        request = nil
        let promise = promise ?? context.eventLoop.makePromise(of: Void.self)
        let piece = closing(context.channel)
        promise.futureResult.whenComplete { _ in piece.cancel() }
        context.write(data, promise: promise)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        request?.cancel()
    }

    private func closing(_ channel: any Channel) -> Scheduled<Void> {
        channel.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
    }
}
