/// POST /v1/subscriptions: many feeds at once, all or none of them.
public struct SubscriptionImport: Codable, Sendable, Equatable {
    /// At most 500, else 400: a larger file is sent in parts.
    public var feeds: [AddFeedRequest]

    public static let limit = 500

    public init(feeds: [AddFeedRequest]) {
        self.feeds = feeds
    }
}

/// What became of them.
public struct SubscriptionImportReply: Codable, Sendable, Equatable {
    public var ok: Bool
    /// In words.
    public var what: String
    public var added: Int
    /// URLs that were followed already; nothing of theirs was changed.
    public var known: [String]

    public init(what: String, added: Int, known: [String]) {
        ok = true
        self.what = what
        self.added = added
        self.known = known
    }
}
