import BriefModel
import FeedFetching
import FoundationEssentials
import Hashing
import Storage
import Workers

/// What an answer holds.
extension FeedPoll {
    func unchanged(_ old: FeedState, _ outcome: FetchOutcome) -> FeedState {
        var feed = old
        feed.setValidators(outcome.validators)
        feed.unchangedSince = feed.unchangedSince ?? clock()
        return succeeded(feed, outcome, news: 0, isGap: false)
    }

    func take(
        _ bytes: [UInt8], _ outcome: FetchOutcome, _ old: FeedState
    ) async throws -> FeedState {
        var feed = old
        feed.unchangedSince = nil
        let hash = SHA256Digest.hex(of: bytes)
        if hash == feed.bodyHash {
            feed.setValidators(outcome.validators)
            return succeeded(feed, outcome, news: 0, isGap: false)
        }
        var parsed: ParsedFeed
        var source = outcome
        do {
            let kind =
                subscription.kind == .feed && feed.isPosts == true ? .hFeed : subscription.kind
            parsed = try await parse(bytes, outcome, kind)
            if !parsed.parts.isEmpty { parsed.entries = try await entries(of: parsed, &feed) }
        } catch WorkerError.refused(let error) {
            // Only an address that never was a feed is searched: a feed that turns into a page is at a parked
            // domain or behind a log-in (S16, S36).
            guard subscription.kind == .feed,
                feed.lastSuccess == nil || feed.isFound == true, feed.address == nil
            else {
                throw FeedPollError(what: error.description, outcome: outcome)
            }
            (parsed, source) = try await discover(in: bytes, outcome, &feed, refusal: error)
        }
        if let target = move(of: parsed, source), parsed.isOnlyMove {
            // Nothing else is there: what it points to is the feed that was asked for.
            (parsed, source) = try await feedFound(at: target, &feed)
            feed.noteMove(to: target, confirmations: 1)
        } else {
            feed.statedMove = try await statedMove(of: parsed, source, feed)
        }
        return try await take(parsed, size: bytes.count, hash, source, feed)
    }

    func take(
        _ parsed: ParsedFeed, size: Int, _ hash: String, _ outcome: FetchOutcome, _ old: FeedState
    ) async throws -> FeedState {
        var feed = old
        var whole = parsed
        // The last entry of a document that breaks off may itself be cut.
        if parsed.isTruncated, parsed.entries.count > 1 { whole.entries.removeLast() }
        let intake = EntryIntake(filing: filing, state: state, thread: thread, clock: clock)
        let (entries, passed) = (whole, feed.passedKinds)
        // Who subscribes wants to read, not to copy a site's archive in an hour.
        let atOnce = feed.lastSuccess == nil ? settings.firstPages : nil
        let result = try await slots.carrying(size) {
            try await intake.take(entries, passing: passed, pagesAtOnce: atOnce)
        }
        feed.passedKinds = result.passedKinds
        feed.title = parsed.title ?? feed.title
        if outcome.isDelta {
            feed.noteDelta(news: result.new, now: clock())
        } else {
            feed.hints = parsed.hints
            feed.hub = parsed.hubs.first
            feed.topic = parsed.ownAddress
            feed.olderPage = parsed.olderPage
            feed.note(whole, news: result.new, now: clock())
        }
        guard !parsed.isTruncated else {
            throw FeedPollError(
                what: "the document breaks off before its end; what was whole is filed",
                outcome: outcome, feed: feed)
        }
        feed.bodyHash = hash
        feed.setValidators(outcome.validators)
        // After a window without entries none can be missing.
        let isGap =
            result.isGap && !outcome.isDelta && feed.lastSuccess != nil
            && old.history.windowCount > 0
        return succeeded(feed, outcome, news: result.new + result.changed, isGap: isGap)
    }

    /// The entries of the lists that a list of lists names; of those that can be had, where one can be.
    private func entries(
        of index: ParsedFeed, _ feed: inout FeedState
    ) async throws -> [Entry] {
        var entries: [Entry] = []
        var failure: FeedPollError?
        var came = false
        for part in index.parts {
            do {
                let outcome = try await fetch(part, nil, &feed)
                guard case .document(let bytes) = outcome.result else { continue }
                entries += try await parse(bytes, outcome, subscription.kind).entries
                came = true
            } catch let error as FeedPollError {
                if case .hostHeld = error.fetchError { throw error }
                failure = failure ?? error
            } catch WorkerError.refused(let error) {
                failure = failure ?? FeedPollError(what: "\(part): \(error.description)")
            }
        }
        if !came, let failure { throw failure }
        return entries
    }

    func parse(
        _ bytes: [UInt8], _ outcome: FetchOutcome, _ kind: FeedKind = .feed
    ) async throws -> ParsedFeed {
        try await slots.carrying(bytes.count) {
            try await filing.sink.parseFeed(
                FeedRequest(
                    bytes: bytes, contentType: outcome.contentType,
                    contentLanguage: outcome.contentLanguage, url: outcome.url,
                    linkFields: outcome.linkFields, kind: kind))
        }
    }
}
