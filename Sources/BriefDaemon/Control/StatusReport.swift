import BriefModel
import ControlProtocol
import FoundationEssentials
import Spooling
import Storage

/// Puts the status together: what is wrong, what to do, and the numbers.
struct StatusReport: Sendable {
    let parts: DaemonParts
    let polling: Polling
    /// What was seen of the feeds a moment ago; nil to look in any case.
    var seen: SeenFeeds?

    /// Articles of low quality are told of for so long: seconds.
    private static let recent = 7.0 * 86_400

    func reply() async throws -> StatusReply {
        let feeds =
            if let seen {
                await seen.feeds { await polling.snapshot() }
            } else {
                await polling.snapshot()
            }
        let thread = parts.statusThread
        let (spool, store) = (parts.spool, parts.store)
        let look = await Self.result { try await thread.run { try spool.census() } }
        let census = try? look.get()
        let counts = census?.counts ?? SpoolCounts()
        let start = parts.clock().addingTimeInterval(-Self.recent)
        let count = await Self.result {
            try await thread.run { try store.catalogue.counts(recentSince: start) }
        }
        let stored = try? count.get()
        let feedState = parts.feedState
        // Where that cannot be read, the feeds' own work fails too, and tells of it.
        let quarantine = try? await thread.run { try feedState.quarantineCounts() }
        let sources = SourceProblems(
            sources: parts.intake.pool.remarkable, quarantine: quarantine ?? [], feeds: feeds,
            now: parts.clock())
        let hooks =
            parts.hooks.hooks.isEmpty
            ? [] : await parts.hooks.asking { try $0.standings() } ?? []
        let state = parts.configuration.paths.state
        let verified = await thread.run { VerifyRecord.read(in: state) }
        let problems =
            (troubles(feeds: feeds, spool: look, store: count, sources: sources)
            + [VerifyProblem.problem(of: verified)].compactMap(\.self)
            + HookProblem.all(hooks, fault: parts.hooks.fault, now: parts.clock()))
            .sorted { $0.code.rank < $1.code.rank }
        let use = parts.permits.use
        let numbers = Self.numbers(of: feeds)
        return StatusReply(
            ok: problems.allSatisfy(\.code.isNotice),
            summary: summary(problems, feeds: feeds, store: stored, spool: counts).hidingSecrets,
            problems: problems.map(StatusReply.Trouble.init), version: Version.number,
            started: parts.started.rfc3339,
            state: parts.status.isStopping
                ? .stopping : problems.contains(where: \.code.isDegrading) ? .degraded : .running,
            feeds: numbers,
            spool: .init(
                incoming: counts.incoming, active: counts.active, deferred: counts.deferred,
                corrupt: counts.corrupt, hold: counts.hold, ignored: counts.ignored,
                notTaken: counts.notTaken, failed: counts.failed),
            articles: .init(
                total: stored?.total ?? 0, lastFiled: stored?.lastFiled,
                lowQuality: stored?.lowQuality ?? 0,
                lowQualityWeek: stored?.recentLowQuality ?? 0, partial: stored?.partial ?? 0,
                sightings: stored?.sightings ?? 0),
            queue: .init(inHand: use.holders, waiting: use.waiting + parts.intake.writer.waiting),
            notTaken: parts.status.errors.book.totals.notTaken,
            workers: .init(parts.intake.pool.sandbox),
            hooks: .init(
                total: parts.hooks.hooks.count, waiting: hooks.reduce(0) { $0 + $1.waiting },
                dead: hooks.reduce(0) { $0 + $1.dead }),
            verified: .init(verified))
    }

    /// In one walk, and without a copy of any: there may be ten thousand.
    private static func numbers(of feeds: [FeedSnapshot]) -> StatusReply.Feeds {
        var (failing, paused) = (0, 0)
        var next: Date?
        for index in feeds.indices {
            switch feeds[index].state {
            case .failing: failing += 1
            case .paused: paused += 1
            case .ok, .gone, .merged: break
            }
            guard feeds[index].state == .ok || feeds[index].state == .failing,
                let due = feeds[index].nextDue
            else { continue }
            next = min(next ?? due, due)
        }
        return .init(
            total: feeds.count, failing: failing, paused: paused, nextDue: next?.rfc3339)
    }

    /// The summary, whatever happens: what the service manager shows.
    func line() async -> String {
        (try? await reply().summary) ?? "The status cannot be put together"
    }

