import BriefModel
import FoundationEssentials
import Logging
import Spooling
import Storage
import Synchronization
import Workers

/// Takes what is ready in the spool, has it filed, and lets it go: the loop between scans.
final class SpoolIntake: Sendable {
    /// Documents in hand at once; memory is bounded by `permits`.
    static let inHandLimit = 64

    /// What one run did, for `--once`.
    struct Tally: Sendable, Equatable {
        var filed = 0
        var sightings = 0
        var deferred = 0
        var quarantined = 0
    }

    private let spool: SpoolDirectory
    private let filing: SpoolFiling
    private let permits: Permits
    private let status: DaemonStatus
    private let thread = SerialThread("spool")
    private let log: Logger
    private let clock: @Sendable () -> Date
    private let limit: Mutex<Int>
    private let counts = Mutex(Tally())

    init(
        spool: SpoolDirectory, filing: SpoolFiling, permits: Permits, maxFileBytes: Int,
        status: DaemonStatus, log: Logger, clock: @escaping @Sendable () -> Date
    ) {
        self.spool = spool
        self.filing = filing
        self.permits = permits
        self.status = status
        self.log = log
        self.clock = clock
        limit = Mutex(maxFileBytes)
    }

    var tally: Tally { counts.withLock { $0 } }

    func setLimit(maxFileBytes: Int) { limit.withLock { $0 = maxFileBytes } }

    /// Scans at every hint and when something becomes due, until the hints end or the task is cancelled.
    func run(watcher: SpoolWatcher) async {
        let gate = Permits(SpoolIntake.inHandLimit)
        await withDiscardingTaskGroup { group in
            for await _ in watcher.hints {
                var more = true
                while more, !Task.isCancelled {
                    guard let scan = await look() else { break }
                    await start(scan.ready, gate: gate, in: &group)
                    watcher.note(scan, now: clock())
                    more = scan.hasMore
                }
                if Task.isCancelled { break }
            }
        }
    }

    /// Files everything that is ready or becomes so within a little more than ten times `settle`.
    func runOnce() async {
        let gate = Permits(SpoolIntake.inHandLimit)
        let end = clock().addingTimeInterval(spool.settings.settle.seconds * 11 + 1)
        while !Task.isCancelled {
            let scan = await look()
            await withDiscardingTaskGroup { group in
                await start(scan?.ready ?? [], gate: gate, in: &group)
            }
            if scan?.hasMore == true { continue }
            guard let next = scan?.nextLook, next <= end else { return }
            try? await Task.sleep(for: .seconds(max(0.01, next.timeIntervalSince(clock()))))
        }
    }

    /// Claims what is ready, as many as may be in hand, and files each in a task of its own.
    private func start(
        _ ready: [SpoolItem], gate: Permits, in group: inout DiscardingTaskGroup
    ) async {
        for item in ready {
            await gate.take()
            guard !Task.isCancelled, let claim = await claim(item) else {
                gate.giveBack()
                continue
            }
            group.addTask {
                let weight = max(item.size * (item.kind.isCompressed ? 8 : 1), 2 << 20)
                await self.permits.run(weight: weight) { await self.file(claim) }
                gate.giveBack()
            }
        }
    }

    private func claim(_ item: SpoolItem) async -> Claim? {
        let now = clock()
        do {
            return try await thread.run { [spool] in try spool.claim(item, now: now) }
        } catch SpoolError.notReady {
            // Changed, gone or being written: the next scan sees to it.
            return nil
        } catch {
            log.warning(
                "file not taken", metadata: ["spool_item": "\(item.name)", "error": "\(error)"])
            return nil
        }
    }

    private func look() async -> SpoolScan? {
        let now = clock()
        do {
            let scan = try await thread.run { [spool] in
                try spool.scan(now: now, limit: SpoolIntake.inHandLimit * 2)
            }
            status.clear("spool-unreadable")
            note(scan)
            return scan
        } catch {
            status.raise(
                "spool-unreadable", what: "The spool cannot be scanned: \(error)",
                next: "Check \(spool.path) and its permissions.")
            log.error("spool not scanned", metadata: ["error": "\(error)"])
            return nil
        }
    }

    private func note(_ scan: SpoolScan) {
        for gone in scan.quarantined { tellQuarantine(gone.name, gone.reason) }
        if let first = scan.stuck.first {
            status.raise(
                "spool-stuck",
                what: "\(scan.stuckCount) files in the spool cannot be taken, the first is"
                    + " \(first.name): \(first.why)",
                next: "Let briefd read the files and write their folders.")
        } else {
            status.clear("spool-stuck")
        }
    }

