/// What came of reading the originals again.
public struct ReprocessReport: Sendable, Equatable {
    /// An article that stays as it was.
    public struct Failure: Sendable, Equatable, Codable {
        public var id: String
        public var why: String
    }

    /// An article that was edited by hand: it stays as it is, and the new reading lies beside it.
    public struct Kept: Sendable, Equatable, Codable {
        public var id: String
        /// Of the new reading, relative to the store.
        public var reading: String
    }

    /// Articles that were read again.
    public var read = 0
    /// Those of them whose text or facts are other ones now.
    public var changed = 0
    /// Those of them whose files were gone.
    public var broughtBack = 0
    public var kept: [Kept] = []
    public var failures: [Failure] = []

    public init() {}
}
