/// A file in GET /v1/spool.
public struct SpoolFileItem: Codable, Sendable, Equatable {
    public var id: String
    public var name: String
    /// incoming, active, deferred, corrupt, hold, ignored, not_taken or failed.
    public var queue: String
    /// RFC 3339, UTC.
    public var since: String
    /// Bytes.
    public var size: Int
    public var attempts: Int
    @Nullable public var reason: String?
    /// What to do about it.
    @Nullable public var next: String?
    /// RFC 3339, UTC: when a deferred file is tried again.
    @Nullable public var nextTry: String?

    public init(
        id: String, name: String, queue: String, since: String, size: Int, attempts: Int,
        reason: String? = nil, next: String? = nil, nextTry: String? = nil
    ) {
        self.id = id
        self.name = name
        self.queue = queue
        self.since = since
        self.size = size
        self.attempts = attempts
        self.reason = reason
        self.next = next
        self.nextTry = nextTry
    }
}
