import ControlProtocol
import NIOCore
import NIOHTTP1

/// Who answers whole requests.
protocol Answering: Sendable {
    func answer(_ request: ControlRequest) async -> ControlResponse
    func cost(of request: ControlRequest) -> RequestCost
}

/// One connection, and who is at its other end.
struct Visit: Sendable {
    let router: any Answering
    let keeper: Doorkeeper
    let peer: PeerConnections.Peer
    /// Is told whether a request is being answered.
    let isBusy: @Sendable (Bool) -> Void
}

/// One connection: gathers a request, has the router answer it, writes the answer.
final class ControlHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// Bytes of a request's body; larger ones are refused.
    static let bodyLimit = 1 << 20

    private let visit: Visit
    private let state: ConnectionState
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    private var isTooLarge = false
    private var work: Task<Void, Never>?

    init(_ visit: Visit, state: ConnectionState) {
        self.visit = visit
        self.state = state
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let new):
            head = new
            state.isInHead = false
            body = []
            isTooLarge = false
        case .body(let bytes):
            isTooLarge = isTooLarge || body.count + bytes.readableBytes > ControlHandler.bodyLimit
            if !isTooLarge { body += Array(bytes.readableBytesView) }
        case .end:
            state.beginHead()
            guard let head else { return }
            answer(head, channel: context.channel)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        work?.cancel()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent, work == nil {
            context.close(promise: nil)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// The one task outside the service group: it belongs to this connection and ends with it.
    private func answer(_ head: HTTPRequestHead, channel: any Channel) {
        let fields = Dictionary(
            head.headers.map { ($0.name.lowercased(), $0.value) },
            uniquingKeysWith: { $0 + ", " + $1 })
        let request = ControlRequest(
            method: head.method.rawValue, target: head.uri, fields: fields, body: body)
        let isTooLarge = isTooLarge
        let isTooLong = head.uri.utf8.count > HeadGuard.lineLimit
        let visit = visit
        let loop = NIOLoopBound(self, eventLoop: channel.eventLoop)
        state.isBusy = true
        visit.isBusy(true)
        work = Task {
            let answer: Doorkeeper.Booked
            if isTooLarge {
                answer = .init(response: .problem(.bodyTooLarge))
            } else if isTooLong {
                answer = .init(response: .problem(.uriTooLong))
            } else {
                answer = await visit.keeper.answer(
                    visit.router.cost(of: request), for: visit.peer
                ) { await visit.router.answer(request) }
            }
            await ResponseWriter(channel: channel, head: head, patience: visit.keeper.patience)
                .write(answer.response)
            visit.keeper.load.giveBack(answer.bytes, for: visit.peer)
            channel.eventLoop.execute { loop.value.rest() }
        }
    }

    private func rest() {
        work = nil
        state.isBusy = false
        visit.isBusy(false)
    }
}

extension ControlFailure {
    fileprivate static let bodyTooLarge = ControlFailure(
        413, "too-large", "Too large",
        detail: "the body passes \(ControlHandler.bodyLimit) bytes; send less")
}
