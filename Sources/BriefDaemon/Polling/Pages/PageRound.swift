import BriefModel
import FeedFetching
import FoundationEssentials
import Storage
import Synchronization
import Workers

/// Fetches the pages of one feed that are due, judges all of them together, and only then files them: a wall shows
/// by giving the same body twice.
///
/// An entry whose page does not come is filed at once from the feed's own content, marked partial; the page is tried
/// again and makes a revision when it comes. What was filed from a body that turns out to be a wall is taken back.
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

    enum Answer: Sendable {
        case read(FetchedDocument)
        /// The entry's own content, with what is said in its recording.
        case heard(ReadDocument, original: [UInt8])
        /// The page does not count; `isFinal` where no other time brings it.
        case missed(why: String, isFinal: Bool)
        /// Its host is not to be asked before then.
        case held(until: Date)
    }

    struct Attempt: Sendable {
        var page: WaitingPage
        var own: ReadDocument?
        var answer: Answer
    }

    let filing: EntryFiling
    let fetcher: FeedFetcher
    let state: FeedStateStore
    let thread: SerialThread
    let settings: PollingSettings
    let clock: @Sendable () -> Date

    /// - Parameters:
    ///   - start: pages due by then are taken.
    ///   - limit: so many of them at most.
    /// - Returns: how it went; nil where there were none.
    func run(due start: Date, limit: Int = PageRound.limit) async throws -> PageTally? {
        let feed = filing.feed
        let pages = try await thread.run { [state] in
            try state.pages(of: feed, due: start, limit: limit)
        }
        guard !pages.isEmpty else { return nil }
        let load = Load()
        let attempts = try await inParallel(pages, width: 8) { page in
            load.isFull ? nil : try await attempt(page, load)
        }.compactMap(\.self)
        let judge = try await judge(attempts)
        let judged = try await upToDate(attempts).map { ($0, judge.verdict(on: $0)) }
        let tallies = try await inParallel(judged, width: 8) { attempt, verdict in
            try await settle(attempt, verdict)
        }
        try await takeBack(walls: Self.walls(judged))
        let asked = attempts.count {
            if case .held = $0.answer { false } else { true }
        }
        return tallies.reduce(PageTally(asked: asked)) { $0 + $1 }
    }

    private func attempt(_ page: WaitingPage, _ load: Load) async throws -> Attempt {
        let item = ArrivingEntry(page)
        let outcome = await fetcher.fetch(
            FetchRequest(url: page.url, kind: .page, source: filing.feed))
        try Task.checkCancellation()
        switch outcome.result {
        case .document(let bytes):
            load.add(bytes.count)
            let fetched = FetchedPage(bytes: bytes, charset: outcome.charset, url: outcome.url)
            if let form = page.entry.transcript(at: page.url)?.transcriptForm {
                return Attempt(page: page, answer: try await hear(fetched, form, item))
            }
            let own = try await filing.read(item.content).document
            switch try await read(
                item.page(fetched), of: item, at: page.url,
                orElse: "holds nothing that can be read as an article")
            {
            case .success(let read):
                let document = FetchedDocument(
                    read, fetched, link: page.url, title: page.entry.title,
                    validators: outcome.validators)
                return Attempt(page: page, own: own, answer: .read(document))
            case .failure(let missed):
                return Attempt(page: page, own: own, answer: missed.answer)
            }
        case .notModified:
            let error = FeedFetchError.unaskedNotModified(url: outcome.url)
            return Attempt(page: page, answer: .missed(why: error.description, isFinal: false))
        case .failed(.hostHeld(_, let until)):
            return Attempt(page: page, answer: .held(until: until))
        case .failed(.cancelled):
            throw CancellationError()
        case .failed(let error):
            return Attempt(
                page: page,
                answer: .missed(why: error.description, isFinal: error.isPermanent))
        }
    }

    /// Why nothing was read of what came; no other time brings it.
    struct Unread: Error {
        var why: String

        var answer: Answer { .missed(why: why, isFinal: true) }
    }

    /// Reads what came for an entry; what kills the workers is set aside.
    func read(
        _ request: ExtractionRequest, of item: ArrivingEntry, at address: String,
        orElse nothing: String
    ) async throws -> Result<ReadDocument, Unread> {
        switch try await filing.read(request) {
        case .document(let read): return .success(read)
        case .killed(let error):
            try await filing.setAside(item, page: address, isPartial: true, error)
            let why = "\(address) killed the process that read it twice: \(error)"
            return .failure(Unread(why: why))
        case .nothing: return .failure(Unread(why: "\(address) \(nothing)"))
        }
    }

    private func judge(_ attempts: [Attempt]) async throws -> PageJudge {
        let feed = filing.feed
        let now = clock()
        let bodies = attempts.flatMap { attempt -> [(key: String, hash: String)] in
            guard case .read(let page) = attempt.answer else { return [] }
            return page.bodies.map { (attempt.page.key, $0) }
        }
        let keys = try await thread.run { [state] in
            try state.notePages(bodies, of: feed, now: now)
            return try state.pageKeys(of: feed, hashes: bodies.map(\.hash))
        }
        return PageJudge(keysOfBody: keys)
    }

    /// Entries may have been filed from their own content while their pages were on the way.
    private func upToDate(_ attempts: [Attempt]) async throws -> [Attempt] {
        let feed = filing.feed
        let unseen = attempts.filter { !$0.page.isFiled }.map(\.page.key)
        let filed = try await thread.run { [state] in
            try state.filedKeys(of: feed, among: unseen)
        }
        return attempts.map { attempt in
            var attempt = attempt
            if filed.contains(attempt.page.key) { attempt.page.isFiled = true }
            return attempt
        }
    }

    /// The bodies that were found to be walls in this round.
    private static func walls(_ judged: [(Attempt, PageJudge.Verdict?)]) -> [String] {
        judged.flatMap { attempt, verdict -> [String] in
            guard case .read(let page) = attempt.answer, case .wall = verdict else { return [] }
            return page.bodies
        }
    }
}

extension PageJudge {
    /// nil where no page came.
    fileprivate func verdict(on attempt: PageRound.Attempt) -> Verdict? {
        guard case .read(let page) = attempt.answer else { return nil }
        return verdict(
            on: page, key: attempt.page.key, entry: attempt.page.entry, own: attempt.own)
    }
}

extension FeedFetchError {
    /// Whether no later request can bring the page: the address cannot be asked, or its server says that it is gone
    /// (410) or may not be shown (451). A page that is not found (404) may only be late.
    var isPermanent: Bool {
        switch self {
        case .badURL, .passwordInURL, .transfer(.refusedAddress), .transfer(.invalidRequest),
            .redirectRefused, .status(_, 410), .status(_, 451):
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
