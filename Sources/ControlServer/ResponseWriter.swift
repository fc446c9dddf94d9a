import ControlProtocol
import NIOCore
import NIOHTTP1

/// Writes one answer to a connection: a piece when the one before was taken, within the time that the peer has for it.
struct ResponseWriter: Sendable {
    /// Bytes of a body that are handed to the connection at once.
    private static let pieceLimit = 256 << 10

    let channel: any Channel
    let head: HTTPRequestHead
    let patience: Doorkeeper.Patience

    func write(_ response: ControlResponse) async {
        switch response {
        case .body(let body):
            let end = channel.eventLoop.scheduleTask(in: patience.whole(body.bytes.count)) {
                channel.close(promise: nil)
            }
            defer { end.cancel() }
            await write(body)
        case .events(let events, let isPlain):
            await write(events, isPlain: isPlain)
        }
    }

    private func write(_ body: ControlResponse.Body) async {
        // What a 304 speaks of is at the client (RFC 9110 §15.4.5).
        let isBare = body.status == 304
        var headers = HTTPHeaders([("Cache-Control", body.etag == nil ? "no-store" : "no-cache")])
        if !isBare {
            headers.add(name: "Content-Type", value: body.type)
            headers.add(name: "Content-Length", value: "\(body.bytes.count)")
        }
        if let etag = body.etag { headers.add(name: "ETag", value: etag) }
        if let encoding = body.encoding { headers.add(name: "Content-Encoding", value: encoding) }
        if Representation.isPackable(body.type) {
            headers.add(name: "Vary", value: "Accept-Encoding")
        }
        for (name, value) in body.fields.sorted(by: { $0.key < $1.key }) {
            headers.add(name: name, value: value)
        }
        if let allow = body.allow { headers.add(name: "Allow", value: allow) }
        headers.add(name: "Connection", value: head.isKeepAlive ? "keep-alive" : "close")
        send(.head(responseHead(body.status, headers)))
        if head.method != .HEAD, !isBare, !body.bytes.isEmpty {
            for start in stride(from: 0, to: body.bytes.count, by: Self.pieceLimit) {
                let rest = body.bytes[start...].prefix(Self.pieceLimit)
                // A small answer goes out with its head and its end.
                guard rest.endIndex < body.bytes.count else {
                    send(piece(rest))
                    break
                }
                guard (try? await channel.writeAndFlush(piece(rest))) != nil else { return }
            }
        }
        await end(closing: !head.isKeepAlive)
    }

    /// Server-sent events (WHATWG HTML §9.2). The next one is taken from the stream only when the last one was written. A
    /// comment now and then tells the client, and what lies between, that the connection lives.
    private func write(_ events: AsyncStream<EventItem>, isPlain: Bool) async {
        let headers = HTTPHeaders([
            ("Content-Type", "text/event-stream"), ("Cache-Control", "no-store"),
            ("Connection", "close"),
        ])
        let start = HTTPServerResponsePart.head(responseHead(200, headers))
        guard (try? await channel.writeAndFlush(start)) != nil else { return }
        guard head.method != .HEAD else { return await end(closing: true) }
        let heartbeat = beat()
        defer { heartbeat.cancel() }
        for await event in events {
            guard let bytes = ResponseWriter.text(of: event, isPlain: isPlain) else { continue }
            guard (try? await channel.writeAndFlush(piece(bytes))) != nil else { return }
        }
        heartbeat.cancel()
        await end(closing: true)
    }

    private static func text(of event: EventItem, isPlain: Bool) -> [UInt8]? {
        guard let json = try? WireJSON.encode(event) else { return nil }
        // A gap is no place to go on from.
        let id = event.kind == EventItem.gap ? "" : "id: \(event.id)\n"
        let name = isPlain ? "" : "event: \(event.kind)\n"
        return Array((id + name + "data: ").utf8) + json + Array("\n\n".utf8)
    }

    private func beat() -> RepeatedTask {
        let interval = TimeAmount.seconds(ControlServer.heartbeatSeconds)
        let loop = channel.eventLoop
        return loop.scheduleRepeatedTask(initialDelay: interval, delay: interval) { _ in
            channel.writeAndFlush(piece(Array(":\n\n".utf8)), promise: nil)
        }
    }

    private func piece(_ bytes: some Sequence<UInt8>) -> HTTPServerResponsePart {
        .body(.byteBuffer(channel.allocator.buffer(bytes: bytes)))
    }

    private func responseHead(_ status: Int, _ headers: HTTPHeaders) -> HTTPResponseHead {
        HTTPResponseHead(
            version: head.version, status: HTTPResponseStatus(statusCode: status),
            headers: headers)
    }

    private func send(_ part: HTTPServerResponsePart) {
        channel.write(part, promise: nil)
    }

    private func end(closing: Bool) async {
        try? await channel.writeAndFlush(HTTPServerResponsePart.end(nil))
        if closing { try? await channel.close() }
    }
}
