/// How often feeds and linked pages are asked for: [polling] of the configuration.
public struct PollingSettings: Sendable, Equatable {
    /// Where neither the feed nor its server says.
    public var interval: Duration
    public var minimumInterval: Duration
    public var maximumInterval: Duration
    /// From the end of one request to a host to the start of the next.
    public var perHostSpacing: Duration
    /// Whether a feed that rarely changes is asked more rarely.
    public var adaptive: Bool
    /// After the first failure in a row; doubled with each further one.
    public var backoffStart: Duration
    public var backoffCeiling: Duration
    /// After a 429 or 503 without Retry-After.
    public var rateLimitHold: Duration
    public var retryAfterCeiling: Duration
    /// How often in a row a 301 or 308 must lead to the same address before that address is asked directly.
    public var redirectConfirmations: Int
    /// One unconditional request after so long a run of 304s.
    public var refetchAfter: Duration
    /// Between two attempts at a linked page that could not be had.
    public var pageRetry: Duration
    /// Attempts at a linked page before its entry is filed from the feed's own content.
    public var pageAttempts: Int
    /// Since the first attempt; whichever of the two limits comes first.
    public var pageGiveUp: Duration

    public init(
        interval: Duration = .seconds(3600), minimumInterval: Duration = .seconds(3600),
        maximumInterval: Duration = .seconds(86_400), perHostSpacing: Duration = .seconds(1),
        adaptive: Bool = true, backoffStart: Duration = .seconds(900),
        backoffCeiling: Duration = .seconds(86_400), rateLimitHold: Duration = .seconds(600),
        retryAfterCeiling: Duration = .seconds(172_800), redirectConfirmations: Int = 3,
        refetchAfter: Duration = .seconds(8 * 86_400), pageRetry: Duration = .seconds(3600),
        pageAttempts: Int = 5, pageGiveUp: Duration = .seconds(3 * 86_400)
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
        self.pageRetry = pageRetry
        self.pageAttempts = pageAttempts
        self.pageGiveUp = pageGiveUp
    }
}
