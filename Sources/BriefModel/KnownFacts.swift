/// Facts of an article that are known before its page is read: what a feed states of its entry, or what
/// travels beside a dropped file. Extraction uses them where the document itself is silent.
public struct KnownFacts: Sendable, Codable, Equatable {
    public var title: String?
    /// Whether that is what a feed calls its entry: it then comes before a heading of the page that says another thing.
    public var titleIsOfFeed: Bool
    /// Whether the document is a mail that passes another on: what stands in it below a note is no letter that it answers.
    public var isForwarded = false
    public var authors: [String]
    /// ISO 8601, as stated.
    public var published: String?
    /// ISO 8601, as stated.
    public var modified: String?
    /// The name of the site, for example the title of the feed.
    public var site: String?
    public var language: String?
    public var summary: String?
    /// The whole text of the entry, where the feed carries it beside a page that is read all the same: it teaches what the
    /// blocks of the site's pages are, and is no fact of this article.
    public var fullText: String?
    /// As in `Article`.
    public var externalURL: String?
    public var commentsURL: String?
    public var categories: [String]
    public var enclosures: [Enclosure]
    /// Whether what it stands packed in ends before it does: its end is missing.
    public var isCut = false

    public init(
        title: String? = nil, titleIsOfFeed: Bool = false, authors: [String] = [],
        published: String? = nil,
        modified: String? = nil, site: String? = nil, language: String? = nil,
        summary: String? = nil, externalURL: String? = nil, commentsURL: String? = nil,
        categories: [String] = [],
        enclosures: [Enclosure] = []
    ) {
        self.title = title
        self.titleIsOfFeed = titleIsOfFeed
        self.authors = authors
        self.published = published
        self.modified = modified
        self.site = site
        self.language = language
        self.summary = summary
        self.externalURL = externalURL
        self.commentsURL = commentsURL
        self.categories = categories
        self.enclosures = enclosures
    }
}
