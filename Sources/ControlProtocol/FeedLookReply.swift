/// POST /v1/look: what is at an address, before it is followed.
public struct FeedLookReply: Codable, Sendable, Equatable {
    public var ok: Bool
    /// The address that was looked at.
    public var url: String
    /// One where the address is a feed, or where its page offers no other; never empty.
    public var feeds: [FeedLookItem]

    public init(url: String, feeds: [FeedLookItem]) {
        ok = true
        self.url = url
        self.feeds = feeds
    }
}

/// A feed that was found. Its address is whole: it is what POST /v1/feeds takes.
public struct FeedLookItem: Codable, Sendable, Equatable {
    /// Of those that were found, from 1.
    public var number: Int
    public var url: String
    @Nullable public var title: String?
    /// rss, rdf, atom or json; null where it was not asked any more, as are the fields below.
    @Nullable public var format: String?
    /// As the document states it.
    @Nullable public var version: String?
    @Nullable public var entries: Int?
    /// The latest, three at most.
    public var newest: [Entry]

    public struct Entry: Codable, Sendable, Equatable {
        @Nullable public var title: String?
        @Nullable public var published: String?
        @Nullable public var url: String?

        public init(title: String?, published: String?, url: String?) {
            self.title = title
            self.published = published
            self.url = url
        }
    }

    public init(
        number: Int, url: String, title: String? = nil, format: String? = nil,
        version: String? = nil, entries: Int? = nil, newest: [Entry] = []
    ) {
        self.number = number
        self.url = url
        self.newest = newest
        self.title = title
        self.format = format
        self.version = version
        self.entries = entries
    }
}
