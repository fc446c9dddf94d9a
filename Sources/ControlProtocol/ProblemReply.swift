/// An error as RFC 9457 has it (application/problem+json).
public struct ProblemReply: Codable, Sendable, Equatable {
    /// A short, steady word.
    public var type: String
    public var title: String
    public var status: Int
    /// What, why and what next.
    public var detail: String

    public init(type: String, title: String, status: Int, detail: String) {
        self.type = type
        self.title = title
        self.status = status
        self.detail = detail
    }
}
