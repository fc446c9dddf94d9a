import BriefModel
import FoundationEssentials

/// The fields of a `FeedState`. How they lie on the disk says `StoredFeed`.
public struct FeedRecord: Sendable, Equatable {
    /// The first 16 hex digits of the SHA-256 of `url`.
    public var id: String
    /// As configured.
    public var url: String
    /// Where it is asked instead: a permanent redirect that was confirmed, or a feed found on a page.
    public var address: String?
    public var title: String?
    public var etag: String?
    public var lastModified: String?
    /// The address that gave the two.
    public var validatorsURL: String?
    /// SHA-256 of the last body.
    public var bodyHash: String?
    public var hints: ParsedFeed.PollingHints
    public var history: PollHistory
    /// In seconds: in which time all entries of the feed are replaced, as estimated last.
    public var turnover: Double?
    public var lastSuccess: Date?
    /// The start of the last request; also of one that was broken off.
    public var lastPoll: Date?
    public var lastStatus: Int?
    public var nextDue: Date
    public var intervalSeconds: Double
    public var reason: String
    public var error: String?
    public var errorsInRow: Int
    /// When the present run of errors began; nil where there is none, or it began before this was noted.
    public var failingSince: Date?
    /// Why waiting does not end it; nil where it may.
    public var lastingFault: String?
    public var condition: FeedState.Condition
    /// The id of the subscription that it was merged with.
    public var mergedWith: String?
    /// Where the last polls were redirected for good, and how many in a row.
    public var movingTo: String?
    public var movingCount: Int
    /// Where the feed's own document said last that it is now, and a feed is; nil where it says nothing.
    public var statedMove: String?
    /// Whether `address` is where a permanent redirect led; nil counts as no.
    public var isMoved: Bool?
    /// Whether `url` is a page on which `address` was found; nil counts as no.
    public var isFound: Bool?
    /// Whether the page at the address is the feed, by its posts; nil counts as no.
    public var isPosts: Bool?
    /// Where the feed says that its older entries are (RFC 5005).
    public var olderPage: String?
    /// Under way on an operator's order.
    public var backfill: Backfill?
    /// The hub that the feed names, and what the feed calls itself there.
    public var hub: String?
    public var topic: String?
    public var lease: HubLease?
    /// The first of the present run of 304s.
    public var unchangedSince: Date?
    /// The last request without a condition.
    public var lastUnconditional: Date?
    /// Where no page of the feed's entries could be had lately.
    public var pageTrouble: PageTrouble?
    /// Kinds of entry keys that were not unique in some fetch and are passed over since.
    public var passedKinds: [String]

    init(url: String, nextDue: Date) {
        id = FeedState.id(of: url)
        self.url = url
        self.nextDue = nextDue
        hints = .init()
        history = PollHistory()
        intervalSeconds = 0
        reason = "not asked yet"
        errorsInRow = 0
        condition = .ok
        movingCount = 0
        passedKinds = []
    }
}
