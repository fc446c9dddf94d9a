import NIOCore

/// Bounds what a slow client can hold: a request must be whole, and its answer begun, some time after its first
/// byte; and every piece of an answer must be taken some time after it was offered. The connection is closed else.
///
/// Stands before the HTTP decoder, so that a head that comes byte by byte counts too.
final class ConnectionDeadlines: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let limits: (request: TimeAmount, piece: TimeAmount)
    private var request: Scheduled<Void>?

    init(request: TimeAmount, piece: TimeAmount) { limits = (request, piece) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if request == nil { request = closing(context.channel, in: limits.request) }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        request?.cancel()
        request = nil
        let promise = promise ?? context.eventLoop.makePromise(of: Void.self)
        let piece = closing(context.channel, in: limits.piece)
        promise.futureResult.whenComplete { _ in piece.cancel() }
        context.write(data, promise: promise)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        request?.cancel()
    }

    private func closing(_ channel: any Channel, in time: TimeAmount) -> Scheduled<Void> {
        channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
