import BriefModel
import FeedFetching
import FoundationEssentials
import Workers

/// Looks what is at an address before it is followed, as every request is made: through slots, guard and workers.
///
/// In order: what a rule of the site says, the address itself, the feeds that its page names, and addresses at which
/// feeds often are. Ends by itself after `patience` with what it has by then.
struct FeedLook: Sendable {
    static let patience = Duration.seconds(12)
    /// Feeds of a page that are asked at most.
    private static let candidateLimit = 8
    private static let guesses = ["/feed", "/rss", "/atom.xml", "/index.xml", "/feed.json"]

    let asking: FeedAsking
    let sink: any DocumentSink
    let slots: HostSlots
    let clock: @Sendable () -> Date
    let end: ContinuousClock.Instant

    /// What is at one address.
    private enum Answer: Sendable {
        case feed(LookedFeed)
        case other([UInt8], FetchOutcome, ReadingError)
    }

    /// - Parameter mayBePlain: https is but what we made of a bare host; http may be meant.
    /// - Returns: at least one feed, each once, the surest first.
    func run(mayBePlain: Bool) async throws -> [LookedFeed] {
        let url = asking.subscription.url
        guard asking.subscription.kind == .feed else {
            switch try await first(url, mayBePlain) {
            case .feed(let feed): return [feed]
            case .other(_, let outcome, let refusal): throw FeedLookError(refusal, at: outcome.url)
            }
        }
        let rules = try await links(of: [], FetchOutcome(result: .document([]), url: url))
        var known = FeedCandidates(asked: [])
        known.add(rules.filter { $0.source == .known })
        let sure = await ask(&known)
        if !sure.found.isEmpty { return sure.found }
        switch try await first(url, mayBePlain) {
        case .feed(let feed): return [feed]
        case .other(let page, let outcome, let refusal):
            guard refusal.code == ReadingError.webPage else {
                throw FeedLookError(refusal, at: outcome.url)
            }
            return try await feeds(of: page, outcome)
        }
    }

    private func first(_ url: String, _ mayBePlain: Bool) async throws -> Answer {
        guard mayBePlain, url.hasPrefix("https:") else { return try await ask(FeedLink(url: url)) }
        do {
            return try await ask(FeedLink(url: url), until: share)
        } catch let error as FeedLookError {
            guard error.isUnspoken || error.isLate && !isOver else { throw error }
            return try await ask(FeedLink(url: "http:" + url.dropFirst(6)))
        }
    }

    private func feeds(of page: [UInt8], _ outcome: FetchOutcome) async throws -> [LookedFeed] {
        var candidates = FeedCandidates(asked: [asking.subscription.url, outcome.url])
        candidates.add(try await links(of: page, outcome))
        let named = await ask(&candidates)
        if !named.found.isEmpty { return named.found }
        if named.failure?.isLate == true { throw named.failure ?? FeedLookError(late: outcome.url) }
        let guess = await guess(beside: outcome.url)
        if !guess.isEmpty { return guess }
        if let failure = named.failure {
            throw FeedLookError(
                what: "\(outcome.url) is a page whose feed cannot be read: \(failure.what)")
        }
        if let posts = try await posts(of: page, outcome) { return [posts] }
        if let wall = await wall(page, outcome) { throw wall }
        throw FeedLookError(
            what: "\(outcome.url) is a web page that names no feed, and none is at"
                + " \(FeedLook.guesses.joined(separator: ", ")); give the feed's own address")
    }

    // MARK: Several

    /// Asks the surest first; where those of one kind hold a feed, the less sure ones are not asked.
    private func ask(
        _ candidates: inout FeedCandidates
    ) async -> (found: [LookedFeed], failure: FeedLookError?) {
        var found: [LookedFeed] = []
        var failure: FeedLookError?
        var asked = 0
        while let link = candidates.next() {
            if let last = found.last, last.link.source != link.source { break }
            guard asked < FeedLook.candidateLimit, failure?.isLate != true else {
                if found.isEmpty { break }
                found.append(LookedFeed(link: link))
                continue
            }
            asked += 1
            do {
                switch try await ask(link, until: candidates.isEmpty ? end : share) {
                case .feed(let feed):
                    if !found.contains(where: { feed.isTwin(of: $0) }) { found.append(feed) }
                case .other(let page, let outcome, let refusal):
                    guard link.source == .refresh, refusal.code == ReadingError.webPage else {
                        // What was but called a feed may be a page about them.
                        guard link.source != .worded else { continue }
                        failure = failure ?? FeedLookError(refusal, at: outcome.url)
                        continue
                    }
                    let more = try await links(of: page, outcome)
                    candidates.add(more.filter { $0.source != .refresh })
                }
            } catch let error as FeedLookError {
                failure = isOver ? error : failure ?? error.inTime
            } catch {
                failure = failure ?? FeedLookError(what: "\(link.url): \(error)")
            }
        }
        return (found, failure)
    }

