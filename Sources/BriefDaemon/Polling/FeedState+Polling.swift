import BriefModel
import FeedFetching
import FoundationEssentials
import Storage

extension FeedState {
    /// What to ask with; nil where nothing was given.
    var validators: Validators? {
        guard let url = self.validatorsURL, self.etag != nil || self.lastModified != nil else {
            return nil
        }
        return Validators(etag: self.etag, lastModified: self.lastModified, url: url)
    }

    mutating func setValidators(_ validators: Validators?) {
        self.etag = validators?.etag
        self.lastModified = validators?.lastModified
        self.validatorsURL = validators?.url
    }

    /// Takes note of what a document showed of the feed's pace.
    mutating func note(_ feed: ParsedFeed, news: Int, now: Date) {
        if self.history.since == nil {
            self.history.since = now
        } else {
            self.history.arrivals += news
        }
        self.history.windowCount = feed.entries.count
        let estimate = WindowTurnover.estimate(
            dates: feed.entries.compactMap { $0.published ?? $0.updated },
            entries: feed.entries.count, news: self.history.arrivals,
            watchedSince: self.history.since,
            now: now)
        self.turnover = estimate?.seconds
    }

    /// The same of a document that holds nothing but news: the window is as it was.
    mutating func noteDelta(news: Int, now: Date) {
        guard self.history.since != nil else {
            self.history.since = now
            return
        }
        self.history.arrivals += news
    }

    /// New entries a week: those that were seen to come, once it was watched for a week; before that as many as its
    /// window holds in the time that it reaches back.
    func entriesPerWeek(now: Date) -> Double? {
        let week = 7 * 86_400.0
        guard let since = self.history.since else { return nil }
        let watched = now.timeIntervalSince(since)
        if watched >= week { return Double(self.history.arrivals) * week / watched }
        guard let turnover = self.turnover, turnover > 0 else { return nil }
        return Double(self.history.windowCount) * week / turnover
    }

    /// While a hub tells of changes the feed is asked seldom, and asked all the same: hubs forget.
    mutating func rest(_ interval: Duration, now: Date) {
        guard interval.seconds > self.intervalSeconds else { return }
        self.intervalSeconds = interval.seconds
        self.nextDue = max(self.nextDue, now.addingTimeInterval(interval.seconds))
        self.reason = "its hub tells of changes"
    }

    /// A gap cuts the interval; every poll without one lets it grow again, up to the plain interval.
    mutating func noteCeiling(_ interval: Duration, isGap: Bool, plain: Duration) {
        if isGap {
            self.history.gapCeiling = interval.seconds
        } else if let ceiling = self.history.gapCeiling {
            let relaxed = ceiling * 1.25
            self.history.gapCeiling = relaxed < plain.seconds ? relaxed : nil
        }
    }

    /// A permanent redirect becomes the feed's address once so many polls in a row met it (S12 to S15).
    mutating func noteMove(to target: String?, confirmations: Int) {
        guard let target else {
            self.movingTo = nil
            self.movingCount = 0
            return
        }
        self.movingCount = target == self.movingTo ? self.movingCount + 1 : 1
        self.movingTo = target
        guard self.movingCount >= confirmations else { return }
        self.address = target
        self.isMoved = true
        self.movingTo = nil
        self.movingCount = 0
    }

    /// A remembered address that dies is given up for the configured one, which may know where the feed is now.
    mutating func noteDeath(of address: String, confirmations: Int) {
        guard self.address == address, self.errorsInRow >= confirmations else { return }
        self.address = nil
        self.isMoved = nil
        setValidators(nil)
        self.movingTo = nil
        self.movingCount = 0
    }

    /// The state that a poll came to, with the orders that were given meanwhile: a pause, an archive to be read, the
    /// merging with a feed that was added, and what came of its pages.
    func heeding(_ present: FeedState) -> FeedState {
        var state = self
        state.backfill = present.backfill
        state.lease = present.lease
        // A poll asks for no page, and knows nothing of a change of the configuration.
        state.pageTrouble = present.pageTrouble
        switch present.condition {
        case .merged:
            state.mergedWith = present.mergedWith
            state.reason = present.reason
            state.condition = .merged
        case .paused: state.condition = .paused
        case .ok, .failing, .gone: break
        }
        return state
    }

    /// Name and port of the host that is asked next.
    var hostKey: String? { try? FeedURL(self.address ?? self.url).hostKey }

    /// Whether it is asked at all.
    var isPolled: Bool { self.condition == .ok || self.condition == .failing }
}
