import BriefModel
import FeedFetching
import FoundationEssentials
import Storage
import Workers

/// One step back through a feed's archive (RFC 5005 §3 and §4), on an operator's order.
struct FeedBackfill: Sendable {
    /// Pages of one order.
    static let pageLimit = 50

    let asking: FeedAsking
    let filing: EntryFiling
    let state: FeedStateStore
    let thread: SerialThread
    let settings: PollingSettings
    let clock: @Sendable () -> Date
    let notify: @Sendable (PollingEvent) -> Void

    /// Asks the next page and files its entries; once they are, the page after it is the next.
    ///
    /// - Returns: what is left; nil at the end.
    func step(_ feed: FeedState) async throws -> Backfill? {
        guard var rest = feed.backfill else { return nil }
        do {
            let outcome = await asking.fetcher.fetch(try asking.request(rest.next, nil))
            try Task.checkCancellation()
            switch outcome.result {
            case .document(let bytes):
                let parsed = try await filing.sink.parseFeed(
                    FeedRequest(
                        bytes: bytes, contentType: outcome.contentType,
                        contentLanguage: outcome.contentLanguage, url: outcome.url))
                let intake = EntryIntake(
                    filing: filing, state: state, thread: thread, clock: clock)
                _ = try await intake.take(
                    parsed, passing: feed.passedKinds, pagesAtOnce: settings.firstPages)
                rest.seen.append(rest.next)
                rest.left -= 1
                return following(parsed.olderPage, rest, feed)
            case .failed(.hostHeld(_, let until)):
                rest.due = until
                return rest
            case .failed(.cancelled): throw CancellationError()
            case .failed(let error): return end(feed, "it stopped: \(error)")
            case .notModified: return end(feed, "it stopped: \(rest.next) sends nothing")
            }
        } catch let error as FeedPollError {
            return end(feed, "it stopped: \(error.what)")
        } catch WorkerError.refused(let error) {
            return end(feed, "it stopped: \(rest.next): \(error.description)")
        }
    }

    private func following(_ older: String?, _ rest: Backfill, _ feed: FeedState) -> Backfill? {
        guard let older, !rest.seen.contains(older), older != feed.address ?? feed.url else {
            return end(feed, "the archive was read to its end, \(rest.seen.count) pages")
        }
        guard rest.left > 0 else {
            return end(feed, "\(rest.seen.count) pages were read; order it again for more")
        }
        var next = rest
        next.next = older
        next.due = clock()
        return next
    }

    private func end(_ feed: FeedState, _ what: String) -> Backfill? {
        notify(PollingEvent(.feedBackfilled, subject: feed.url, what: "\(feed.url): \(what)"))
        return nil
    }
}
