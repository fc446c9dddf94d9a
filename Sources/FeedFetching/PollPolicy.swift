import BriefModel
import FoundationEssentials

/// When a feed is asked next (DESIGN §9). Pure: the same facts give the same plan.
///
/// No plan is ever nearer than the minimum interval. A feed's own interval wins over everything but that; a
/// hint of feed or server replaces the default interval; both may be lengthened, up to the maximum and up to
/// half the time in which the feed's window turns over.
public struct PollPolicy: Sendable {
    /// The plan for one feed.
    public struct Plan: Sendable, Equatable {
        public var due: Date
        /// Without jitter and skipped hours.
        public var interval: Duration
        /// For operators, in words.
        public var reason: String
    }

    /// What a poll that worked showed.
    public struct Success: Sendable {
        /// The interval configured for this feed alone.
        public var ownInterval: Duration?
        public var hints: ParsedFeed.PollingHints
        /// `CachePolicy.freshness`.
        public var freshFor: Duration?
        /// Polls in a row without news, this one included; for a server without validators, all polls.
        public var quietPolls: Int
        public var hasValidators: Bool
        /// In which all entries of the window are replaced; nil where that is not known.
        public var turnover: Duration?
        /// Since the first poll: where no turnover is known, the feed is known to stand still for so long only.
        public var watched: Duration
        /// No entry of the last poll was there any more.
        public var isGap: Bool
        /// The interval that led to this poll.
        public var lastInterval: Duration?
        /// Set by an earlier gap: no lengthening goes beyond it.
        public var ceiling: Duration?

        public init(
            ownInterval: Duration? = nil,
            hints: ParsedFeed.PollingHints = ParsedFeed.PollingHints(),
            freshFor: Duration? = nil, quietPolls: Int = 0, hasValidators: Bool = true,
            turnover: Duration? = nil, watched: Duration = .zero, isGap: Bool = false,
            lastInterval: Duration? = nil,
            ceiling: Duration? = nil
        ) {
            self.ownInterval = ownInterval
            self.hints = hints
            self.freshFor = freshFor
            self.quietPolls = quietPolls
            self.hasValidators = hasValidators
            self.turnover = turnover
            self.watched = watched
            self.isGap = isGap
            self.lastInterval = lastInterval
            self.ceiling = ceiling
        }
    }

    public let settings: PollingSettings

    public init(_ settings: PollingSettings) {
        self.settings = settings
    }

    /// `jitter` is in 0..<1; it puts a poll off by at most 3 % of its interval, and never brings it forward.
    public func plan(after success: Success, now: Date, jitter: Double) -> Plan {
        let choice = interval(after: success)
        let spread = min(choice.interval / 100 * 3, .seconds(1800)) * jitter
        let due = now.addingTimeInterval((choice.interval + spread).seconds)
        guard success.ownInterval == nil,
            let open = SkippedTimes(success.hints).next(from: due), open > due
        else { return Plan(due: due, interval: choice.interval, reason: choice.reason) }
        // Not on the stroke of the hour, when everyone else comes.
        return Plan(
            due: open.addingTimeInterval(600 * jitter), interval: choice.interval,
            reason: choice.reason + "; the feed skips this hour or day")
    }

    private func interval(after success: Success) -> (interval: Duration, reason: String) {
        if let own = success.ownInterval {
            return own < settings.minimumInterval
                ? (settings.minimumInterval, "its own interval, at the minimum")
                : (own, "its own interval")
        }
        let standard = bounded(settings.interval)
        if success.isGap, let last = success.lastInterval {
            return (
                max(settings.minimumInterval, min(last / 2, standard)),
                "a gap: entries came and went between two polls"
            )
        }
        let hint = hint(success)
        var (wanted, reason) =
            hint.map { (bounded($0.wait), $0.reason) } ?? (standard, "the default interval")
        let lengthened = lengthened(wanted, success)
        if lengthened > wanted {
            wanted = lengthened
            reason = success.hasValidators ? "it rarely changes" : "its server gives no validators"
        }
        if wanted > standard, let turnover = success.turnover,
            wanted > max(standard, turnover / 2)
        {
            wanted = max(standard, turnover / 2)
            reason = "half the time in which its entries are replaced"
        }
        if let ceiling = success.ceiling, wanted > max(settings.minimumInterval, ceiling) {
            wanted = max(settings.minimumInterval, ceiling)
            reason = "shortened after a gap"
        }
        return (wanted, reason)
    }

