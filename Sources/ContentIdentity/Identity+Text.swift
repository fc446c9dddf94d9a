import BriefModel

extension Identity {
    /// The identity of an article's `text`.
    public init(text: String) {
        self.init(
            contentHash: ContentHash.hash(ofText: text), hashVersion: ContentHash.version,
            shingles: Shingling.shingles(of: text))
    }

    /// The identity of an article's `text` where nobody looks for what is like it: without shingles.
    public init(hashOf text: String) {
        self.init(
            contentHash: ContentHash.hash(ofText: text), hashVersion: ContentHash.version,
            shingles: Shingles())
    }
}
