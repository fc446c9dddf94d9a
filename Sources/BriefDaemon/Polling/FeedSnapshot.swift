import FeedFetching
import FoundationEssentials
import Storage

/// A feed as operators see it (GET /v1/feeds).
public struct FeedSnapshot: Sendable, Equatable {
    public var id: String
    /// As configured.
    public var url: String
    /// Where it is asked now.
    public var address: String
    public var title: String?
    public var name: String?
    public var state: FeedState.Condition
    public var lastSuccess: Date?
    public var lastStatus: Int?
    public var lastPoll: Date?
    /// A hold of its host included; nil where it is not asked any more.
    public var nextDue: Date?
    public var intervalSeconds: Int
    public var reason: String
    public var error: String?
    public var errorsInRow: Int
    /// When the present run of errors began.
    public var failingSince: Date?
    /// What somebody has to change before it works; nil where waiting may do.
    public var lastingFault: LastingFault?
    /// Entries whose linked page is still to be fetched.
    public var pagesWaiting: Int
    /// Where none of its linked pages could be had lately.
    public var pageTrouble: PageTrouble?
    /// Whether `address` is where the feed moved for good.
    public var isMoved: Bool
    /// New entries a week since the first poll, or by the dates of its window; nil where neither tells.
    public var entriesPerWeek: Double?
    public var tags: [String]
}
