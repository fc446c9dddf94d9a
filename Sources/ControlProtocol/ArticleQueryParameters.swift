/// What GET /v1/articles may be asked. Times are RFC 3339 or a day; `since` may also be where a reader that follows goes on,
/// `ItemPage.since`, or "0" for the first article of all.
public struct ArticleQueryParameters: Sendable, Equatable {
    public var words: String?
    public var since: String?
    public var until: String?
    public var feed: String?
    public var tag: String?
    public var site: String?
    /// A number, 0 to 1.
    public var qualityBelow: String?
    /// filed, published or relevance.
    public var order: String?
    /// markdown and text, with a comma between.
    public var fields: String?

    public init(
        words: String? = nil, since: String? = nil, until: String? = nil, feed: String? = nil,
        tag: String? = nil, site: String? = nil, qualityBelow: String? = nil,
        order: String? = nil, fields: String? = nil
    ) {
        self.words = words
        self.since = since
        self.until = until
        self.feed = feed
        self.tag = tag
        self.site = site
        self.qualityBelow = qualityBelow
        self.order = order
        self.fields = fields
    }
}
