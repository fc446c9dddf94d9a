import FoundationEssentials

/// An entry that is set aside because the process that read it, or its page, died of it. It holds the whole entry, so
/// that it can be read again after an upgrade.
public struct QuarantinedEntry: Sendable, Equatable {
    public var page: WaitingPage
    /// Whether its page did it, and not the entry's own content.
    public var isOfPage: Bool
    /// Whether its article is on a page.
    public var isPartial: Bool
    public var why: String
    /// The version of briefd that could not read it.
    public var version: String
    public var since: Date

    public init(
        page: WaitingPage, isOfPage: Bool, isPartial: Bool, why: String, version: String,
        since: Date
    ) {
        self.page = page
        self.isOfPage = isOfPage
        self.isPartial = isPartial
        self.why = why
        self.version = version
        self.since = since
    }
}

/// What lies in quarantine of one feed.
public struct QuarantineCount: Sendable, Equatable {
    public var feed: String
    public var count: Int
    /// When the first of those entries was set aside.
    public var since: Date

    public init(feed: String, count: Int, since: Date) {
        self.feed = feed
        self.count = count
        self.since = since
    }
}
