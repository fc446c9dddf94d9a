import FeedFetching
import Storage

/// Why a poll brought nothing, with what it learnt all the same.
struct FeedPollError: Error {
    var what: String
    var outcome: FetchOutcome?
    var fetchError: FeedFetchError?
    /// The state to go on from, where some entries were filed.
    var feed: FeedState?

    init(
        what: String, outcome: FetchOutcome? = nil, fetchError: FeedFetchError? = nil,
        feed: FeedState? = nil
    ) {
        self.what = what
        self.outcome = outcome
        self.fetchError = fetchError
        self.feed = feed
    }
}
