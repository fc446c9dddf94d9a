/// What an article is recognised by: its content hash, and its shingles for near duplicates.
public struct Identity: Sendable, Codable, Equatable {
    /// "sha256:" and 64 hex digits; nil where the body has no words: such a body matches nothing.
    public var contentHash: String?
    public var hashVersion: Int
    public var shingles: Shingles

    public init(contentHash: String?, hashVersion: Int, shingles: Shingles) {
        self.contentHash = contentHash
        self.hashVersion = hashVersion
        self.shingles = shingles
    }
}
