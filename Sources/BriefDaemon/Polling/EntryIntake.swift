import BriefModel
import FoundationEssentials
import Queries
import Storage

/// Takes the entries of one fetch: the unchanged are passed over, those that carry their article are filed, and those
/// that only link to it are put down, whole, until their page is fetched.
struct EntryIntake: Sendable {
    struct Result: Sendable {
        var new = 0
        var changed = 0
        /// None of the entries was known, although the feed has known ones.
        var isGap = false
        var passedKinds: [String]
    }

    /// Entries that are filed before they are remembered together.
    private static let chunk = 64
    /// Stands in the place of an entry's hash where it was passed over.
    private static let skipped = "skipped"

    let filing: EntryFiling
    let state: FeedStateStore
    let thread: SerialThread
    let clock: @Sendable () -> Date
    private let skippedTitles: TitlePatterns

    init(
        filing: EntryFiling, state: FeedStateStore, thread: SerialThread,
        clock: @escaping @Sendable () -> Date
    ) {
        self.filing = filing
        self.state = state
        self.thread = thread
        self.clock = clock
        // Patterns are looked at by `FeedCheck`, at every door.
        skippedTitles =
            (try? TitlePatterns(filing.subscription.entries.skipTitles)) ?? TitlePatterns()
    }

    private var isSitemap: Bool { filing.subscription.kind == .sitemap }
    private var rules: EntryRules { filing.subscription.entries }

    /// - Parameter pagesAtOnce: so many linked pages are asked for at once, those of the newest entries, and as many each
    ///   hour after; nil where all may be.
    func take(
        _ feed: ParsedFeed, passing: [String], pagesAtOnce: Int? = nil
    ) async throws -> Result {
        let assigned = EntryKeys.assign(
            feed.entries, passing: Set(passing.compactMap(EntryKeys.Kind.init)), by: rules.key)
        var result = Result(passedKinds: assigned.passed.map(\.rawValue).sorted())
        let sorted = try await sort(assigned.entries, of: feed, &result)
        let waiting = pagesAtOnce.map { spaced(sorted.pages, atOnce: $0) } ?? sorted.pages
        let id = filing.feed
        // What waits is durable first: from there on nothing of it can be lost.
        try await thread.run { [state] in try state.wait(for: waiting, of: id) }
        try await file(sorted.own)
        let now = clock()
        let seen = sorted.seen
        try await thread.run { [state] in try state.touch(seen, of: id, now: now) }
        return result
    }

    private func spaced(_ pages: [WaitingPage], atOnce count: Int) -> [WaitingPage] {
        guard pages.count > count else { return pages }
        return pages.newestFirst(by: \.entry.published).enumerated().map { place, page in
            var page = page
            page.nextTry += Double(place / max(1, count)) * PageBudget.span
            return page
        }
    }

    private struct Sorted: Sendable {
        var own: [ArrivingEntry] = []
        var pages: [WaitingPage] = []
        /// Known from now on without being filed: under another key, or passed over.
        var known: [KnownEntry] = []
        var seen: [String] = []
    }

