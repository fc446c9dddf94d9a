/// A feed in GET /v1/feeds. Times are RFC 3339, UTC.
public struct FeedItem: Codable, Sendable, Equatable {
    public var id: String
    /// As configured.
    public var url: String
    /// Where it is asked now.
    public var address: String
    @Nullable public var title: String?
    /// ok, failing (from the first error on), paused, gone or merged.
    public var state: String
    @Nullable public var lastSuccess: String?
    /// HTTP status of the last poll.
    @Nullable public var lastStatus: Int?
    @Nullable public var lastPoll: String?
    /// Includes a hold of its host.
    @Nullable public var nextDue: String?
    @Nullable public var intervalSeconds: Int?
    /// Why it is due then.
    @Nullable public var reason: String?
    @Nullable public var error: String?
    public var errorsInRow: Int
    /// When the present run of errors began.
    @Nullable public var failingSince: String?
    /// What somebody has to change before it works: credential, refused-address, address, certificate or too-large;
    /// null where waiting may do.
    @Nullable public var needsOperator: String?
    /// Linked pages that are still to be fetched.
    public var pagesWaiting: Int
    /// Why none of its linked pages could be had lately.
    @Nullable public var pagesError: String?
    /// New entries a week.
    @Nullable public var entriesPerWeek: Double?
    public var tags: [String]

    public init(
        id: String, url: String, address: String, title: String? = nil, state: String,
        lastSuccess: String? = nil, lastStatus: Int? = nil, lastPoll: String? = nil,
        nextDue: String? = nil, intervalSeconds: Int? = nil, reason: String? = nil,
        error: String? = nil, errorsInRow: Int = 0, failingSince: String? = nil,
        needsOperator: String? = nil, pagesWaiting: Int = 0, pagesError: String? = nil,
        entriesPerWeek: Double? = nil, tags: [String] = []
    ) {
        self.id = id
        self.url = url
        self.address = address
        self.state = state
        self.errorsInRow = errorsInRow
        self.failingSince = failingSince
        self.needsOperator = needsOperator
        self.pagesWaiting = pagesWaiting
        self.tags = tags
        self.entriesPerWeek = entriesPerWeek
        self.title = title
        self.lastSuccess = lastSuccess
        self.lastStatus = lastStatus
        self.lastPoll = lastPoll
        self.nextDue = nextDue
        self.intervalSeconds = intervalSeconds
        self.reason = reason
        self.error = error
        self.pagesError = pagesError
    }
}
