import BriefModel

/// An article as it goes out.
public struct OutputArticle: Sendable, Equatable {
    public var id: String
    /// The id of the first of its revisions: what it is known by to those who have read it before.
    public var firstID: String
    public var title: String?
    public var authors: [String] = []
    public var url: String?
    /// Where a link post leads.
    public var externalURL: String?
    public var site: String?
    public var language: String?
    public var tags: [String] = []
    public var categories: [String] = []
    public var excerpt: String?
    /// ISO 8601, as stated.
    public var published: String?
    /// RFC 3339, UTC.
    public var filed: String
    /// When another headline came over the same text, likewise; nil where none did.
    public var retitled: String?
    public var enclosures: [Enclosure] = []
    /// The body as HTML, UTF-8: see `ArticleHTML`.
    public var html: [UInt8] = []

    /// When the text or its headline changed last.
    var updated: String { retitled ?? filed }

    public init(id: String, firstID: String, filed: String) {
        self.id = id
        self.firstID = firstID
        self.filed = filed
    }
}
