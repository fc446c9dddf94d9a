import FoundationEssentials

/// An entry that was filed: remembered so that it is not filed again.
public struct KnownEntry: Sendable, Equatable {
    public var key: String
    /// What the entry is called besides, where its guid may change scheme or host.
    public var alias: String?
    /// Hash of title, link and content as sent.
    public var sentHash: String
    /// The id of the article.
    public var article: String?
    public var firstSeen: Date
    public var lastSeen: Date

    public init(
        key: String, alias: String? = nil, sentHash: String, article: String? = nil,
        firstSeen: Date, lastSeen: Date
    ) {
        self.key = key
        self.alias = alias
        self.sentHash = sentHash
        self.article = article
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
    }
}
