/// Something that happened while polling, for events and errors of the status.
public struct PollingEvent: Sendable, Equatable {
    enum Kind: String {
        case filed, sighting, revision, updated
        case feedFailing = "feed-failing"
        case feedRecovered = "feed-recovered"
        case feedGone = "feed-gone"
        case feedMoved = "feed-moved"
        case feedMerged = "feed-merged"
        case feedFound = "feed-found"
        case feedGap = "feed-gap"
        case feedBackfilled = "feed-backfilled"
        case hostHeld = "host-held"
    }

    /// A word for logs and events.
    public var kind: String
    /// The id of the article, else of the feed, else the host.
    public var subject: String
    public var what: String
    public var isError: Bool

    init(_ kind: Kind, subject: String, what: String) {
        self.kind = kind.rawValue
        self.subject = subject
        self.what = what
        isError = [.feedFailing, .feedGone, .feedGap].contains(kind)
    }
}
