/// How often feeds are asked: [polling] of the configuration. No bound has a built-in floor.
public struct PollingSettings: Sendable, Equatable {
    /// Between polls, where neither the feed nor its server says.
    public var interval: Duration
    /// No feed is asked more often, also across restarts.
    public var minimumInterval: Duration
    public var maximumInterval: Duration
    /// From the end of one request to a host to the start of the next.
    public var perHostSpacing: Duration
    /// Whether the interval follows how often the feed changes.
    public var adaptive: Bool
    /// The first back-off after an error; it doubles from there.
    public var backoffStart: Duration
    public var backoffCeiling: Duration
    /// After a 429 or 503 without Retry-After.
    public var rateLimitHold: Duration
    /// A Retry-After beyond this is cut to it.
    public var retryAfterCeiling: Duration
    /// How many polls in a row must meet a permanent redirect before it is remembered.
    public var redirectConfirmations: Int
    /// One unconditional request after so long a run of 304s.
    public var refetchAfter: Duration
    /// How long an entry waits for its linked page before it is filed from the feed's own content.
    public var pageGrace: Duration
    /// Until a linked page that could not be had is tried again.
    public var pageRetry: Duration
    /// How often a linked page is tried.
    public var pageAttempts: Int
    /// How long a linked page is tried, whatever the attempts.
    public var pageGiveUp: Duration
    /// Linked pages that one feed has asked for within an hour, at most.
    public var pagesPerHour: Int
    /// Linked pages of the entries that a feed had when it was subscribed to: so many at once, and as many each hour
    /// after.
    public var firstPages: Int
    /// How long after they were filed the pages of articles are asked for again; empty: never.
    public var revisits: [Duration] = []

    public init(
        interval: Duration = .seconds(3600), minimumInterval: Duration = .seconds(3600),
        maximumInterval: Duration = .seconds(24 * 3600), perHostSpacing: Duration = .seconds(1),
        adaptive: Bool = true, backoffStart: Duration = .seconds(15 * 60),
        backoffCeiling: Duration = .seconds(24 * 3600), rateLimitHold: Duration = .seconds(10 * 60),
        retryAfterCeiling: Duration = .seconds(48 * 3600), redirectConfirmations: Int = 3,
        refetchAfter: Duration = .seconds(8 * 24 * 3600), pageGrace: Duration = .seconds(15),
        pageRetry: Duration = .seconds(3600),
        pageAttempts: Int = 5, pageGiveUp: Duration = .seconds(3 * 24 * 3600),
        pagesPerHour: Int = 600, firstPages: Int = 30
    ) {
        self.interval = interval
        self.minimumInterval = minimumInterval
        self.maximumInterval = maximumInterval
        self.perHostSpacing = perHostSpacing
        self.adaptive = adaptive
        self.backoffStart = backoffStart
        self.backoffCeiling = backoffCeiling
        self.rateLimitHold = rateLimitHold
        self.retryAfterCeiling = retryAfterCeiling
        self.redirectConfirmations = redirectConfirmations
        self.refetchAfter = refetchAfter
        self.pageGrace = pageGrace
        self.pageRetry = pageRetry
        self.pageAttempts = pageAttempts
        self.pageGiveUp = pageGiveUp
        self.pagesPerHour = pagesPerHour
        self.firstPages = firstPages
    }
}
