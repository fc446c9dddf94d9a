import FoundationEssentials

/// Which articles are asked for. All conditions hold together.
public struct ArticleQuery: Sendable, Equatable {
    /// Words that title or text hold; "several words" in double quotes follow each other; begin* is a beginning.
    public var words: String?
    /// Filed at this moment or later.
    public var since: Date?
    /// Filed before this moment.
    public var until: Date?
    /// The id of a feed that bears the article.
    public var feed: String?
    public var tag: String?
    /// The site's name or its host, in whatever case.
    public var site: String?
    /// The extraction is thought worse than this, 0 to 1.
    public var qualityBelow: Double?
    /// 1 to 1000.
    public var limit: Int
    /// From the `next` of an earlier page with the same conditions.
    public var cursor: String?

    public init(
        words: String? = nil, since: Date? = nil, until: Date? = nil, feed: String? = nil,
        tag: String? = nil, site: String? = nil, qualityBelow: Double? = nil, limit: Int = 100,
        cursor: String? = nil
    ) {
        self.words = words
        self.since = since
        self.until = until
        self.feed = feed
        self.tag = tag
        self.site = site
        self.qualityBelow = qualityBelow
        self.limit = min(max(limit, 1), 1000)
        self.cursor = cursor
    }
}
