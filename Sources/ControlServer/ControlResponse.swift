import ControlProtocol

/// What the router answers: a whole body, or a stream of events.
enum ControlResponse: Sendable {
    case body(status: Int, type: String, bytes: [UInt8], allow: String? = nil)
    case events(AsyncStream<EventItem>)

    static func json(_ value: some Encodable, status: Int = 200) throws -> ControlResponse {
        .body(
            status: status, type: "application/json",
            bytes: try WireJSON.encode(value) + [UInt8(ascii: "\n")])
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
