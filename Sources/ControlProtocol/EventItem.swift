/// Something that happened: in GET /v1/errors (those that are errors) and GET /v1/events.
public struct EventItem: Codable, Sendable, Equatable {
    public var id: Int
    /// RFC 3339, UTC.
    public var when: String
    /// filed, sighting, revision, quarantined, deferred, feed-failing …
    public var kind: String
    /// What it is about: an article's id, a file's name, a feed's address.
    public var subject: String
    public var what: String

    public init(id: Int, when: String, kind: String, subject: String, what: String) {
        self.id = id
        self.when = when
        self.kind = kind
        self.subject = subject
        self.what = what
    }
}
