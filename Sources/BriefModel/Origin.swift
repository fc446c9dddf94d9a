/// Where a document came from.
public struct Origin: Sendable, Codable, Equatable {
    /// The entry of a feed that a document belongs to.
    public struct FeedEntry: Sendable, Codable, Equatable {
        /// `Feed.ID` of the subscription.
        public var feed: String
        /// What else the feed is called when the document comes: its address, its name, its title.
        public var feedNames: [String]
        /// The entry's key, scoped to the feed (DESIGN §4).
        public var key: String
        /// Whether an operator says that entries are known by this kind of key: then no address joins what it tells
        /// apart, and nothing parts what it joins.
        public var isKeyGiven: Bool
        /// Whether no other entry of the feed bears the entry's link, so that the page may be revised.
        public var ownsLink: Bool
        /// Whether other entries of the same fetch say the same words.
        public var sharesWords: Bool
        /// The keys of those among them that bear the same title or address too, some hundred at most.
        public var alike: Set<String>
        /// Whether its feed was dropped: then every arrival is noted, also of what has not changed.
        public var isDropped: Bool

        public init(
            feed: String, key: String, ownsLink: Bool, sharesWords: Bool = false,
            alike: Set<String> = [], isDropped: Bool = false, feedNames: [String] = [],
            isKeyGiven: Bool = false
        ) {
            self.feed = feed
            self.feedNames = feedNames
            self.isKeyGiven = isKeyGiven
            self.key = key
            self.ownsLink = ownsLink
            self.sharesWords = sharesWords
            self.alike = alike
            self.isDropped = isDropped
        }
    }

    /// In words, for front matter and sightings: "spool:a/b/file.html", "feed:https://…", "watch:/path".
    public var source: String
    public var entry: FeedEntry?
    public var tags: [String]

    /// Where a document came from, if that is a path in a watched folder: its file may stay there and change.
    public static func watched(_ source: String) -> String? {
        source.hasPrefix("watch:") ? source : nil
    }

    public init(source: String, entry: FeedEntry? = nil, tags: [String] = []) {
        self.source = source
        self.entry = entry
        self.tags = tags
    }
}
