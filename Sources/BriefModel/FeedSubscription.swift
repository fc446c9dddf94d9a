/// A feed that is asked for: a [[feed]] of the configuration, or one added by an operator.
public struct FeedSubscription: Sendable, Equatable {
    /// When the page that an entry links to is fetched.
    public enum FullText: String, Sendable, Codable, CaseIterable {
        /// Where the feed carries only a summary.
        case auto
        case always
        case never
    }

    /// As configured: the feed's identity for as long as it is subscribed to.
    public var url: String
    /// What operators call it; nil for the feed's own title.
    public var name: String?
    /// The feed's own interval, which wins over hints; nil for [polling] interval.
    public var interval: Duration?
    public var tags: [String]
    /// Sent with every request for the feed itself.
    public var headers: [String: String]
    /// Name of the systemd credential that holds "user:password" or "Bearer …".
    public var credential: String?
    public var fullText: FullText
    public var kind: FeedKind
    public var entries: EntryRules
    /// Absolute path of a file with certificates (PEM) to trust for this feed.
    public var caFile: String?
    public var tlsVerify: Bool

    public init(
        url: String, name: String? = nil, interval: Duration? = nil, tags: [String] = [],
        headers: [String: String] = [:], credential: String? = nil, fullText: FullText = .auto,
        kind: FeedKind = .feed, entries: EntryRules = EntryRules(), caFile: String? = nil,
        tlsVerify: Bool = true
    ) {
        self.url = url
        self.name = name
        self.interval = interval
        self.tags = tags
        self.headers = headers
        self.credential = credential
        self.fullText = fullText
        self.kind = kind
        self.entries = entries
        self.caFile = caFile
        self.tlsVerify = tlsVerify
    }
}
