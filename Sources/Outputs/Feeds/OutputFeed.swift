/// One document of a feed that goes out.
public struct OutputFeed: Sendable, Equatable {
    public var title: String
    /// An IRI that stays: RFC 4287 §4.2.6.
    public var id: String
    /// RFC 3339, UTC: when something of it changed last.
    public var updated: String
    /// Where this document lies: an address, or a name beside the others.
    public var address: String
    /// The other documents of the same feed (RFC 5005 §3), by their relation: first, next, previous, last.
    public var pages: [(relation: String, address: String)]
    public var articles: [OutputArticle]
    /// A WebSub hub that tells of changes.
    public var hub: String?

    public init(
        title: String, id: String, updated: String, address: String,
        pages: [(relation: String, address: String)] = [], articles: [OutputArticle]
    ) {
        self.title = title
        self.id = id
        self.updated = updated
        self.address = address
        self.pages = pages
        self.articles = articles
    }

    public static func == (one: OutputFeed, other: OutputFeed) -> Bool {
        one.title == other.title && one.id == other.id && one.updated == other.updated
            && one.address == other.address && one.hub == other.hub
            && one.articles == other.articles
            && one.pages.elementsEqual(other.pages) { $0 == $1 }
    }
}
