import FoundationEssentials

/// One item of a feed. Links are absolute where the feed lets them be resolved.
public struct Entry: Sendable, Codable, Equatable {
    /// The guid (RSS) or id (Atom, JSON Feed), as sent.
    public var id: String?
    public var title: String?
    public var link: String?
    public var authors: [String]
    public var published: Date?
    public var updated: Date?
    /// The whole content in HTML, where the feed carries it.
    public var content: String?
    /// A summary in HTML.
    public var summary: String?
    /// The page elsewhere that the entry is about (JSON Feed external_url).
    public var externalURL: String?
    /// Where readers' comments on it stand (RSS 2.0 `<comments>`, Atom's link "replies": RFC 4685 §4).
    public var commentsURL: String?
    /// Atom's link of the relation "related", where there is one and only one.
    public var related: String?
    public var enclosures: [Enclosure]
    public var categories: [String]
    public var language: String?

    public init(
        id: String? = nil, title: String? = nil, link: String? = nil, authors: [String] = [],
        published: Date? = nil, updated: Date? = nil, content: String? = nil,
        summary: String? = nil, externalURL: String? = nil, commentsURL: String? = nil,
        related: String? = nil,
        enclosures: [Enclosure] = [], categories: [String] = [],
        language: String? = nil
    ) {
        self.id = id
        self.title = title
        self.link = link
        self.authors = authors
        self.published = published
        self.updated = updated
        self.content = content
        self.summary = summary
        self.externalURL = externalURL
        self.commentsURL = commentsURL
        self.related = related
        self.enclosures = enclosures
        self.categories = categories
        self.language = language
    }
}
