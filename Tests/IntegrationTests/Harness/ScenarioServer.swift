import NIOCore
import NIOPosix
import Synchronization

/// A server on loopback that answers as a scenario wants, and remembers who asked what, when, and over how many
/// connections.
final class ScenarioServer: Sendable {
    typealias Answer = @Sendable (ScenarioRequest) -> ScenarioReply

    private struct State {
        var requests: [ScenarioRequest] = []
        var counts: [String: Int] = [:]
        var connections: [String: Int] = [:]
        var mostConnections: [String: Int] = [:]
    }

    private let state = Mutex(State())
    private let answer: Mutex<Answer>
    private let channels: Mutex<[any Channel]>
    let port: Int

    /// - Parameter addresses: all listen on the same port.
    init(on addresses: [String] = ["127.0.0.1"], _ answer: @escaping Answer) throws {
        self.answer = Mutex(answer)
        let relay = Relay()
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(.backlog, value: 256)
            .childChannelInitializer { child in
                child.eventLoop.makeCompletedFuture {
                    try child.pipeline.syncOperations.addHandler(ScenarioHandler(relay: relay))
                }
            }
        var bound: [any Channel] = []
        var port = 0
        for address in addresses {
            let channel = try bootstrap.bind(host: address, port: port).wait()
            port = channel.localAddress?.port ?? 0
            bound.append(channel)
        }
        self.port = port
        channels = Mutex(bound)
        relay.set(self)
    }

    deinit {
        for channel in channels.withLock({ $0 }) { channel.close(promise: nil) }
    }

    var url: String { "http://127.0.0.1:\(port)" }
    var requests: [ScenarioRequest] { state.withLock { $0.requests } }
    func asked(_ target: String) -> [ScenarioRequest] { requests.filter { $0.target == target } }
    func setAnswer(_ new: @escaping Answer) { answer.withLock { $0 = new } }

    /// The most connections that were open at once, by local address.
    var mostConnections: [String: Int] { state.withLock { $0.mostConnections } }

    // MARK: What the handlers tell

    fileprivate func opened(_ address: String) {
        state.withLock { state in
            state.connections[address, default: 0] += 1
            let now = state.connections[address, default: 0]
            state.mostConnections[address] = max(now, state.mostConnections[address] ?? 0)
        }
    }

    fileprivate func closed(_ address: String) {
        state.withLock { $0.connections[address, default: 0] -= 1 }
    }

    fileprivate func reply(to request: ScenarioRequest) -> (ScenarioReply, Int) {
        let (counted, index) = state.withLock { state in
            var request = request
            state.counts[request.target, default: 0] += 1
            request.count = state.counts[request.target, default: 0]
            state.requests.append(request)
            return (request, state.requests.count - 1)
        }
        return (answer.withLock { $0 }(counted), index)
    }

    fileprivate func ended(_ index: Int) {
        state.withLock { $0.requests[index].ended = .now }
    }
}

/// Lets handlers find the server without holding it.
private final class Relay: Sendable {
    private struct Weak { weak var server: ScenarioServer? }
    private let box = Mutex(Weak())

    func set(_ server: ScenarioServer) { box.withLock { $0.server = server } }
    var server: ScenarioServer? { box.withLock { $0.server } }
}

/// One connection. Bytes go out as they stand in the script.
private final class ScenarioHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let relay: Relay
    private var received: [UInt8] = []
    private var address = ""

    init(relay: Relay) { self.relay = relay }

    func channelActive(context: ChannelHandlerContext) {
        address = context.localAddress?.ipAddress ?? ""
        relay.server?.opened(address)
    }

    func channelInactive(context: ChannelHandlerContext) { relay.server?.closed(address) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += Array(unwrapInboundIn(data).readableBytesView)
        guard let end = received.firstRange(of: Array("\r\n\r\n".utf8)) else { return }
        let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
        received = Array(received[end.upperBound...])
        let lines = head.components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ").map(String.init)
        guard words.count == 3, let server = relay.server else {
            context.close(promise: nil)
            return
        }
        let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (
                String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " })
            )
        }
        let request = ScenarioRequest(
            method: words[0], target: words[1], headers: headers, address: address, count: 0,
            began: .now)
        let (reply, index) = server.reply(to: request)
        play(reply.pieces[...], index, context)
    }

    private func play(
        _ pieces: ArraySlice<ScenarioReply.Piece>, _ index: Int, _ context: ChannelHandlerContext
    ) {
        guard let first = pieces.first else { return }
        let rest = pieces.dropFirst()
        // Before the last of it is sent: whatever the client does upon it comes later.
        if rest.isEmpty, first.isEnd { relay.server?.ended(index) }
        switch first {
        case .bytes(let bytes):
            let buffer = context.channel.allocator.buffer(bytes: bytes)
            context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
            play(rest, index, context)
        case .pause(let duration):
            let amount = TimeAmount.nanoseconds(Int64(duration / .nanoseconds(1)))
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: amount) {
                let (handler, context) = bound.value
                guard context.channel.isActive else { return }
                handler.play(rest, index, context)
            }
        case .endless(let bytes):
            repeatWrite(context.channel.allocator.buffer(bytes: bytes), 64 << 20, context)
        case .hang: break
        case .close: context.close(promise: nil)
        }
    }

    private func repeatWrite(_ buffer: ByteBuffer, _ left: Int, _ context: ChannelHandlerContext) {
        guard left > 0, context.channel.isActive else {
            context.close(promise: nil)
            return
        }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(buffer)).whenSuccess {
            // Not at once: a write that is done at once would call itself without end.
            bound.eventLoop.execute {
                let (handler, context) = bound.value
                handler.repeatWrite(buffer, left - buffer.readableBytes, context)
            }
        }
    }
}
