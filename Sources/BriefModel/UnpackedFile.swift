/// One turn of what a file holds.
public struct UnpackedFile: Sendable, Codable, Equatable {
    public var parts: [PackedDocument] = []
    /// What was not taken, some hundred at most; in the first turn only.
    public var leftOut: [LeftOut] = []
    public var leftOutCount = 0
    /// The index of the first document of the next turn; nil after the last.
    public var next: Int?

    public init() {}
}
