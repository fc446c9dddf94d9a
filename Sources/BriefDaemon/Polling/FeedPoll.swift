import BriefModel
import Curl
import FeedFetching
import FoundationEssentials
import Hashing
import Logging
import Storage
import Workers

/// One poll of one feed: fetched, parsed, its new and changed entries filed or put down to have their pages fetched,
/// and only then its validators stored. So whatever ends a poll half way, its entries come again.
struct FeedPoll: Sendable {
    let asking: FeedAsking
    let slots: HostSlots
    let filing: EntryFiling
    let state: FeedStateStore
    let saver: StateSaver
    let thread: SerialThread
    let settings: PollingSettings
    let log: Logger
    let clock: @Sendable () -> Date
    let notify: @Sendable (PollingEvent) -> Void
    let meters: Meters
    /// The answer of its first poll, where it came already.
    var looked: FetchOutcome?

    var subscription: FeedSubscription { asking.subscription }
    var policy: PollPolicy { PollPolicy(settings) }

    /// - Returns: the feed's new state, which is on the disk.
    /// - Throws: only where the state cannot be saved; then nothing was asked.
    func run(_ old: FeedState) async throws -> FeedState {
        let start = ContinuousClock.now
        var feed = old
        // A poll that is broken off must not be made up for before the minimum interval is over.
        feed.lastPoll = clock()
        feed.nextDue = clock().addingTimeInterval(settings.minimumInterval.seconds)
        try await save(feed)
        do {
            feed = try await poll(feed)
        } catch let error as FeedPollError where looked?.isDelta == true {
            // What a hub delivers is no word of the feed's own server: that is asked as if nothing had come.
            log.warning(
                "delivery not read", metadata: ["feed": "\(old.url)", "why": "\(error.what)"])
            feed = old
            feed.nextDue = clock().addingTimeInterval(settings.minimumInterval.seconds)
        } catch let error as FeedPollError {
            if case .hostHeld(let host, let until) = error.fetchError {
                feed = held(feed, old, error, host, until)
            } else {
                feed = failed(feed, error)
            }
        } catch is CancellationError {
            return feed
        } catch WorkerError.stopped {
            return feed
        } catch {
            feed = failed(feed, FeedPollError(what: "\(error)"))
        }
        try await save(feed)
        meters.observe(.poll, since: start)
        meters.hosts.note(feed.address ?? feed.url, seconds: (ContinuousClock.now - start).seconds)
        meters.count(
            .polls, feed.error != nil ? "error" : feed.lastStatus == 304 ? "not-modified" : "ok")
        tell(feed, old)
        return feed
    }

    private func poll(_ old: FeedState) async throws -> FeedState {
        var feed = old
        let isRefetch = policy.isRefetchDue(
            notModifiedSince: feed.unchangedSince, lastFull: feed.lastUnconditional, now: clock())
        // What waited for its page and could not be read is had again from the feed.
        let id = feed.id
        let isWanted = try await thread.run { [state] in try state.isWanted(id) }
        if isWanted { feed.bodyHash = nil }
        let validators = isRefetch || isWanted ? nil : feed.validators
        let outcome: FetchOutcome
        if let looked {
            outcome = looked
            feed.lastStatus = looked.status
        } else {
            outcome = try await fetch(feed.address ?? feed.url, validators, &feed)
        }
        if !outcome.wasConditional { feed.lastUnconditional = clock() }
        guard case .document(let bytes) = outcome.result else {
            return unchanged(feed, outcome)
        }
        feed = try await take(bytes, outcome, feed)
        if isWanted { try await thread.run { [state] in try state.noteRead(id) } }
        return feed
    }

    /// Throws what is neither a document nor a 304.
    func fetch(
        _ address: String, _ validators: Validators?, _ feed: inout FeedState
    ) async throws -> FetchOutcome {
        let outcome = await asking.fetcher.fetch(try asking.request(address, validators))
        feed.lastPoll = clock()
        switch outcome.result {
        case .document, .notModified:
            feed.lastStatus = outcome.status
            return outcome
        case .failed(.cancelled):
            throw CancellationError()
        case .failed(let error):
            try Task.checkCancellation()
            throw FeedPollError(what: error.description, outcome: outcome, fetchError: error)
        }
    }

    private func save(_ feed: FeedState) async throws {
        try await saver.save(feed)
    }
}
