import ControlProtocol
import NIOCore
import NIOHTTP1

/// Writes one answer to a connection.
struct ResponseWriter: Sendable {
    let channel: any Channel
    let head: HTTPRequestHead

    func write(_ response: ControlResponse) async {
        switch response {
        case .body(let status, let type, let bytes, let allow):
            await write(status: status, type: type, bytes: bytes, allow: allow)
        case .events(let events):
            await write(events)
        }
    }

    private func write(status: Int, type: String, bytes: [UInt8], allow: String?) async {
        var headers = HTTPHeaders([
            ("Content-Type", type), ("Content-Length", "\(bytes.count)"),
            ("Cache-Control", "no-store"),
        ])
        if let allow { headers.add(name: "Allow", value: allow) }
        headers.add(name: "Connection", value: head.isKeepAlive ? "keep-alive" : "close")
        send(.head(responseHead(status, headers)))
        if head.method != .HEAD, !bytes.isEmpty {
            send(.body(.byteBuffer(channel.allocator.buffer(bytes: bytes))))
        }
        await end(closing: !head.isKeepAlive)
    }

    /// Server-sent events (WHATWG HTML §9.2). A client that does not read loses events, not the daemon its memory: the
    /// next one is taken from the stream only when the last one was written.
    private func write(_ events: AsyncStream<EventItem>) async {
        let headers = HTTPHeaders([
            ("Content-Type", "text/event-stream"), ("Cache-Control", "no-store"),
            ("Connection", "close"),
        ])
        let start = HTTPServerResponsePart.head(responseHead(200, headers))
        guard (try? await channel.writeAndFlush(start)) != nil else { return }
        for await event in events {
            guard let json = try? WireJSON.encode(event) else { continue }
            let text = "id: \(event.id)\nevent: \(event.kind)\ndata: "
            let bytes = Array(text.utf8) + json + Array("\n\n".utf8)
            let part = HTTPServerResponsePart.body(
                .byteBuffer(channel.allocator.buffer(bytes: bytes)))
            guard (try? await channel.writeAndFlush(part)) != nil else { return }
        }
        await end(closing: true)
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
