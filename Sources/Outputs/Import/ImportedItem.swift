/// Something that another program has kept: an address, with what was kept of the article, if anything was.
public struct ImportedItem: Sendable, Equatable {
    public var url: String?
    public var title: String?
    public var authors: [String] = []
    /// ISO 8601: when the article was published, not when it was kept.
    public var published: String?
    public var tags: [String] = []
    public var language: String?
    /// The article as HTML.
    public var html: String?

    public init(url: String?) {
        self.url = url
    }

    /// Whether it is an article, rather than an address to be fetched.
    public var isDocument: Bool { html.map { !$0.allSatisfy(\.isWhitespace) } ?? false }
}
