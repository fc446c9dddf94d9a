import BriefModel
import FoundationEssentials
import Logging
import Spooling
import Storage
import Synchronization
import Workers

/// Takes what is ready in the spool, has it filed, and lets it go: the loop between scans.
final class SpoolIntake: Sendable {
    /// Documents in hand at once: while one group is committed, another one is read. Memory is bounded by `permits`.
    static let inHandLimit = 2 * StoreWriter.batchLimit
    /// Files taken of one scan, and the part of all that is taken where that is more: a scan looks at all that lie there, so
    /// that many files need few scans; and what comes meanwhile waits for the next one.
    static let scanLimit = 1_000
    static let scanPart = 16

    /// What one run did, for `--once`.
    struct Tally: Sendable, Equatable {
        var filed = 0
        var sightings = 0
        var deferred = 0
        var quarantined = 0
        /// Files that are still in the spool although they were to be filed.
        var left = 0
    }

    let spool: SpoolDirectory
    let filing: SpoolFiling
    let permits: Permits
    private let turns = Mutex(SpoolTurns())
    let status: DaemonStatus
    let thread = SerialThread("spool")
    var spoolPath: String { spool.path }
    let log: Logger
    let clock: @Sendable () -> Date
    let limits: Mutex<UnpackLimits>
    let counts = Mutex(Tally())
    let stuck = StuckClaims()

    init(
        spool: SpoolDirectory, filing: SpoolFiling, permits: Permits, limits: UnpackLimits,
        status: DaemonStatus, log: Logger, clock: @escaping @Sendable () -> Date
    ) {
        self.spool = spool
        self.filing = filing
        self.permits = permits
        self.status = status
        self.log = log
        self.clock = clock
        self.limits = Mutex(limits)
    }

    var tally: Tally { counts.withLock { $0 } }

    func setLimits(_ fresh: UnpackLimits) { limits.withLock { $0 = fresh } }

    /// Scans at every hint and when something becomes due, until the watcher is stopped or the task is cancelled. What is in
    /// hand then is finished; the rest stays where it lies.
    func run(watcher: SpoolWatcher) async {
        let gate = Permits(SpoolIntake.inHandLimit)
        @Sendable func goesOn() -> Bool { !Task.isCancelled && !watcher.isStopped }
        await withDiscardingTaskGroup { group in
            for await _ in watcher.hints {
                var more = true
                while more, goesOn() {
                    guard var scan = await look() else { break }
                    if await start(scan.ready, gate: gate, in: &group, while: goesOn) {
                        // What made them refuse was learned only after the scan.
                        let soon = max(1, spool.settings.settle.seconds)
                        let date = clock().addingTimeInterval(soon)
                        scan.nextLook = min(scan.nextLook ?? date, date)
                    }
                    watcher.note(scan, now: clock())
                    more = scan.hasMore
                }
                if !goesOn() { break }
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
            let waitsForTurn = await withDiscardingTaskGroup { group in
                await start(
                    scan?.ready ?? [], gate: gate, in: &group, while: { !Task.isCancelled })
            }
            // What was let go may have made room for others.
            if tally != before { end = clock().addingTimeInterval(patience) }
            if scan?.hasMore == true || waitsForTurn && tally != before { continue }
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
        let files = scan.map {
            $0.ready.count + $0.pending + $0.deferred + $0.stuckCount + $0.notTaken.count
        }
        for folder in scan?.notTaken ?? [] {
            log.warning(
                "folder not taken",
                metadata: [
                    "spool_item": "\(folder.name)", "why": "\(folder.why)",
                    "next": "\(folder.next)",
                ])
        }
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

    /// Claims what is ready, as many as may be in hand, and files each in a task of its own. Senders take turns.
    ///
    /// - Returns: whether one was not to be had that may be soon.
    private func start(
        _ ready: [SpoolItem], gate: Permits, in group: inout DiscardingTaskGroup,
        while goesOn: () -> Bool
    ) async -> Bool {
        var isSoon = false
        let pool = filing.intake.pool
        let isAlone = Set(ready.map(\.sender)).count <= 1
        for item in SpoolTurns.inTurns(ready) {
            let sender = item.sender
            let isRemarkable = pool.isRemarkable(sender)
            guard
                turns.withLock({
                    $0.admits(sender, isAlone: isAlone, isRemarkable: isRemarkable)
                })
            else {
                isSoon = true
                continue
            }
            await gate.take()
            guard goesOn(), let claim = await claim(item, &isSoon) else {
                gate.giveBack()
                continue
            }
            turns.withLock { $0.take(sender) }
            group.addTask {
                await self.file(claim)
                self.turns.withLock { $0.giveBack(sender) }
                gate.giveBack()
            }
        }
        return isSoon
    }

    private func claim(_ item: SpoolItem, _ isSoon: inout Bool) async -> Claim? {
        let now = clock()
        do {
            let claim = try await thread.run { [spool] in try spool.claim(item, now: now) }
            status.clear(.spoolNotTaken)
            status.clear(.spoolFull)
            return claim
        } catch SpoolError.notReady {
            // Changed, gone or being written: the next scan sees to it.
            isSoon = true
        } catch SpoolError.notPermitted(let name, let fault) {
            // The next scan tells of all of them together.
            isSoon = true
            log.debug("file not taken", metadata: ["spool_item": "\(name)", "why": "\(fault.why)"])
        } catch {
            if let error = error as? SpoolError, error.isOutOfSpace { isSoon = true }
            tellNotTaken(item.name, error)
        }
        return nil
    }

    /// Brings back what the last run left in active/; what could not be is tried again at every scan. Blocks.
    func recover(now: Date) {
        guard !spool.isRecovered else { return }
        do {
            let count = try spool.recover(now: now)
            status.clear(.spoolRecovery)
            if count > 0 { log.notice("files taken up again", metadata: ["count": "\(count)"]) }
        } catch {
            tellNotRecovered(error)
        }
    }

    private func look() async -> SpoolScan? {
        let now = clock()
        do {
            let scan = try await thread.run { [self] in
                recover(now: now)
                stuck.tryAgain(now: now)
                return try spool.scan(
                    now: now, limit: SpoolIntake.scanLimit, part: SpoolIntake.scanPart)
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
}
