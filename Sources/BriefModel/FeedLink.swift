/// An address at which a page, the head of its answer or a rule of its site says that a feed is.
public struct FeedLink: Sendable, Codable, Equatable {
    /// Where it is from, the surest first.
    public enum Source: Int, Sendable, Codable, CaseIterable {
        /// What the address of the page alone says, on a site that is known.
        case known
        /// `<link>` or the head of HTTP, of a feed's type or relation.
        case named
        /// The same of XML, JSON or no type.
        case hinted
        /// `<a>`, or the address alone where the site is one of many of its kind.
        case linked
        /// `<a>` whose words, title or picture call it a feed, wherever it leads on the same site.
        case worded
        /// No feed: the page that this one sends its readers to.
        case refresh
    }

    /// Absolute; never checked.
    public var url: String
    /// The media type as the page writes it, in lower case; "" for none.
    public var type: String
    public var title: String?
    public var source: Source

    public init(url: String, type: String = "", title: String? = nil, source: Source = .named) {
        self.url = url
        self.type = type
        self.title = title
        self.source = source
    }
}
