import BriefModel
import FeedFetching
import FoundationEssentials
import Storage
import Synchronization

/// Fetches the pages of one feed that are due, judges all of them together, and only then files them: a wall shows
/// by giving the same body twice.
struct PageRound: Sendable {
    /// Pages held in memory at a time, and bytes of them beyond which a round asks for no more: the others are for
    /// the next round.
    static let limit = 32
    static let bytesLimit = 4 << 20

    /// Bytes that a round holds.
    private final class Load: Sendable {
        private let bytes = Atomic<Int>(0)

        var isFull: Bool { bytes.load(ordering: .relaxed) > PageRound.bytesLimit }
        func add(_ count: Int) { bytes.add(count, ordering: .relaxed) }
    }

    private enum Answer: Sendable {
        case read(ReadDocument, FetchedPage)
        /// The page does not count; `isFinal` where no other time brings it.
        case missed(isFinal: Bool)
        /// Its host is not to be asked before then.
        case held(until: Date)
    }

    private struct Attempt: Sendable {
        var page: WaitingPage
        var own: ReadDocument?
        var answer: Answer
    }

    let filing: EntryFiling
    let fetcher: FeedFetcher
    let state: FeedStateStore
    let thread: SerialThread
    let settings: PollingSettings
    /// With `--once` entries without a page are filed at once, marked partial; the page is tried again in later runs
    /// and makes a revision when it comes.
    let once: Bool
    let clock: @Sendable () -> Date

    /// - Parameter start: pages due by then are taken.
    /// - Returns: whether there were any.
    func run(due start: Date) async throws -> Bool {
        let feed = filing.feed
        let pages = try await thread.run { [state] in
            try state.pages(of: feed, due: start, limit: PageRound.limit)
        }
        guard !pages.isEmpty else { return false }
        let load = Load()
        let attempts = try await inParallel(pages, width: 8) { page in
            load.isFull ? nil : try await attempt(page, load)
        }.compactMap(\.self)
        let judge = try await judge(attempts)
        _ = try await inParallel(attempts, width: 8) { attempt in
            try await settle(attempt, judge)
        }
        return true
    }

    private func attempt(_ page: WaitingPage, _ load: Load) async throws -> Attempt {
        let item = ArrivingEntry(page)
        let outcome = await fetcher.fetch(FetchRequest(url: page.url, kind: .page))
        try Task.checkCancellation()
        switch outcome.result {
        case .document(let bytes):
            load.add(bytes.count)
            let own = try await filing.read(item.content)
            let fetched = FetchedPage(bytes: bytes, charset: outcome.charset, url: outcome.url)
            guard let read = try await filing.read(item.page(fetched)) else {
                return Attempt(page: page, own: own, answer: .missed(isFinal: true))
            }
            return Attempt(page: page, own: own, answer: .read(read, fetched))
        case .notModified:
            return Attempt(page: page, answer: .missed(isFinal: false))
        case .failed(.hostHeld(_, let until)):
            return Attempt(page: page, answer: .held(until: until))
        case .failed(.cancelled):
            throw CancellationError()
        case .failed(let error):
            return Attempt(page: page, answer: .missed(isFinal: error.isPermanent))
        }
    }

    private func judge(_ attempts: [Attempt]) async throws -> PageJudge {
        let feed = filing.feed
        let now = clock()
        let bodies = attempts.compactMap { attempt -> (key: String, hash: String)? in
            guard case .read(let read, _) = attempt.answer, let hash = read.identity.contentHash
            else { return nil }
            return (attempt.page.key, hash)
        }
        let keys = try await thread.run { [state] in
            try state.notePages(bodies, of: feed, now: now)
            return try state.pageKeys(of: feed, hashes: bodies.map(\.hash))
        }
        return PageJudge(keysOfBody: keys)
    }

    /// Files the page, or puts it off, or files the entry's own content in its place.
    private func settle(_ attempt: Attempt, _ judge: PageJudge) async throws {
        let item = ArrivingEntry(attempt.page)
        switch attempt.answer {
        case .read(let read, let fetched)
        where !judge.isWall(read, key: attempt.page.key, own: attempt.own):
            let outcome = try await filing.file(
                read, of: item, original: fetched.bytes, type: read.article.type.mediaType,
                isPartial: false)
            try await remember(item.known(as: outcome.id, now: clock()), keepWaiting: false)
        case .read:
            try await miss(attempt.page, isFinal: false)
        case .missed(let isFinal):
            try await miss(attempt.page, isFinal: isFinal)
        case .held(let until):
            var page = attempt.page
            page.nextTry = until
            try await wait(page, isOver: false)
        }
    }

    private func miss(_ old: WaitingPage, isFinal: Bool) async throws {
        var page = old
        let now = clock()
        page.attempts += 1
        let first = page.firstTried ?? now
        page.firstTried = first
        let pause = settings.pageRetry.seconds * Double(1 << min(page.attempts - 1, 16))
        page.nextTry = now.addingTimeInterval(pause)
        let isOver =
            isFinal || page.attempts >= settings.pageAttempts
            || page.nextTry.timeIntervalSince(first) > settings.pageGiveUp.seconds
        try await wait(page, isOver: isOver)
    }

    private func wait(_ old: WaitingPage, isOver: Bool) async throws {
        var page = old
        let feed = filing.feed
        if once || isOver, !page.isFiled {
            let item = ArrivingEntry(page)
            let outcome = try await filing.fileOwn(item, isPartial: true)
            page.isFiled = true
            try await remember(item.known(as: outcome.id, now: clock()), keepWaiting: !isOver)
        }
        let waiting = page
        try await thread.run { [state] in
            if isOver {
                try state.stopWaiting(waiting.key, of: feed)
            } else {
                try state.wait(for: [waiting], of: feed)
            }
        }
    }

    private func remember(_ entry: KnownEntry, keepWaiting: Bool) async throws {
        let feed = filing.feed
        try await thread.run { [state] in
            try state.remember([entry], of: feed, keepWaiting: keepWaiting)
        }
    }
}

extension FeedFetchError {
    /// Whether the same request can never work, whatever time passes.
    var isPermanent: Bool {
        switch self {
        case .badURL, .passwordInURL, .transfer(.refusedAddress), .transfer(.invalidRequest),
            .redirectRefused, .status(_, 410):
            true
        default: false
        }
    }
}

extension FetchOutcome {
    /// The charset parameter of Content-Type (RFC 9110 §8.3.2).
    var charset: String? {
        guard let contentType else { return nil }
        for parameter in contentType.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].filter({ $0 != " " }).lowercased() == "charset" else {
                continue
            }
            let value = parts[1].filter { !" \"'".contains($0) }
            return value.isEmpty ? nil : value
        }
        return nil
    }
}

extension DocumentType {
    fileprivate var mediaType: String {
        switch self {
        case .html, .auto: "text/html"
        case .text: "text/plain"
        case .markdown: "text/markdown"
        }
    }
}