    private func summary(
        _ problems: [DaemonStatus.Problem], feeds: [FeedSnapshot], store: StoreCounts?,
        spool: SpoolCounts
    ) -> String {
        // Notices stand last.
        guard let first = problems.first, !first.code.isNotice else {
            let failing = feeds.count { $0.state == .failing }
            let retried = failing == 0 ? "" : ", \(failing) failing and tried again"
            let (filed, followed) = (Self.count(store?.total ?? 0, "article"), feeds.count)
            let aside = spool.corrupt + spool.failed
            let unusable = aside == 0 ? "" : "; \(Self.count(aside, "file")) set aside"
            return "All is well: \(filed) filed, \(Self.count(followed, "feed")) followed\(retried)"
                + "\(unusable)."
        }
        let others = problems.count == 1 ? "" : " (And \(problems.count - 1) more.)"
        return "Not well: \(Self.sentence(first.what))\(others) Do: \(first.next)"
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// Errors end without a full stop, what is said of feeds ends with one.
    private static func sentence(_ text: String) -> String {
        text.last.map { ".!?".contains($0) } ?? true ? text : text + "."
    }

    private static func result<Value: Sendable>(
        _ body: () async throws -> Value
    ) async -> Result<Value, any Error> {
        do { return .success(try await body()) } catch { return .failure(error) }
    }

    private func troubles(
        feeds: [FeedSnapshot], spool: Result<SpoolCensus, any Error>,
        store: Result<StoreCounts, any Error>, sources: SourceProblems
    ) -> [DaemonStatus.Problem] {
        var troubles = parts.status.problems
        // The parts that work tell more of what they met than a look does.
        let found = parts.status.dated(
            [unreadable(store), unlisted(spool)].compactMap(\.self) + sources.all)
        troubles += found.filter { new in !troubles.contains { $0.code == new.code } }
        if let census = try? spool.get(), let oldest = census.oldestCorrupt {
            let count = census.counts.corrupt
            let files = count == 1 ? "1 dropped file" : "\(count) dropped files"
            let isMany = count > parts.configuration.spool.corruptAlarm
            troubles.append(
                .init(
                    code: isMany ? .spoolCorruptMany : .spoolCorrupt, since: oldest.since,
                    what: "\(files) could not be used, \(count == 1 ? "" : "the oldest is ")"
                        + "\(oldest.name): \(oldest.reason ?? "see the reason beside it")",
                    next: "briefctl spool lists them; then briefctl retry ID or briefctl discard"
                        + " ID."
                        + (isMany
                            ? " They are never removed by themselves, and take the disk's room: see"
                                + " who drops them into \(parts.spool.path)/incoming." : "")))
        }
        if let census = try? spool.get(), let first = census.firstFailed {
            let count = census.counts.failed
            let files = count == 1 ? "1 file" : "\(count) files"
            troubles.append(
                .init(
                    code: .watchFailed, since: first.since,
                    what: "\(files) in watched folders could not be used,"
                        + " \(count == 1 ? "" : "the first is ")\(first.name):"
                        + " \(first.reason ?? "see briefctl spool")",
                    next: "Mend or remove the file where it lies; it is read again when it changes."
                ))
        }
        return (troubles + FeedProblems(feeds: feeds, started: parts.started).all).sorted {
            $0.code.rank < $1.code.rank
        }
    }

    private func unreadable(_ store: Result<StoreCounts, any Error>) -> DaemonStatus.Problem? {
        guard case .failure(let error) = store else { return nil }
        let problem = StoreProblem(
            error as? StorageError ?? .catalogue("\(error)"), "The catalogue cannot be read",
            store: parts.configuration.paths.store)
        return .init(
            code: problem.code, since: parts.clock(), what: problem.what, next: problem.next)
    }

    private func unlisted(_ spool: Result<SpoolCensus, any Error>) -> DaemonStatus.Problem? {
        guard case .failure(let error) = spool else { return nil }
        let now = parts.clock()
        if case SpoolError.system(let cause) = error, cause.isOutOfFiles {
            let problem = StoreProblem(cause, "The spool cannot be read", store: parts.spool.path)
            return .init(code: problem.code, since: now, what: problem.what, next: problem.next)
        }
        return .init(
            code: .spoolUnreadable, since: now, what: "The spool cannot be read: \(error).",
            next: "Check \(parts.spool.path) and its permissions.")
    }
}
