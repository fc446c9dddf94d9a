/// What an article is recognised by: its content hash, and its shingles for near duplicates.
public struct Identity: Sendable, Codable, Equatable {
    /// "sha256:" and 64 hex digits; nil where the body has no words: such a body matches nothing.
    public var contentHash: String?
    /// The content hash of what the document alone gives, where a feed's words or what is remembered of the site made it
    /// another body: by it the article is known again whatever is known beside it.
    public var unaidedHash: String?
    public var hashVersion: Int
    public var shingles: Shingles

    public init(contentHash: String?, hashVersion: Int, shingles: Shingles) {
        self.contentHash = contentHash
        self.hashVersion = hashVersion
        self.shingles = shingles
    }

    /// All hashes that the article is looked up by, its own first.
    public var hashes: [String] { [contentHash, unaidedHash].compactMap(\.self) }
}
