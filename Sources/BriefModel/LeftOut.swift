/// Something that stands in a file and is not taken out of it.
public struct LeftOut: Sendable, Codable, Equatable {
    /// As in `PackedDocument`.
    public var name: String
    /// A sentence without its end: "it is encrypted".
    public var why: String
    /// Whether it is of a kind that is read, so that somebody may miss it; a picture or a style sheet is not.
    public var isMissed: Bool

    public init(name: String, why: String, isMissed: Bool) {
        self.name = name
        self.why = why
        self.isMissed = isMissed
    }
}
