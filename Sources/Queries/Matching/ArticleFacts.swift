/// What a query may ask of an article.
public struct ArticleFacts: Sendable, Equatable {
    public var title: String?
    /// The body in plain words.
    public var text: String
    public var authors: [String]
    /// The site's name.
    public var site: String?
    /// The host of `url`, without "www.".
    public var host: String?
    public var url: String?
    /// BCP 47.
    public var language: String?
    public var series: String?
    public var tags: [String]
    public var categories: [String]
    /// Id, addresses and names of the feed that it came from.
    public var feeds: [String]
    /// "spool:…", "feed:…", "watch:…".
    public var source: String
    /// 0 to 1.
    public var quality: Double
    public var wordCount: Int
    /// ISO 8601, as stated.
    public var published: String?
    public var modified: String?
    /// Seconds since 1970.
    public var filed: Int64
    public var isPartial: Bool
    public var isEdited: Bool

    public init(
        title: String? = nil, text: String = "", authors: [String] = [], site: String? = nil,
        host: String? = nil, url: String? = nil, language: String? = nil, series: String? = nil,
        tags: [String] = [], categories: [String] = [], feeds: [String] = [], source: String = "",
        quality: Double = 0, wordCount: Int = 0, published: String? = nil,
        modified: String? = nil, filed: Int64 = 0, isPartial: Bool = false, isEdited: Bool = false
    ) {
        self.title = title
        self.text = text
        self.authors = authors
        self.site = site
        self.host = host
        self.url = url
        self.language = language
        self.series = series
        self.tags = tags
        self.categories = categories
        self.feeds = feeds
        self.source = source
        self.quality = quality
        self.wordCount = wordCount
        self.published = published
        self.modified = modified
        self.filed = filed
        self.isPartial = isPartial
        self.isEdited = isEdited
    }
}
