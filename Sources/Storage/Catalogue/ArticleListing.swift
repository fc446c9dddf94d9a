/// An article as lists show it (DESIGN §7).
public struct ArticleListing: Sendable, Codable, Equatable {
    /// An arrival after the first.
    public struct Seen: Sendable, Codable, Equatable {
        public var source: String
        /// RFC 3339, UTC.
        public var when: String
        public var kind: Sighting.Kind

        public init(source: String, when: String, kind: Sighting.Kind = .sighting) {
            self.source = source
            self.when = when
            self.kind = kind
        }
    }

    public var id: String
    /// Relative to the store.
    public var path: String
    public var title: String?
    /// ISO 8601, as the document states it.
    public var published: String?
    /// RFC 3339, UTC.
    public var filed: String
    /// When its headline took the place of another over the same text: RFC 3339, UTC; nil where none did.
    public var retitled: String?
    public var url: String?
    public var contentHash: String?
    /// How good the extraction is thought to be, 0 to 1.
    public var quality: Double
    /// Arrivals of the article after the first, oldest first; at most the latest 100.
    public var sightings: [Seen]
    public var supersedes: String?
    /// Nil in current articles.
    public var supersededBy: String?
    /// Current articles that nearly say the same.
    public var near: [NearLink]
    /// The ids of current articles that are parts of the same long read.
    public var seriesParts: [String] = []
    /// Whether somebody changed the article by hand.
    public var isEdited = false
    public var authors: [String] = []
    public var site: String?
    /// The id of the feed that it was filed from.
    public var feed: String?
    /// Of all its arrivals.
    public var tags: [String] = []
    public var categories: [String] = []
    public var language: String?
    public var excerpt: String?
    public var wordCount = 0
    /// Filed from a feed's own content, the page being out of reach.
    public var isPartial = false
    /// The id of the first of its revisions, its own where it has no other.
    public var firstID = ""
    /// Where a reader goes on that has followed up to this article.
    public var position = ""
    /// The whole file and the body's words, where they were asked for and the file can be read.
    public var markdown: String?
    public var text: String?
}
