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
    /// Files taken of one scan: a scan looks at all that lie there, so that many files need few scans.
    static let scanLimit = 1_000

    /// What one run did, for `--once`.
    struct Tally: Sendable, Equatable {
        var filed = 0
        var sightings = 0
        var deferred = 0
        var quarantined = 0
        /// Files that are still in the spool although they were to be filed.
        var left = 0
    }

    private let spool: SpoolDirectory
    private let filing: SpoolFiling
    private let permits: Permits
    let status: DaemonStatus
    private let thread = SerialThread("spool")
    let log: Logger
    private let clock: @Sendable () -> Date
    private let limit: Mutex<Int>
    let counts = Mutex(Tally())
    let stuck = StuckClaims()

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
                    guard var scan = await look() else { break }
                    if await start(scan.ready, gate: gate, in: &group) {
                        // What made them refuse was learned only after the scan.
                        let soon = max(1, spool.settings.settle.seconds)
                        let date = clock().addingTimeInterval(soon)
                        scan.nextLook = min(scan.nextLook ?? date, date)
                    }
                    watcher.note(scan, now: clock())
                    more = scan.hasMore
                }
                if Task.isCancelled { break }
            }
        }
    }

    /// Files everything that is ready, or becomes so within a little more than ten times `settle` after the last that was.
    func runOnce() async {
        let gate = Permits(SpoolIntake.inHandLimit)
        let patience = spool.settings.settle.seconds * 11 + 1
        var end = clock().addingTimeInterval(patience)
        while !Task.isCancelled {
            let scan = await look()
            let before = tally
            await withDiscardingTaskGroup { group in
                _ = await start(scan?.ready ?? [], gate: gate, in: &group)
            }
            // What was let go may have made room for others.
            if tally != before { end = clock().addingTimeInterval(patience) }
            if scan?.hasMore == true { continue }
            guard let next = scan?.nextLook, next <= end else { break }
            try? await Task.sleep(for: .seconds(max(0.01, next.timeIntervalSince(clock()))))
        }
        await countLeft()
    }

    /// What `runOnce` could not take, or not let go.
    private func countLeft() async {
        let now = clock()
        await thread.run { [stuck] in stuck.tryAgain(now: now, pause: 0) }
        let scan = await look()
        let files = scan.map { $0.ready.count + $0.pending + $0.deferred + $0.stuckCount }
        let left = (files ?? 1) + stuck.count
        counts.withLock { $0.left = left }
        if left > 0 {
            log.warning(
                "the spool is not empty",
                metadata: [
                    "left": "\(left)",
                    "next":
                        "run briefd again; what is said above tells why, or the files are still being written",
                ])
        }
    }

    /// Claims what is ready, as many as may be in hand, and files each in a task of its own.
    ///
    /// - Returns: whether one was not to be had that may be soon.
    private func start(
        _ ready: [SpoolItem], gate: Permits, in group: inout DiscardingTaskGroup
    ) async -> Bool {
        var isSoon = false
        for item in ready {
            await gate.take()
            guard !Task.isCancelled, let claim = await claim(item, &isSoon) else {
                gate.giveBack()
                continue
            }
            group.addTask {
                let weight = Self.weight(
                    size: item.size, isCompressed: item.kind.isCompressed,
                    limit: self.limit.withLock { $0 })
                await self.permits.run(weight: weight) { await self.file(claim) }
                gate.giveBack()
            }
        }
        return isSoon
    }

    /// How many bytes a file may come to, unpacked. What gzip says of that at its end is anybody's word; that deflate makes
    /// at most 1,032 bytes of one is not (zlib's technical details).
    static func weight(size: Int, isCompressed: Bool, limit: Int) -> Int {
        let unpacked = isCompressed ? min(limit, min(size, limit) * 1_032) : size
        return max(size, unpacked, 2 << 20)
    }

    private func claim(_ item: SpoolItem, _ isSoon: inout Bool) async -> Claim? {
        let now = clock()
        do {
            let claim = try await thread.run { [spool] in try spool.claim(item, now: now) }
            status.clear(.spoolNotTaken)
            return claim
        } catch SpoolError.notReady {
            // Changed, gone or being written: the next scan sees to it.
            isSoon = true
            return nil
        } catch {
            if let error = error as? SpoolError, error.isOutOfSpace { isSoon = true }
            status.raise(
                .spoolNotTaken, what: "\(item.name) could not be taken: \(error)",
                next: "Free space or check the disk; it is tried again by itself.")
            log.warning(
                "file not taken", metadata: ["spool_item": "\(item.name)", "error": "\(error)"])
            return nil
        }
    }

    private func look() async -> SpoolScan? {
        let now = clock()
        do {
            let scan = try await thread.run { [spool, stuck] in
                stuck.tryAgain(now: now)
                return try spool.scan(now: now, limit: SpoolIntake.scanLimit)
            }
            status.clear(.spoolUnreadable)
            note(scan)
            return scan
        } catch {
            status.raise(
                .spoolUnreadable, what: "The spool cannot be scanned: \(error)",
                next: "Check \(spool.path) and its permissions.")
            log.error("spool not scanned", metadata: ["error": "\(error)"])
            return nil
        }
    }

    /// Every way out of here ends the claim; where that fails, the file stays in active/ until it can be ended.
    private func file(_ claim: Claim) async {
        var isFiled = false
        do {
            do {
                try Task.checkCancellation()
                let maximum = limit.withLock { $0 }
                let bytes = try await thread.run { try claim.read(maxBytes: maximum) }
                let document = try DroppedDocument(
                    bytes, of: claim.item, limit: maximum, arrival: clock())
                let outcomes = try await filing.file(document)
                isFiled = true
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
            } catch  where isFiled {
                // Only its leaving the spool failed.
                throw error
            } catch {
                try await putOff(claim, error)
            }
        } catch {
            stuck.add(claim, isFiled: isFiled, why: "\(error)", now: clock())
            tellStuckClaims()
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
        let code = SpoolIntake.code(of: error)
        let reason = SpoolReason.passing(code, "\(error).")
        // A fault of our own house is no document's: when it is mended, none shall wait for a day.
        let longest: Duration = code == "not-fetched" ? .seconds(86_400) : .seconds(900)
        let next = try await thread.run { try claim.putOff(reason, now: now, longest: longest) }
        counts.withLock { $0.deferred += 1 }
        if code == "spool" {
            status.raise(
                .spoolNotRead, what: "\(claim.item.name) could not be read: \(error)",
                next: "Check the disk; it is tried again by itself.")
        }
        status.note(.deferred, subject: claim.item.name, what: "\(error)")
        log.warning(
            "file deferred",
            metadata: [
                "spool_item": "\(claim.item.name)", "error": "\(error)",
                "next": "\(next.rfc3339)",
            ])
    }
}
