import BriefModel
import FeedFetching
import FoundationEssentials
import Storage

extension FeedState {
    /// What to ask with; nil where nothing was given.
    var validators: Validators? {
        guard let validatorsURL, etag != nil || lastModified != nil else { return nil }
        return Validators(etag: etag, lastModified: lastModified, url: validatorsURL)
    }

    mutating func setValidators(_ validators: Validators?) {
        etag = validators?.etag
        lastModified = validators?.lastModified
        validatorsURL = validators?.url
    }

    /// Takes note of what a document showed of the feed's pace.
    mutating func note(_ feed: ParsedFeed, news: Int, now: Date) {
        if history.since == nil {
            history.since = now
        } else {
            history.arrivals += news
        }
        history.windowCount = feed.entries.count
        let estimate = WindowTurnover.estimate(
            dates: feed.entries.compactMap { $0.published ?? $0.updated },
            entries: feed.entries.count, news: history.arrivals, watchedSince: history.since,
            now: now)
        turnover = estimate?.seconds
    }

    /// New entries a week: those that were seen to come, once it was watched for a week; before that as many as its
    /// window holds in the time that it reaches back.
    func entriesPerWeek(now: Date) -> Double? {
        let week = 7 * 86_400.0
        guard let since = history.since else { return nil }
        let watched = now.timeIntervalSince(since)
        if watched >= week { return Double(history.arrivals) * week / watched }
        guard let turnover, turnover > 0 else { return nil }
        return Double(history.windowCount) * week / turnover
    }

    /// A gap cuts the interval; every poll without one lets it grow again, up to the plain interval.
    mutating func noteCeiling(_ interval: Duration, isGap: Bool, plain: Duration) {
        if isGap {
            history.gapCeiling = interval.seconds
        } else if let ceiling = history.gapCeiling {
            let relaxed = ceiling * 1.25
            history.gapCeiling = relaxed < plain.seconds ? relaxed : nil
        }
    }

    /// A permanent redirect becomes the feed's address once so many polls in a row met it (S12 to S15).
    mutating func noteMove(to target: String?, confirmations: Int) {
        guard let target else {
            movingTo = nil
            movingCount = 0
            return
        }
        movingCount = target == movingTo ? movingCount + 1 : 1
        movingTo = target
        guard movingCount >= confirmations else { return }
        address = target
        isMoved = true
        movingTo = nil
        movingCount = 0
    }

    /// A remembered address that dies is given up for the configured one, which may know where the feed is now.
    mutating func noteDeath(of address: String, confirmations: Int) {
        guard self.address == address, errorsInRow >= confirmations else { return }
        self.address = nil
        isMoved = nil
        setValidators(nil)
        movingTo = nil
        movingCount = 0
    }

    /// Name and port of the host that is asked next.
    var hostKey: String? { try? FeedURL(address ?? url).hostKey }

    /// Whether it is asked at all.
    var isPolled: Bool { condition == .ok || condition == .failing }
}
