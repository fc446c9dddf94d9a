import BriefModel
import FoundationEssentials
import Storage
import Workers

/// What becomes of entries once their pages are judged.
extension PageRound {
    /// Files the page, or puts it off and sees to it that the entry is filed from its own content.
    func settle(_ attempt: Attempt, _ verdict: PageJudge.Verdict?) async throws -> PageTally {
        switch (attempt.answer, verdict) {
        case (.read(let page), .page)
        where ArrivingEntry(attempt.page).stays(
            beside: page.document.article, at: page.address):
            try await fileOwn(attempt.page)
            return PageTally(came: 1)
        case (.read(let page), .page(let isVouched)):
            try await file(page, of: attempt.page, isVouched: isVouched)
            return PageTally(came: 1)
        case (.read(let page), .wall(let why)):
            return try await miss(
                attempt.page, why: "\(page.address) is not the entry's page: \(why)")
        case (.read, nil):
            return PageTally()
        case (.heard(let document, let original), _):
            try await file(document, original, of: attempt.page)
            return PageTally(came: 1)
        case (.missed(let why, let isFinal), _):
            return try await miss(attempt.page, why: why, isFinal: isFinal)
        case (.held(let until), _):
            var page = attempt.page
            page.nextTry = until
            try await wait(page, isOver: false, why: "")
            return PageTally()
        }
    }

    private func file(
        _ page: FetchedDocument, of waiting: WaitingPage, isVouched: Bool
    ) async throws {
        let item = ArrivingEntry(waiting)
        let outcome = try await filing.file(
            page.document, of: item, original: page.bytes,
            type: page.document.article.mediaType, isPartial: false,
            // The entry was told of when it was filed without its page.
            isNews: !waiting.isFiled || waiting.isPageOnly)
        let (feed, now) = (filing.feed, clock())
        let body = page.document.identity.contentHash
        try await thread.run { [state] in
            try state.remember([item.known(as: outcome.id, now: now)], of: feed)
            if !isVouched, let body {
                try state.doubt(DoubtedPage(page: waiting, body: body), of: feed, now: now)
            } else {
                try state.stopDoubting(waiting.key, of: feed)
            }
        }
        try await planRevisit(page, of: waiting)
    }

    /// Files an entry whose transcript came.
    private func file(
        _ document: ReadDocument, _ original: [UInt8], of waiting: WaitingPage
    ) async throws {
        let item = ArrivingEntry(waiting)
        let outcome = try await filing.file(
            document, of: item, original: original, type: "text/html", isPartial: false,
            isNews: !waiting.isFiled)
        let (feed, known) = (filing.feed, item.known(as: outcome.id, now: clock()))
        try await thread.run { [state] in try state.remember([known], of: feed) }
    }

    /// Files an entry that is the article itself, as its page shows.
    private func fileOwn(_ waiting: WaitingPage) async throws {
        let item = ArrivingEntry(waiting)
        let outcome = try await filing.fileOwn(
            item, isPartial: false, isNews: !waiting.isFiled || waiting.isPageOnly)
        let (feed, now) = (filing.feed, clock())
        try await thread.run { [state] in
            try state.remember([item.known(as: outcome?.id, now: now)], of: feed)
            try state.stopDoubting(waiting.key, of: feed)
        }
    }

    private func miss(
        _ old: WaitingPage, why: String, isFinal: Bool = false
    ) async throws -> PageTally {
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
        try await wait(page, isOver: isOver, why: why)
        return PageTally(missed: 1, why: why)
    }

    private func wait(_ old: WaitingPage, isOver: Bool, why: String) async throws {
        var page = old
        let feed = filing.feed
        if !page.isFiled {
            let item = ArrivingEntry(page)
            let outcome = try await filing.fileOwn(item, isPartial: true)
            page.isFiled = true
            let known = item.known(as: outcome?.id, now: clock())
            try await thread.run { [state] in
                try state.remember([known], of: feed, keepWaiting: true)
            }
        }
        if page.isPageOnly, isOver {
            return try await giveUp(page, why: why)
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

    /// Nobody says anything of a page that a sitemap lists and that cannot be had: it is told, once.
    private func giveUp(_ page: WaitingPage, why: String) async throws {
        filing.notify(PollingEvent(.notTaken, subject: page.url, what: why))
        let known = ArrivingEntry(page).known(as: nil, now: clock())
        let feed = filing.feed
        try await thread.run { [state] in try state.remember([known], of: feed) }
    }

    /// Files the entries' own content in the place of bodies that are walls, as is known only now, and has the pages
    /// tried again.
    func takeBack(walls: [String]) async throws {
        guard !walls.isEmpty else { return }
        let feed = filing.feed
        let doubted = try await thread.run { [state] in
            try state.doubtedPages(of: feed, hashes: walls)
        }
        for doubt in doubted where !doubt.page.isPageOnly {
            let item = ArrivingEntry(doubt.page)
            let outcome = try await filing.fileOwn(
                item, isPartial: true, isNews: false, insteadOf: doubt.body)
            let now = clock()
            var page = doubt.page
            page.isFiled = true
            page.attempts += 1
            page.firstTried = page.firstTried ?? now
            page.nextTry = now.addingTimeInterval(settings.pageRetry.seconds)
            let waiting = page
            try await thread.run { [state] in
                try state.remember([item.known(as: outcome?.id, now: now)], of: feed)
                try state.wait(for: [waiting], of: feed)
                try state.stopDoubting(waiting.key, of: feed)
            }
        }
    }
}
