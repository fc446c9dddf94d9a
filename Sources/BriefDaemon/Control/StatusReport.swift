import BriefModel
import ControlProtocol
import FoundationEssentials
import Spooling
import Storage

/// Puts the status together: what is wrong, what to do, and the numbers.
struct StatusReport: Sendable {
    let parts: DaemonParts
    let polling: Polling

    /// Articles of low quality are told of for so long: seconds.
    private static let recent = 7.0 * 86_400

    func reply() async throws -> StatusReply {
        let feeds = await polling.snapshot()
        let thread = parts.statusThread
        let (spool, store) = (parts.spool, parts.store)
        let census = try? await thread.run { try spool.census() }
        let counts = census?.counts ?? SpoolCounts()
        let start = parts.clock().addingTimeInterval(-Self.recent)
        let stored = try? await thread.run { try store.catalogue.counts(recentSince: start) }
        let problems = troubles(
            feeds: feeds, census: census, store: stored)
        let use = parts.permits.use
        return StatusReply(
            ok: problems.isEmpty, summary: summary(problems, feeds: feeds, store: stored),
            problems: problems.map(StatusReply.Trouble.init), version: Version.number,
            started: parts.started.rfc3339,
            state: parts.status.isStopping
                ? .stopping : problems.contains(where: \.code.isDegrading) ? .degraded : .running,
            feeds: .init(
                total: feeds.count, failing: feeds.count { $0.state == .failing },
                paused: feeds.count { $0.state == .paused },
                nextDue: feeds.filter { $0.state == .ok || $0.state == .failing }
                    .compactMap(\.nextDue).min()?.rfc3339),
            spool: .init(
                incoming: counts.incoming, active: counts.active, deferred: counts.deferred,
                corrupt: counts.corrupt, hold: counts.hold),
            articles: .init(
                total: stored?.total ?? 0, lastFiled: stored?.lastFiled,
                lowQuality: stored?.lowQuality ?? 0,
                lowQualityWeek: stored?.recentLowQuality ?? 0, partial: stored?.partial ?? 0,
                sightings: stored?.sightings ?? 0),
            queue: .init(inHand: use.holders, waiting: use.waiting + parts.intake.writer.waiting),
            notTaken: parts.status.errors.book.totals.notTaken,
            workers: .init(parts.intake.pool.sandbox))
    }

    /// The summary, whatever happens: what the service manager shows.
    func line() async -> String {
        (try? await reply().summary) ?? "The status cannot be put together"
    }

    private func summary(
        _ problems: [DaemonStatus.Problem], feeds: [FeedSnapshot], store: StoreCounts?
    ) -> String {
        guard let first = problems.first else {
            let failing = feeds.count { $0.state == .failing }
            let retried = failing == 0 ? "" : ", \(failing) of them failing and tried again"
            return
                "All is well: \(store?.total ?? 0) articles filed, \(feeds.count) feeds followed\(retried)."
        }
        let others = problems.count == 1 ? "" : " (And \(problems.count - 1) more.)"
        return "Not well: \(Self.sentence(first.what))\(others) Do: \(first.next)"
    }

    /// Errors end without a full stop, what is said of feeds ends with one.
    private static func sentence(_ text: String) -> String {
        text.last.map { ".!?".contains($0) } ?? true ? text : text + "."
    }

    private func troubles(
        feeds: [FeedSnapshot], census: SpoolCensus?, store: StoreCounts?
    ) -> [DaemonStatus.Problem] {
        var troubles = parts.status.problems
        let now = parts.clock()
        if store == nil {
            troubles.append(
                .init(
                    code: .catalogue, since: now, what: "The catalogue cannot be read.",
                    next: "Stop briefd, run briefctl rebuild, start it again."))
        }
        if census == nil, !troubles.contains(where: { $0.code == .spoolUnreadable }) {
            troubles.append(
                .init(
                    code: .spoolUnreadable, since: now, what: "The spool cannot be read.",
                    next: "Check \(parts.spool.path) and its permissions."))
        }
        if let census, let oldest = census.oldestCorrupt {
            let count = census.counts.corrupt
            let files = count == 1 ? "1 dropped file" : "\(count) dropped files"
            troubles.append(
                .init(
                    code: .spoolCorrupt, since: oldest.since,
                    what: "\(files) could not be used, \(count == 1 ? "" : "the oldest is ")"
                        + "\(oldest.name): \(oldest.reason ?? "see the reason beside it")",
                    next: "briefctl spool lists them; then briefctl retry ID or briefctl discard"
                        + " ID."))
        }
        return (troubles + feedTroubles(feeds)).sorted { $0.code.rank < $1.code.rank }
    }

    /// A single page may be gone: an operator is called where none comes from the third miss on.
    private func pageTrouble(_ feeds: [FeedSnapshot]) -> DaemonStatus.Problem? {
        let failing = feeds.filter { ($0.pageTrouble?.misses ?? 0) >= 3 && $0.state != .paused }
        guard let first = failing.first, let trouble = first.pageTrouble else { return nil }
        return .init(
            code: .pagesFailing,
            since: failing.compactMap { $0.pageTrouble?.since }.min() ?? parts.started,
            what:
                "Of \(failing.count) of \(feeds.count) feeds no linked page can be had, the first is"
                + " \(first.url): \(trouble.why). What the feed says is filed, marked partial.",
            next:
                "Look at a page in a browser; if it stays so, set full_text = \"never\" for the feed."
                + " They are tried again by themselves.")
    }

    /// A feed that failed once may be well again at the next poll: an operator is called from the third error on.
    private func feedTroubles(_ feeds: [FeedSnapshot]) -> [DaemonStatus.Problem] {
        var troubles: [DaemonStatus.Problem] = []
        let failing = feeds.filter { $0.state == .failing && $0.errorsInRow >= 3 }
        if let first = failing.first {
            let since = failing.compactMap { $0.lastSuccess ?? $0.lastPoll }.min()
            troubles.append(
                .init(
                    code: .feedsFailing, since: since ?? parts.started,
                    what: "\(failing.count) of \(feeds.count) feeds fail, the first is"
                        + " \(first.url): \(first.error ?? "unknown").",
                    next: "See briefctl feeds; they are tried again by themselves."))
        }
        if let pages = pageTrouble(feeds) { troubles.append(pages) }
        let moved = feeds.filter { $0.isMoved && ($0.state == .ok || $0.state == .failing) }
        if let first = moved.first {
            troubles.append(
                .init(
                    code: .feedsMoved, since: first.lastSuccess ?? parts.started,
                    what: "\(moved.count) \(moved.count == 1 ? "feed has" : "feeds have") moved for"
                        + " good, the first is \(first.url): it is at \(first.address) now.",
                    next:
                        "Write the new address into the configuration; until then it is asked there"
                        + " all the same."))
        }
        let gone = feeds.filter { $0.state == .gone }
        if let first = gone.first {
            troubles.append(
                .init(
                    code: .feedsGone, since: first.lastPoll ?? parts.started,
                    what:
                        "\(gone.count) \(gone.count == 1 ? "feed is" : "feeds are") gone for good,"
                        + " the first is \(first.url).",
                    next: "Remove it: briefctl feed remove \(first.id), or take it out of the"
                        + " configuration."))
        }
        return troubles
    }
}
