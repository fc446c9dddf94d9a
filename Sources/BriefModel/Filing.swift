import FoundationEssentials

/// All that the store needs to file one document: the article, where it came from and the bytes it came in.
public struct Filing: Sendable, Equatable {
    public var article: Article
    public var identity: Identity
    public var origin: Origin
    /// The bytes as they came, kept so that a better extractor can run again.
    public var original: [UInt8]
    /// Media type of `original`, for example "text/html".
    public var originalType: String
    /// Filed from the feed's own content because the linked page could not be had.
    public var isPartial: Bool
    /// The content hash of what the entry was filed from before, where that turned out to be a wall: this takes its
    /// place, however little it says.
    public var insteadOf: String?
    /// The page was asked for again, and may be as it was: it is filed only where it says something else.
    public var isRevisit = false
    /// The rule that keeps it from being filed; that it came is noted all the same.
    public var droppedBy: String?
    /// When the document reached us.
    public var arrival: Date

    public init(
        article: Article, identity: Identity, origin: Origin, original: [UInt8],
        originalType: String, isPartial: Bool = false, insteadOf: String? = nil, arrival: Date
    ) {
        self.article = article
        self.identity = identity
        self.origin = origin
        self.original = original
        self.originalType = originalType
        self.isPartial = isPartial
        self.insteadOf = insteadOf
        self.arrival = arrival
    }
}
