import FeedFetching
import Storage

/// Why a poll brought nothing, with what it learnt all the same.
struct FeedPollError: Error {
    var what: String
    var outcome: FetchOutcome?
    var fetchError: FeedFetchError?
    /// The state to go on from, where some entries were filed.
    var feed: FeedState?
    /// What somebody has to change before it works.
    var lastingFault: LastingFault?

    /// Whether nobody is at the address any more, as far as this poll can tell.
    var isDeath: Bool {
        switch fetchError {
        case .status(_, 404), .status(_, 410), .transfer(.nameNotResolved),
            .transfer(.notConnected), .transfer(.tls), .tooManyRedirects, .redirectLoop:
            true
        default: false
        }
    }

    init(
        what: String, outcome: FetchOutcome? = nil, fetchError: FeedFetchError? = nil,
        feed: FeedState? = nil, lastingFault: LastingFault? = nil
    ) {
        self.what = what
        self.outcome = outcome
        self.fetchError = fetchError
        self.feed = feed
        self.lastingFault = lastingFault ?? fetchError?.lastingFault
    }
}
