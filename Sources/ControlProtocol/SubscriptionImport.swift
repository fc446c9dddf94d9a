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
    /// Those that are not followed for what they ask for.
    public var refused: [Refusal]

    public struct Refusal: Codable, Sendable, Equatable {
        public var url: String
        public var why: String

        public init(url: String, why: String) {
            self.url = url
            self.why = why
        }
    }

    public init(added: Int, known: [String], refused: [Refusal] = []) {
        ok = true
        let others = refused.isEmpty ? "" : ", \(refused.count) could not be used"
        what =
            "\(added == 1 ? "1 feed is" : "\(added) feeds are") followed now,"
            + " \(known.count) \(known.count == 1 ? "was" : "were") already\(others)"
        self.added = added
        self.known = known
        self.refused = refused
    }
}
