import BriefModel
import FeedFetching
import FoundationEssentials
import Storage

/// How a poll ends: what the feed's state says then, and when it is asked next.
extension FeedPoll {
    func succeeded(
        _ old: FeedState, _ outcome: FetchOutcome, news: Int, isGap: Bool
    ) -> FeedState {
        var feed = old
        let now = clock()
        let last: Duration? = feed.intervalSeconds > 0 ? .seconds(feed.intervalSeconds) : nil
        feed.history.polls += 1
        feed.history.quietPolls = news > 0 ? 0 : feed.history.quietPolls + 1
        if isGap { feed.history.gaps += 1 }
        let hasValidators = !outcome.validators.isEmpty
        let watched = feed.history.since.map { Duration.seconds(now.timeIntervalSince($0)) }
        let plan = policy.plan(
            after: .init(
                ownInterval: subscription.interval, hints: feed.hints, freshFor: outcome.freshFor,
                quietPolls: hasValidators ? feed.history.quietPolls : feed.history.polls,
                hasValidators: hasValidators,
                turnover: feed.turnover.map { .seconds($0) }, watched: watched ?? .zero,
                isGap: isGap,
                lastInterval: last, ceiling: feed.history.gapCeiling.map { .seconds($0) }),
            now: now, jitter: Double.random(in: 0..<1))
        feed.noteCeiling(plan.interval, isGap: isGap, plain: settings.interval)
        feed.nextDue = plan.due
        feed.intervalSeconds = plan.interval.seconds
        feed.reason = plan.reason
        if subscription.interval == nil, feed.lease?.isLive(now) == true {
            feed.rest(settings.maximumInterval, now: now)
        }
        feed.lastSuccess = now
        feed.lastStatus = outcome.status
        feed.error = nil
        feed.errorsInRow = 0
        feed.failingSince = nil
        feed.lastingFault = nil
        feed.condition = .ok
        feed.noteMove(
            to: outcome.permanentURL ?? feed.statedMove,
            confirmations: settings.redirectConfirmations)
        return feed
    }

    /// Nothing failed: the feed is asked when its host may be. Only where a redirect led to that host, something was
    /// asked.
    func held(
        _ feed: FeedState, _ old: FeedState, _ error: FeedPollError, _ host: String, _ until: Date
    ) -> FeedState {
        let isAsked = error.outcome?.url != (try? FeedURL(old.address ?? old.url))?.text
        var feed = isAsked ? feed : old
        feed.nextDue = max(until, feed.nextDue)
        feed.reason = "\(host) asked to be left alone"
        return feed
    }

    func failed(_ old: FeedState, _ error: FeedPollError) -> FeedState {
        var feed = error.feed ?? old
        let now = clock()
        feed.lastPoll = now
        if error.outcome?.wasConditional == false { feed.lastUnconditional = now }
        feed.lastStatus = error.outcome?.status
        feed.error = error.what
        feed.failingSince = feed.errorsInRow == 0 ? now : feed.failingSince ?? now
        feed.lastingFault = error.lastingFault?.rawValue
        feed.errorsInRow += 1
        feed.condition = .failing
        if case .unaskedNotModified = error.fetchError { feed.setValidators(nil) }
        var hold: Duration?
        if let outcome = error.outcome, outcome.isRateLimited,
            let host = try? FeedURL(outcome.url).hostKey, let until = slots.hold(of: host)
        {
            hold = .seconds(until.timeIntervalSince(now))
        }
        let plan = policy.plan(
            afterErrors: feed.errorsInRow, hold: hold, now: now, jitter: Double.random(in: 0..<1))
        feed.nextDue = plan.due
        feed.intervalSeconds = plan.interval.seconds
        feed.reason = plan.reason
        if let address = feed.address, error.isDeath {
            feed.noteDeath(of: address, confirmations: max(1, settings.redirectConfirmations))
        } else if error.outcome?.isGone == true {
            feed.condition = .gone
            feed.reason = "the server says that it is gone"
        }
        return feed
    }
}
