import FoundationEssentials

/// What earlier polls of a feed taught about how fast it changes; only successful polls count.
public struct PollHistory: Sendable, Codable, Equatable {
    /// The first successful poll.
    public var since: Date?
    /// How many entries the feed held last.
    public var windowCount: Int
    /// Successful polls since `since`.
    public var polls: Int
    /// Polls in a row without a new or changed entry.
    public var quietPolls: Int
    /// New entries since `since`, those of the first poll not counted.
    public var arrivals: Int
    /// Polls in which no entry of the one before was left.
    public var gaps: Int
    /// In seconds: what a gap has cut the interval to; relaxed by each poll without one.
    public var gapCeiling: Double?

    public init(
        since: Date? = nil, windowCount: Int = 0, polls: Int = 0,
        quietPolls: Int = 0, arrivals: Int = 0, gaps: Int = 0, gapCeiling: Double? = nil
    ) {
        self.since = since
        self.windowCount = windowCount
        self.polls = polls
        self.quietPolls = quietPolls
        self.arrivals = arrivals
        self.gaps = gaps
        self.gapCeiling = gapCeiling
    }
}
