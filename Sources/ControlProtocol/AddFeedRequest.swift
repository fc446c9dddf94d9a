/// POST /v1/feeds.
public struct AddFeedRequest: Codable, Sendable, Equatable {
    public var url: String
    public var name: String?
    /// "90s", "15m", "1h".
    public var interval: String?
    public var tags: [String]?
    public var headers: [String: String]?
    /// Name of a systemd credential.
    public var credential: String?
    /// auto, always or never.
    public var fullText: String?
    /// feed, sitemap or h-feed: what is at the address.
    public var type: String?
    /// guid, link, title or content: what its entries are known by.
    public var entryKey: String?
    /// revise or ignore: what becomes of an entry that changes.
    public var updates: String?
    /// Regular expressions of titles that are not taken.
    public var skipTitles: [String]?
    /// Absolute path of a file with certificates (PEM) to trust for this feed.
    public var caFile: String?
    /// Whether the server's certificate is checked; as a matter of course where nothing is said.
    public var tlsVerify: Bool?
    /// Whether it is not asked until it is resumed.
    public var paused: Bool?

    public init(
        url: String, name: String? = nil, interval: String? = nil, tags: [String]? = nil,
        headers: [String: String]? = nil, credential: String? = nil, fullText: String? = nil,
        type: String? = nil, entryKey: String? = nil, updates: String? = nil,
        skipTitles: [String]? = nil,
        caFile: String? = nil, tlsVerify: Bool? = nil, paused: Bool? = nil
    ) {
        self.url = url
        self.name = name
        self.interval = interval
        self.tags = tags
        self.headers = headers
        self.credential = credential
        self.fullText = fullText
        self.type = type
        self.entryKey = entryKey
        self.updates = updates
        self.skipTitles = skipTitles
        self.caFile = caFile
        self.tlsVerify = tlsVerify
        self.paused = paused
    }
}