    private func sort(
        _ entries: [KeyedEntry], of feed: ParsedFeed, _ result: inout Result
    ) async throws -> Sorted {
        let id = filing.feed
        let (remembered, waiting) = try await thread.run { [state] in
            let keys = entries.flatMap { [$0.key] + $0.otherKeys }
            return (
                try state.entries(of: id, keys: keys, aliases: entries.compactMap(\.alias)),
                try state.waitingHashes(of: id)
            )
        }
        var sorted = Sorted()
        var overlap = 0
        let present = Set(entries.map(\.key))
        let now = clock()
        let site = FeedSite(feed, address: filing.subscription.url)
        for keyed in entries {
            var match = remembered.byKey[keyed.key]
            if match == nil, let alias = keyed.alias, let old = remembered.byAlias[alias],
                !present.contains(old.key)
            {
                match = old
            }
            let key = match?.key ?? keyed.key
            var item = ArrivingEntry(
                keyed, key: key, of: feed, site: site, seen: match?.firstSeen ?? now)
            let content = EntryContent(
                keyed, fullText: isSitemap ? .always : filing.subscription.fullText,
                post: item.post, feedLanguage: feed.language)
            item.sentHash = content == .own ? keyed.ownHash : keyed.pageHash
            let sent = item.sentHash
            if match == nil,
                let old = keyed.otherKeys.lazy.compactMap({ remembered.byKey[$0] })
                    .first(where: { keyed.isSame(as: $0.sentHash, sent) })
            {
                // Known by a key of a kind that is passed over since: it gets its new key and is not filed again.
                sorted.known.append(
                    KnownEntry(
                        key: key, alias: keyed.alias, sentHash: sent,
                        article: old.article, firstSeen: old.firstSeen, lastSeen: now))
                overlap += 1
                continue
            }
            if match != nil || waiting[key] != nil { overlap += 1 }
            sorted.seen.append(key)
            if let passed = passed(keyed, key: key, match, now) {
                sorted.known += passed
                continue
            }
            if [waiting[key], match?.sentHash].contains(where: { keyed.isSame(as: $0, sent) }) {
                continue
            }
            if match == nil, waiting[key] == nil { result.new += 1 } else { result.changed += 1 }
            switch content {
            case .own: sorted.own.append(item)
            case .page(let url):
                var page = item.waiting(forPage: url)
                (page.isPageOnly, page.isFiled) = (isSitemap, isSitemap)
                sorted.pages.append(page)
            }
        }
        result.isGap = overlap == 0 && !entries.isEmpty
        let known = sorted.known
        if !known.isEmpty {
            try await thread.run { [state] in try state.remember(known, of: id) }
        }
        return sorted
    }

    /// Whether the feed's rules leave an entry as it is; nil where they do not. What is not taken is told, once, and is known
    /// as such: it is filed when the rule goes.
    private func passed(
        _ keyed: KeyedEntry, key: String, _ match: KnownEntry?, _ now: Date
    ) -> [KnownEntry]? {
        let isTaken = match.map { $0.sentHash != Self.skipped } ?? false
        if let pattern = skippedTitles.first(in: keyed.entry.title ?? "") {
            // What was filed before the rule came stays, as it is.
            if match != nil { return [] }
            filing.notify(
                PollingEvent(
                    .notTaken,
                    subject: filing.subscription.url + "#" + (keyed.entry.id ?? key),
                    what: "\(keyed.entry.title ?? ""): passed over by skip_titles /\(pattern)/"))
            return [KnownEntry(key: key, sentHash: Self.skipped, firstSeen: now, lastSeen: now)]
        }
        return isTaken && rules.updates == .ignore ? [] : nil
    }

    /// An entry is remembered only once it is filed: after a crash it comes again, and the store knows its key.
    private func file(_ items: [ArrivingEntry]) async throws {
        let id = filing.feed
        var rest = items[...]
        while !rest.isEmpty {
            let known = try await inParallel(Array(rest.prefix(EntryIntake.chunk)), width: 8) {
                item in
                try Task.checkCancellation()
                let outcome = try await filing.fileCarried(item)
                return item.known(as: outcome?.id, now: clock())
            }
            try await thread.run { [state] in try state.remember(known, of: id) }
            rest = rest.dropFirst(EntryIntake.chunk)
        }
    }
}

extension KeyedEntry {
    /// Whether the entry says what it said before. Earlier versions remembered what was sent, byte for byte.
    fileprivate func isSame(as remembered: String?, _ sent: String) -> Bool {
        guard let remembered else { return false }
        if remembered == sent || remembered == sentHash { return true }
        guard let old = PageHash(remembered), let new = PageHash(sent) else { return false }
        return new.isSame(as: old)
    }
}
