/// Something that happened: in GET /v1/errors (those that are errors) and GET /v1/events.
public struct EventItem: Codable, Sendable, Equatable {
    /// The kind of what stands in the place of events that are not kept any more.
    public static let gap = "gap"

    public var id: Int
    /// RFC 3339, UTC; of a group, when it happened last.
    public var when: String
    /// filed, sighting, revision, quarantined, deferred, feed-failing …
    public var kind: String
    /// What it is about: of an article its id, of a feed its URL, of a dropped file its name.
    public var subject: String
    public var what: String
    /// In GET /v1/errors, which groups what has kind, subject and cause in common: how often it happened, and when
    /// first and last; null in GET /v1/events.
    @Nullable public var count: Int?
    @Nullable public var first: String?
    @Nullable public var last: String?
    /// Of an event about an article: its id, what its list item says of it, and where a list that follows goes on behind it.
    @Nullable public var article: String? = nil
    @Nullable public var title: String? = nil
    @Nullable public var url: String? = nil
    @Nullable public var path: String? = nil
    @Nullable public var feed: String? = nil
    @Nullable public var tags: [String]? = nil
    @Nullable public var since: String? = nil

    public init(
        id: Int, when: String, kind: String, subject: String, what: String, count: Int? = nil,
        first: String? = nil, last: String? = nil
    ) {
        self.id = id
        self.when = when
        self.kind = kind
        self.subject = subject
        self.what = what
        self.count = count
        self.first = first
        self.last = last
    }
}
