import BriefModel
import FoundationEssentials
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

    let filing: EntryFiling
    let state: FeedStateStore
    let thread: SerialThread
    let clock: @Sendable () -> Date

    func take(_ feed: ParsedFeed, passing: [String]) async throws -> Result {
        let assigned = EntryKeys.assign(
            feed.entries, passing: Set(passing.compactMap(EntryKeys.Kind.init)))
        var result = Result(passedKinds: assigned.passed.map(\.rawValue).sorted())
        let sorted = try await sort(assigned.entries, of: feed, &result)
        let waiting = sorted.pages
        let id = filing.feed
        // What waits is durable first: from there on nothing of it can be lost.
        try await thread.run { [state] in try state.wait(for: waiting, of: id) }
        try await file(sorted.own)
        let now = clock()
        let seen = sorted.seen
        try await thread.run { [state] in try state.touch(seen, of: id, now: now) }
        return result
    }

    private struct Sorted: Sendable {
        var own: [ArrivingEntry] = []
        var pages: [WaitingPage] = []
        var rekeyed: [KnownEntry] = []
        var seen: [String] = []
    }

    private func sort(
        _ entries: [KeyedEntry], of feed: ParsedFeed, _ result: inout Result
    ) async throws -> Sorted {
        let id = filing.feed
        let (known, waiting) = try await thread.run { [state] in
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
            var match = known.byKey[keyed.key]
            if match == nil, let alias = keyed.alias, let old = known.byAlias[alias],
                !present.contains(old.key)
            {
                match = old
            }
            let key = match?.key ?? keyed.key
            var item = ArrivingEntry(
                keyed, key: key, of: feed, site: site, seen: match?.firstSeen ?? now)
            let content = EntryContent(
                keyed, fullText: filing.subscription.fullText, post: item.post)
            item.sentHash = content == .own ? keyed.ownHash : keyed.pageHash
            let sent = item.sentHash
            if match == nil,
                let old = keyed.otherKeys.lazy.compactMap({ known.byKey[$0] })
                    .first(where: { keyed.isSame(as: $0.sentHash, sent) })
            {
                // Known by a key of a kind that is passed over since: it gets its new key and is not filed again.
                sorted.rekeyed.append(
                    KnownEntry(
                        key: key, alias: keyed.alias, sentHash: sent,
                        article: old.article, firstSeen: old.firstSeen, lastSeen: now))
                overlap += 1
                continue
            }
            if match != nil || waiting[key] != nil { overlap += 1 }
            sorted.seen.append(key)
            if [waiting[key], match?.sentHash].contains(where: { keyed.isSame(as: $0, sent) }) {
                continue
            }
            if match == nil, waiting[key] == nil { result.new += 1 } else { result.changed += 1 }
            switch content {
            case .own: sorted.own.append(item)
            case .page(let url): sorted.pages.append(item.waiting(forPage: url))
            }
        }
        result.isGap = overlap == 0 && !entries.isEmpty
        let rekeyed = sorted.rekeyed
        if !rekeyed.isEmpty {
            try await thread.run { [state] in try state.remember(rekeyed, of: id) }
        }
        return sorted
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
        remembered == sent || remembered == sentHash
    }
}