    private func bounded(_ interval: Duration) -> Duration {
        max(settings.minimumInterval, min(interval, settings.maximumInterval))
    }

    /// The longest of what feed and server ask for: the others are then kept too.
    private func hint(_ success: Success) -> (wait: Duration, reason: String)? {
        var hints: [(wait: Duration, reason: String)] = []
        if let fresh = success.freshFor { hints.append((fresh, "the server's cache time")) }
        if let minutes = success.hints.ttlMinutes, minutes > 0 {
            hints.append((.seconds(min(minutes, 1 << 24) * 60), "the feed's ttl"))
        }
        if let seconds = success.hints.updatePeriodSeconds, seconds > 0 {
            hints.append((.seconds(seconds), "the feed's update period"))
        }
        return hints.max { $0.wait < $1.wait }
    }

    /// Doubles with every fourth quiet poll; where the server gives no validators, with every poll.
    private func lengthened(_ interval: Duration, _ success: Success) -> Duration {
        guard settings.adaptive, success.quietPolls > 0 else { return interval }
        let doublings = success.hasValidators ? success.quietPolls / 4 : success.quietPolls
        let longest = bounded(success.turnover ?? success.watched)
        return PollPolicy.doubled(interval, doublings, ceiling: longest)
    }

    private static func doubled(_ start: Duration, _ times: Int, ceiling: Duration) -> Duration {
        var result = start
        for _ in 0..<min(max(0, times), 40) where result < ceiling { result *= 2 }
        return max(start, min(result, ceiling))
    }

    // MARK: Failures

    /// After an error: exponential back-off. `errorsInRow` counts this one; `hold` is what the host asked for.
    public func plan(
        afterErrors errorsInRow: Int, hold: Duration? = nil, now: Date, jitter: Double
    ) -> Plan {
        let backoff = PollPolicy.doubled(
            settings.backoffStart, errorsInRow - 1,
            ceiling: max(settings.backoffStart, settings.backoffCeiling))
        var wait = max(settings.minimumInterval, hold ?? min(backoff, settings.backoffCeiling))
        let interval = wait
        let spread = hold == nil ? wait / 10 : min(wait / 10, .seconds(60))
        // No later than the ceiling, no sooner than a hold or the minimum.
        if hold == nil, wait + spread > settings.backoffCeiling {
            wait = max(settings.minimumInterval, wait - spread)
        }
        let due = now.addingTimeInterval((wait + spread * jitter).seconds)
        let reason =
            hold == nil
            ? "back-off after \(errorsInRow) error\(errorsInRow == 1 ? "" : "s")"
            : "the server asks to wait"
        return Plan(due: due, interval: interval, reason: reason)
    }

    /// How long a host is left alone after a 429 or 503; without a Retry-After the default hold, which grows.
    public func hold(retryAfter: String?, limitsInRow: Int, now: Date) -> Duration {
        let ceiling = settings.retryAfterCeiling
        return RetryAfter.parse(retryAfter, now: now, ceiling: ceiling)
            ?? min(
                PollPolicy.doubled(
                    settings.rateLimitHold, limitsInRow - 1,
                    ceiling: max(settings.rateLimitHold, settings.backoffCeiling)), ceiling)
    }

    /// Whether a run of 304s since `since` is so long that the server may be lying: then one request goes
    /// without validators, at most one a day.
    public func isRefetchDue(notModifiedSince since: Date?, lastFull: Date?, now: Date) -> Bool {
        guard let since, now.timeIntervalSince(since) >= settings.refetchAfter.seconds else {
            return false
        }
        let pause = min(settings.refetchAfter, .seconds(86_400))
        return lastFull.map { now.timeIntervalSince($0) >= pause.seconds } ?? true
    }
}