    /// Every way out of here ends the claim; where that fails, the file stays in active/ and the next start of the
    /// daemon brings it back.
    private func file(_ claim: Claim) async {
        do {
            do {
                try Task.checkCancellation()
                let maximum = limit.withLock { $0 }
                let bytes = try await thread.run { try claim.read(maxBytes: maximum) }
                let document = try DroppedDocument(
                    bytes, of: claim.item, limit: maximum, arrival: clock())
                let outcomes = try await filing.file(document)
                try await thread.run { try claim.finish() }
                tell(claim, outcomes)
            } catch let error as DroppedError {
                try await quarantine(claim, error.reason)
            } catch SpoolError.tooLarge(_, _, let limit) {
                try await quarantine(claim, .tooLarge(limit: limit))
            } catch let error as WorkerError where error.isDeath {
                try await noteDeath(claim, error)
            } catch WorkerError.stopped {
                try await thread.run { try claim.release() }
            } catch SpoolError.notReady {
                // Somebody writes it after all: it goes back and waits until that is over.
                try await thread.run { try claim.release() }
            } catch StorageError.noWords {
                try await quarantine(claim, .noWords([]))
            } catch is CancellationError {
                try await thread.run { try claim.release() }
            } catch {
                try await putOff(claim, error)
            }
        } catch {
            status.raise(
                "spool-claim-stuck",
                what: "\(claim.item.name) stays in active/: \(error)",
                next: "Mend the cause; it comes back at the next start of briefd.")
            log.error(
                "claim not ended",
                metadata: ["spool_item": "\(claim.item.name)", "error": "\(error)"])
        }
    }

    private func quarantine(_ claim: Claim, _ reason: SpoolReason) async throws {
        let now = clock()
        try await thread.run { try claim.quarantine(reason, now: now) }
        tellQuarantine(claim.item.name, reason)
    }

    private func noteDeath(_ claim: Claim, _ error: WorkerError) async throws {
        let now = clock()
        let deaths = try await thread.run { try claim.recordWorkerDeath(now: now) }
        log.warning(
            "worker died of a document",
            metadata: ["spool_item": "\(claim.item.name)", "error": "\(error)"])
        if deaths >= 2 {
            try await quarantine(claim, .killedWorkers)
        } else {
            try await thread.run { try claim.release() }
        }
    }

    private func putOff(_ claim: Claim, _ error: any Error) async throws {
        let now = clock()
        let reason = SpoolReason.passing(SpoolIntake.code(of: error), "\(error).")
        let next = try await thread.run { try claim.putOff(reason, now: now) }
        counts.withLock { $0.deferred += 1 }
        status.note("deferred", subject: claim.item.name, what: "\(error)", isError: true)
        log.warning(
            "file deferred",
            metadata: [
                "spool_item": "\(claim.item.name)", "error": "\(error)",
                "next": "\(next.rfc3339)",
            ])
    }

    private static func code(of error: any Error) -> String {
        switch error {
        case StorageError.outOfSpace: "disk-full"
        case let error as SpoolError where error.isOutOfSpace: "disk-full"
        case is StorageError: "store"
        case is WorkerError: "worker"
        case is SpoolError: "spool"
        default: "not-fetched"
        }
    }

    private func tellQuarantine(_ name: String, _ reason: SpoolReason) {
        counts.withLock { $0.quarantined += 1 }
        status.note("quarantined", subject: name, what: reason.why, isError: true)
        log.warning(
            "file quarantined",
            metadata: ["spool_item": "\(name)", "code": "\(reason.code)", "why": "\(reason.why)"])
    }

    private func tell(_ claim: Claim, _ outcomes: [FilingOutcome]) {
        for outcome in outcomes {
            counts.withLock { counts in
                if case .filed = outcome { counts.filed += 1 } else { counts.sightings += 1 }
            }
            status.note(outcome.word, subject: outcome.id, what: claim.item.name)
            log.info(
                "\(outcome.word)",
                metadata: ["article": "\(outcome.id)", "spool_item": "\(claim.item.name)"])
        }
    }
}

extension FilingOutcome {
    /// One word for logs and events.
    var word: String {
        switch self {
        case .filed: "filed"
        case .sighting: "sighting"
        case .revision: "revision"
        case .updated: "updated"
        case .unchanged: "unchanged"
        }
    }
}
