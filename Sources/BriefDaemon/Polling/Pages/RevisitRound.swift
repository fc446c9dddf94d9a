import BriefModel
import FeedFetching
import FoundationEssentials
import Storage

/// Asks pages of filed articles again, where [revisits] says so: with the validators that the server gave, in its host's
/// turn, and counted among the feed's pages of the hour. A changed text is a revision; a wall, a teaser, an error or a page
/// that is as it was changes nothing.
struct RevisitRound: Sendable {
    let round: PageRound
    let plan: RevisitPlan

    /// - Returns: how many were asked; nil where none was due.
    func run(due start: Date, limit: Int) async throws -> Int? {
        let feed = round.filing.feed
        let pages = try await round.thread.run { [state = round.state] in
            try state.revisits(of: feed, due: start, limit: limit)
        }
        guard !pages.isEmpty else { return nil }
        let asked = try await inParallel(pages, width: 4) { try await revisit($0) }
        return asked.count { $0 }
    }

    /// Says whether the page was asked for.
    private func revisit(_ page: WaitingPage) async throws -> Bool {
        let outcome = await round.fetcher.fetch(
            FetchRequest(
                url: page.url, kind: .page, validators: page.validators, source: round.filing.feed))
        try Task.checkCancellation()
        switch outcome.result {
        case .failed(.cancelled): throw CancellationError()
        case .failed(.hostHeld(_, let until)):
            var later = page
            later.nextTry = until
            try await put(later)
            return false
        case .failed(let error) where error.isPermanent: try await put(nil, page.key)
        case .failed: try await putOff(page)
        case .notModified: try await goOn(page, outcome.validators)
        case .document(let bytes):
            try await file(
                FetchedPage(bytes: bytes, charset: outcome.charset, url: outcome.url), of: page)
            try await goOn(page, outcome.validators)
        }
        return true
    }

    private func file(_ fetched: FetchedPage, of page: WaitingPage) async throws {
        let item = ArrivingEntry(page)
        let filing = round.filing
        // What kills its reader is no newer text of an article that was read.
        guard case .document(let read) = try await filing.read(item.page(fetched)) else { return }
        let document = FetchedDocument(read, fetched, link: page.url, title: page.entry.title)
        let own = try await filing.read(item.content).document
        let judge = try await round.judge(document, of: page.key)
        guard
            case .page = judge.verdict(on: document, key: page.key, entry: page.entry, own: own)
                .orWithdrawn(read.article)
        else { return }
        _ = try await filing.file(
            read, of: item, original: fetched.bytes, type: read.article.mediaType,
            isPartial: false, isRevisit: true)
    }

    /// To the next time of the plan.
    private func goOn(_ page: WaitingPage, _ validators: Validators?) async throws {
        let now = round.clock()
        try await put(
            page.revisit(plan, filed: page.filed ?? page.seen, now: now, validators), page.key)
    }

    private func putOff(_ page: WaitingPage) async throws {
        let now = round.clock()
        let next = plan.next(filed: page.filed ?? page.seen, now: now)
        var later = page
        later.attempts += 1
        let retry = now.addingTimeInterval(RevisitPlan.retry * Double(later.attempts))
        guard later.attempts < 3, next.map({ retry < $0 }) ?? true else {
            return try await goOn(page, nil)
        }
        later.nextTry = retry
        try await put(later)
    }

    private func put(_ page: WaitingPage) async throws { try await put(page, page.key) }

    private func put(_ page: WaitingPage?, _ key: String) async throws {
        let feed = round.filing.feed
        try await round.thread.run { [state = round.state] in
            if let page {
                try state.revisit(page, of: feed)
            } else {
                try state.stopRevisiting(key, of: feed)
            }
        }
    }
}

extension PageRound {
    /// Compares one page with those that other entries gave.
    func judge(_ page: FetchedDocument, of key: String) async throws -> PageJudge {
        let feed = filing.feed
        let hashes = page.bodies
        let keys = try await thread.run { [state] in
            try state.pageKeys(of: feed, hashes: hashes)
        }
        return PageJudge(keysOfBody: keys)
    }

    /// Plans when a page that was filed now is asked for again.
    func planRevisit(_ page: FetchedDocument, of waiting: WaitingPage) async throws {
        let now = clock()
        let plan = RevisitPlan(after: settings.revisits)
        guard
            let next = waiting.revisit(plan, filed: now, now: now, page.validators)
        else { return }
        let feed = filing.feed
        try await thread.run { [state] in try state.revisit(next, of: feed) }
    }
}

extension PageJudge.Verdict {
    /// A page that says that the article was withdrawn says less than the feed did, and is no wall.
    fileprivate func orWithdrawn(_ article: Article) -> PageJudge.Verdict {
        guard case .wall = self, Withdrawal.isTold(in: article) else { return self }
        return .page(isVouched: false)
    }
}