    private func guess(beside page: String) async -> [LookedFeed] {
        guard let url = try? FeedURL(page) else { return [] }
        let root = url.text.dropLast(url.target.utf8.count)
        var guesses = FeedCandidates(asked: [page])
        guesses.add(FeedLook.guesses.map { FeedLink(url: root + $0, source: .linked) })
        while let link = guesses.next() {
            do {
                if case .feed(let feed) = try await ask(link, until: share) { return [feed] }
            } catch is FeedLookError where !isOver {
                // Nothing is there, which is no news.
                continue
            } catch {
                return []
            }
        }
        return []
    }

    // MARK: One

    private var isOver: Bool { .now >= end }

    /// When the next is asked though this one has not answered: half of what is left is the others'.
    private var share: ContinuousClock.Instant { .now + (end - .now) / 2 }

    private func ask(
        _ link: FeedLink, until limit: ContinuousClock.Instant? = nil
    ) async throws -> Answer {
        try await inTime(link.url, until: limit) {
            let outcome: FetchOutcome
            do {
                outcome = await asking.fetcher.fetch(try asking.request(link.url, nil))
            } catch let error as FeedPollError {
                throw FeedLookError(what: error.what)
            }
            switch outcome.result {
            case .failed(.cancelled): throw CancellationError()
            case .failed(let error): throw FeedLookError(error)
            case .notModified: throw FeedLookError(.unaskedNotModified(url: link.url))
            case .document(let bytes):
                do {
                    let feed = try await parse(bytes, outcome, asking.subscription.kind)
                    guard !feed.isTruncated || !feed.entries.isEmpty else {
                        throw FeedLookError(cutOff: outcome.url)
                    }
                    return .feed(LookedFeed(link: link, feed: feed, answer: outcome))
                } catch WorkerError.refused(let refusal) {
                    return .other(bytes, outcome, refusal)
                }
            }
        }
    }

    private func parse(
        _ bytes: [UInt8], _ outcome: FetchOutcome, _ kind: FeedKind
    ) async throws -> ParsedFeed {
        let request = FeedRequest(
            bytes: bytes, contentType: outcome.contentType,
            contentLanguage: outcome.contentLanguage, url: outcome.url, kind: kind)
        return try await slots.carrying(bytes.count) { try await sink.parseFeed(request) }
    }

    /// The page itself, where it marks its posts up; nil where it does not.
    private func posts(of page: [UInt8], _ outcome: FetchOutcome) async throws -> LookedFeed? {
        try await inTime(outcome.url) {
            do {
                let feed = try await parse(page, outcome, .hFeed)
                return LookedFeed(
                    link: FeedLink(url: asking.subscription.url), feed: feed, answer: outcome)
            } catch WorkerError.refused {
                return nil
            }
        }
    }

    private func links(of page: [UInt8], _ outcome: FetchOutcome) async throws -> [FeedLink] {
        try await inTime(outcome.url) {
            try await sink.feedLinks(
                inHTML: page, baseURL: outcome.url, linkFields: outcome.linkFields)
        }
    }

    /// What a page says that lets nobody in; nil where it is none.
    private func wall(_ page: [UInt8], _ outcome: FetchOutcome) async -> FeedLookError? {
        let request = ExtractionRequest(
            bytes: page, type: .html, charset: outcome.charset, url: outcome.url, arrival: clock())
        // Without it less is said, no more.
        let read = try? await inTime(outcome.url) { try await sink.read(request) }
        guard let article = read?.article, article.wordCount < 150,
            WallPhrases.stand(in: "\(article.title ?? "") \(article.text)")
        else { return nil }
        let words = article.title.map { " (\"\($0)\")" } ?? ""
        return FeedLookError(
            what: "\(outcome.url) answered with a wall or an error page\(words), not with what is"
                + " there; look at it in a browser, and give the feed's own address")
    }

    /// Throws `FeedLookError(late:)` where the time for looking is over first.
    private func inTime<Value: Sendable>(
        _ url: String, until limit: ContinuousClock.Instant? = nil,
        _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let end = limit ?? end
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                // Whether it slept to its end or was woken up, nothing came of it.
                try? await Task.sleep(until: end, clock: .continuous)
                return nil
            }
            let first = try await group.next() ?? nil
            group.cancelAll()
            guard let first else { throw FeedLookError(late: url) }
            return first
        }
    }
}
