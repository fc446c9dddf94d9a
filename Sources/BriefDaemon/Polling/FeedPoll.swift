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
    let subscription: FeedSubscription
    let fetcher: FeedFetcher
    let slots: HostSlots
    let filing: EntryFiling
    let state: FeedStateStore
    let thread: SerialThread
    let settings: PollingSettings
    let credential: @Sendable (String) -> String?
    let log: Logger
    let clock: @Sendable () -> Date
    let notify: @Sendable (PollingEvent) -> Void

    private var policy: PollPolicy { PollPolicy(settings) }

    /// - Returns: the feed's new state, which is on the disk.
    /// - Throws: only where the state cannot be saved; then nothing was asked.
    func run(_ old: FeedState) async throws -> FeedState {
        var feed = old
        // A poll that is broken off must not be made up for before the minimum interval is over.
        feed.lastPoll = clock()
        feed.nextDue = clock().addingTimeInterval(settings.minimumInterval.seconds)
        try await save(feed)
        do {
            feed = try await poll(feed)
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
        tell(feed, old)
        return feed
    }

    private func poll(_ old: FeedState) async throws -> FeedState {
        var feed = old
        let isRefetch = policy.isRefetchDue(
            notModifiedSince: feed.unchangedSince, lastFull: feed.lastUnconditional, now: clock())
        let validators = isRefetch ? nil : feed.validators
        let outcome = try await fetch(feed.address ?? feed.url, validators, &feed)
        if !outcome.wasConditional { feed.lastUnconditional = clock() }
        guard case .document(let bytes) = outcome.result else {
            return unchanged(feed, outcome)
        }
        return try await take(bytes, outcome, feed)
    }

    /// Throws what is neither a document nor a 304.
    private func fetch(
        _ address: String, _ validators: Validators?, _ feed: inout FeedState
    ) async throws -> FetchOutcome {
        let outcome = await fetcher.fetch(try request(address, validators))
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

    private func request(_ address: String, _ validators: Validators?) throws -> FetchRequest {
        var secret: HTTPCredential?
        if let name = subscription.credential {
            secret = credential(name).flatMap { HTTPCredential(text: $0) }
            guard secret != nil else {
                throw FeedPollError(
                    what: "the credential \(name) is missing or is neither \"user:password\" nor"
                        + " \"Bearer …\"; pass it with LoadCredential= in the unit")
            }
        }
        return FetchRequest(
            url: address, kind: .feed, validators: validators,
            secretOrigin: try? FeedURL(subscription.url).origin,
            headers: subscription.headers.sorted { $0.key < $1.key }
                .map { HTTPHeader($0.key, $0.value) },
            credential: secret, caFile: subscription.caFile, verifiesTLS: subscription.tlsVerify)
    }

    // MARK: A 304

    private func unchanged(_ old: FeedState, _ outcome: FetchOutcome) -> FeedState {
        var feed = old
        feed.setValidators(outcome.validators)
        feed.unchangedSince = feed.unchangedSince ?? clock()
        return succeeded(feed, outcome, news: 0, isGap: false)
    }

    // MARK: A document

    private func take(
        _ bytes: [UInt8], _ outcome: FetchOutcome, _ old: FeedState
    ) async throws -> FeedState {
        var feed = old
        feed.unchangedSince = nil
        let hash = SHA256Digest.hex(of: bytes)
        if hash == feed.bodyHash {
            feed.setValidators(outcome.validators)
            return succeeded(feed, outcome, news: 0, isGap: false)
        }
        let parsed: ParsedFeed
        var source = outcome
        do {
            parsed = try await parse(bytes, outcome)
        } catch WorkerError.refused(let error) {
            // Only an address that never was a feed is searched: a feed that turns into a page is at a parked
            // domain or behind a log-in (S16, S36).
            guard feed.lastSuccess == nil, feed.address == nil else {
                throw FeedPollError(what: error.description, outcome: outcome)
            }
            (parsed, source) = try await discover(in: bytes, outcome, &feed, refusal: error)
        }
        guard !parsed.entries.isEmpty else {
            throw FeedPollError(
                what: "the feed has no entries; it is tried again later", outcome: source)
        }
        return try await take(parsed, hash, source, feed)
    }

    private func take(
        _ parsed: ParsedFeed, _ hash: String, _ outcome: FetchOutcome, _ old: FeedState
    ) async throws -> FeedState {
        var feed = old
        var whole = parsed
        // The last entry of a document that breaks off may itself be cut.
        if parsed.isTruncated, parsed.entries.count > 1 { whole.entries.removeLast() }
        let intake = EntryIntake(filing: filing, state: state, thread: thread, clock: clock)
        let result = try await intake.take(whole, passing: feed.passedKinds)
        feed.passedKinds = result.passedKinds
        feed.title = parsed.title ?? feed.title
        feed.hints = parsed.hints
        feed.note(whole, news: result.new, now: clock())
        guard !parsed.isTruncated else {
            throw FeedPollError(
                what: "the document breaks off before its end; what was whole is filed",
                outcome: outcome, feed: feed)
        }
        feed.bodyHash = hash
        feed.setValidators(outcome.validators)
        let isGap = result.isGap && feed.lastSuccess != nil
        return succeeded(feed, outcome, news: result.new + result.changed, isGap: isGap)
    }

    private func parse(_ bytes: [UInt8], _ outcome: FetchOutcome) async throws -> ParsedFeed {
        try await filing.sink.parseFeed(
            FeedRequest(
                bytes: bytes, contentType: outcome.contentType,
                contentLanguage: outcome.contentLanguage, url: outcome.url))
    }

    /// The page's first feed is asked at once: fetching the page was the first poll (S39, S44).
    private func discover(
        in page: [UInt8], _ outcome: FetchOutcome, _ feed: inout FeedState, refusal: ReadingError
    ) async throws -> (ParsedFeed, FetchOutcome) {
        let links = try? await filing.sink.feedLinks(inHTML: page, baseURL: outcome.url)
        try Task.checkCancellation()
        let found = (links ?? []).lazy.compactMap { try? FeedURL($0).text }.first {
            $0 != outcome.url
        }
        guard let link = found else {
            throw FeedPollError(what: refusal.description, outcome: outcome)
        }
        let answer = try await fetch(link, nil, &feed)
        guard case .document(let bytes) = answer.result else {
            throw FeedPollError(what: refusal.description, outcome: answer)
        }
        do {
            let parsed = try await parse(bytes, answer)
            feed.address = link
            notify(
                PollingEvent(
                    .feedFound, subject: feed.id, what: "\(feed.url) names the feed \(link)"))
            return (parsed, answer)
        } catch WorkerError.refused(let error) {
            throw FeedPollError(what: "\(link): \(error.description)", outcome: answer)
        }
    }

    // MARK: The end

    private func succeeded(
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
        feed.lastSuccess = now
        feed.lastStatus = outcome.status
        feed.error = nil
        feed.errorsInRow = 0
        feed.condition = .ok
        feed.noteMove(to: outcome.permanentURL, confirmations: settings.redirectConfirmations)
        return feed
    }

    /// Nothing failed: the feed is asked when its host may be. Only where a redirect led to that host, something was
    /// asked.
    private func held(
        _ feed: FeedState, _ old: FeedState, _ error: FeedPollError, _ host: String, _ until: Date
    ) -> FeedState {
        let isAsked = error.outcome?.url != (try? FeedURL(old.address ?? old.url))?.text
        var feed = isAsked ? feed : old
        feed.nextDue = max(until, feed.nextDue)
        feed.reason = "\(host) asked to be left alone"
        return feed
    }

    private func failed(_ old: FeedState, _ error: FeedPollError) -> FeedState {
        var feed = error.feed ?? old
        let now = clock()
        feed.lastPoll = now
        if error.outcome?.wasConditional == false { feed.lastUnconditional = now }
        feed.lastStatus = error.outcome?.status
        feed.error = error.what
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
        if error.outcome?.isGone == true {
            feed.condition = .gone
            feed.reason = "the server says that it is gone"
        }
        return feed
    }

    // MARK: What others are told

    private func tell(_ feed: FeedState, _ old: FeedState) {
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
                PollingEvent(.feedRecovered, subject: feed.id, what: "\(feed.url) answers again"))
        }
        if let address = feed.address, address != old.address, old.lastSuccess != nil {
            notify(
                PollingEvent(
                    .feedMoved, subject: feed.id,
                    what: "\(feed.url) moved for good to \(address); edit its address"))
        }
        if feed.history.gaps > old.history.gaps {
            notify(
                PollingEvent(
                    .feedGap, subject: feed.id,
                    what: "\(feed.url): entries may have come and gone between two polls"))
        }
        log.info("feed polled", metadata: facts)
    }

    private func save(_ feed: FeedState) async throws {
        try await thread.run { [state] in try state.save(feed) }
    }
}
