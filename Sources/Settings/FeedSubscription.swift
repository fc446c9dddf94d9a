/// A feed to poll: a [[feed]] of the configuration, or one added by an operator.
public struct FeedSubscription: Sendable, Equatable {
    /// Whether the pages that entries link to are fetched.
    public enum FullText: String, Sendable, CaseIterable {
        /// Where the entry does not carry its whole content.
        case auto
        case always
        case never
    }

    /// As configured: the feed's identity.
    public var url: String
    public var name: String?
    /// Wins over what feed and server ask for, never under the minimum.
    public var interval: Duration?
    public var tags: [String]
    /// Sent with each request to the origin of `url`.
    public var headers: [String: String]
    /// The name of a systemd credential that holds "user:password" or "Bearer …".
    public var credential: String?
    public var fullText: FullText
    /// PEM file of the authorities to trust; nil for that of [http]. Absolute.
    public var caFile: String?
    public var tlsVerify: Bool

    public init(
        url: String, name: String? = nil, interval: Duration? = nil, tags: [String] = [],
        headers: [String: String] = [:], credential: String? = nil, fullText: FullText = .auto,
        caFile: String? = nil, tlsVerify: Bool = true
    ) {
        self.url = url
        self.name = name
        self.interval = interval
        self.tags = tags
        self.headers = headers
        self.credential = credential
        self.fullText = fullText
        self.caFile = caFile
        self.tlsVerify = tlsVerify
    }
}
