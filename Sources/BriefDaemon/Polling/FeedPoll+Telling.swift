import FoundationEssentials
import Logging
import Storage

/// What others are told of a poll.
extension FeedPoll {
    func tell(_ feed: FeedState, _ old: FeedState) {
        guard feed.lastPoll != old.lastPoll else { return }
        var facts: Logger.Metadata = [
            "feed": "\(feed.url)", "next": "\(feed.nextDue.rfc3339)", "reason": "\(feed.reason)",
        ]
        if let status = feed.lastStatus { facts["status"] = "\(status)" }
        if let error = feed.error {
            facts["error"] = "\(error)"
            if feed.condition == .gone {
                notify(PollingEvent(.feedGone, subject: feed.url, what: error))
            } else if old.errorsInRow == 0, feed.errorsInRow > 0 {
                notify(PollingEvent(.feedFailing, subject: feed.url, what: error))
            }
            log.warning("feed not polled", metadata: facts)
            return
        }
        if old.error != nil {
            notify(
                PollingEvent(.feedRecovered, subject: feed.url, what: "\(feed.url) answers again"))
        }
        if let address = feed.address, address != old.address, old.lastSuccess != nil {
            notify(
                PollingEvent(
                    .feedMoved, subject: feed.url,
                    what: "\(feed.url) moved for good to \(address); edit its address"))
        }
        if feed.history.gaps > old.history.gaps {
            notify(
                PollingEvent(
                    .feedGap, subject: feed.url,
                    what: "\(feed.url): entries may have come and gone between two polls"))
        }
        log.info("feed polled", metadata: facts)
    }
}
