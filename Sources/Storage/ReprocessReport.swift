/// What came of reading the originals again.
public struct ReprocessReport: Sendable, Equatable {
    /// An article that stays as it was.
    public struct Failure: Sendable, Equatable, Codable {
        public var id: String
        public var why: String
    }

    /// Articles that were read again.
    public var read = 0
    /// Those of them whose text or facts are other ones now.
    public var changed = 0
    public var failures: [Failure] = []

    public init() {}
}
