import ControlProtocol

/// A request that was not done, as the client is told (RFC 9457).
public struct ControlFailure: Error, Sendable, Equatable, CustomStringConvertible {
    public var reply: ProblemReply

    /// - Parameter detail: what, why and what next.
    public init(_ status: Int, _ type: String, _ title: String, detail: String) {
        reply = ProblemReply(type: type, title: title, status: status, detail: detail)
    }

    public var description: String { reply.detail }

    static func notFound(_ path: String) -> ControlFailure {
        ControlFailure(
            404, "not-found", "Not found",
            detail:
                "there is no \(path.prefix(200)); GET /v1/status is a start, /v1/openapi.json lists all"
        )
    }

    static func badMethod(_ detail: String) -> ControlFailure {
        ControlFailure(405, "method-not-allowed", "Method not allowed", detail: detail)
    }

    static func badParameter(_ name: String, _ value: String, _ next: String) -> ControlFailure {
        ControlFailure(
            400, "bad-parameter", "Bad parameter",
            detail: "\(name)=\(value) is not understood; \(next)")
    }
}
