import ControlProtocol

/// What the router answers: a whole body, or a stream of events.
enum ControlResponse: Sendable {
    case body(Body)
    /// - Parameter isPlain: without names, for readers that hear unnamed events only.
    case events(AsyncStream<EventItem>, isPlain: Bool)

    struct Body: Sendable {
        var status: Int
        var type: String
        var bytes: [UInt8]
        var allow: String?
        /// Names what the answer says, so that a client need not have it again (RFC 9110 §8.8.3).
        var etag: String?
        /// "gzip", or nil for the bytes as they are.
        var encoding: String?
        /// Further fields of the head, by name.
        var fields: [String: String] = [:]
    }

    static func body(
        status: Int, type: String, bytes: [UInt8], allow: String? = nil, etag: String? = nil
    ) -> ControlResponse {
        .body(Body(status: status, type: type, bytes: bytes, allow: allow, etag: etag))
    }

    static func json(
        _ value: some Encodable, status: Int = 200, etag: (([UInt8]) -> String)? = nil
    ) throws -> ControlResponse {
        let bytes = try WireJSON.encode(value) + [UInt8(ascii: "\n")]
        return .body(
            status: status, type: "application/json", bytes: bytes, etag: etag.map { $0(bytes) })
    }

    static func text(_ text: String, status: Int = 200, type: String) -> ControlResponse {
        .body(status: status, type: type, bytes: Array(text.utf8))
    }

    static func problem(_ failure: ControlFailure, allow: String? = nil) -> ControlResponse {
        let bytes = (try? WireJSON.encode(failure.reply)) ?? []
        return .body(
            status: failure.reply.status, type: "application/problem+json",
            bytes: bytes + [UInt8(ascii: "\n")], allow: allow)
    }
}
