import FoundationEssentials

/// A feed as it was sent, in whatever format, read into one shape.
public struct ParsedFeed: Sendable, Codable, Equatable {
    public enum Format: String, Sendable, Codable {
        case rss, rdf, atom, json
        /// A list of pages, and a page of posts: see `FeedKind`.
        case sitemap, html
    }

    /// What the feed asks of pollers: RSS 2.0 ttl, skipHours, skipDays; RSS 1.0 mod_syndication.
    public struct PollingHints: Sendable, Codable, Equatable {
        /// Minutes between polls (RSS 2.0 `<ttl>`).
        public var ttlMinutes: Int?
        /// Hours of the day in GMT, 0 to 23, in which not to ask.
        public var skipHours: [Int]
        /// Days of the week in GMT, 1 for Monday to 7 for Sunday, on which not to ask.
        public var skipDays: [Int]
        /// sy:updatePeriod divided by sy:updateFrequency, in seconds.
        public var updatePeriodSeconds: Int?

        public init(
            ttlMinutes: Int? = nil, skipHours: [Int] = [], skipDays: [Int] = [],
            updatePeriodSeconds: Int? = nil
        ) {
            self.ttlMinutes = ttlMinutes
            self.skipHours = skipHours
            self.skipDays = skipDays
            self.updatePeriodSeconds = updatePeriodSeconds
        }
    }

    public var format: Format
    /// The version that the document states, for example "2.0".
    public var version: String?
    public var title: String?
    public var link: String?
    public var id: String?
    public var description: String?
    public var language: String?
    public var authors: [String]
    public var updated: Date?
    public var published: Date?
    public var categories: [String]
    public var hints: PollingHints
    /// Where older entries are (RFC 5005 `next` or `prev-archive`), absolute.
    public var olderPage: String?
    /// Where the document says that the feed is now (itunes:new-feed-url, `<redirect>`), absolute.
    public var movedTo: String?
    /// Hubs that tell of changes (WebSub §4), absolute; eight at most.
    public var hubs: [String]
    /// What the feed calls itself (the relation "self"), absolute: its topic for a hub.
    public var ownAddress: String?
    /// Documents that hold the entries, where this one only lists them (a sitemap's index), absolute.
    public var parts: [String]
    public var entries: [Entry]
    /// What was wrong with the document and had to be mended.
    public var warnings: [String]
    /// Whether the document ended before it was complete; entries at its end may be missing.
    public var isTruncated: Bool

    public init(
        format: Format, version: String? = nil, title: String? = nil, link: String? = nil,
        id: String? = nil, description: String? = nil, language: String? = nil,
        authors: [String] = [], updated: Date? = nil, published: Date? = nil,
        categories: [String] = [], hints: PollingHints = PollingHints(), olderPage: String? = nil,
        movedTo: String? = nil, hubs: [String] = [], ownAddress: String? = nil,
        parts: [String] = [], entries: [Entry] = [], warnings: [String] = [],
        isTruncated: Bool = false
    ) {
        self.format = format
        self.version = version
        self.title = title
        self.link = link
        self.id = id
        self.description = description
        self.language = language
        self.authors = authors
        self.updated = updated
        self.published = published
        self.categories = categories
        self.hints = hints
        self.olderPage = olderPage
        self.movedTo = movedTo
        self.hubs = hubs
        self.ownAddress = ownAddress
        self.parts = parts
        self.entries = entries
        self.warnings = warnings
        self.isTruncated = isTruncated
    }
}
