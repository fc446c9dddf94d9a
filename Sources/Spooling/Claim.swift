import BriefModel
import FoundationEssentials
import LinuxIO
import Synchronization

/// A document taken from the spool: it lies in active/ until `finish`, `putOff`, `quarantine` or `release`.
///
/// Dropping the value leaves the file there; the next start of the daemon brings it back. All calls block.
public final class Claim: Sendable {
    public let item: SpoolItem

    private let spool: SpoolDirectory
    /// The claim's own folder in active/.
    private let folder: FileName
    private let state: Mutex<State>

    private struct State: Sendable {
        var isOver = false
        var record: SpoolRecord?
    }

    init(item: SpoolItem, folder: FileName, record: SpoolRecord?, spool: SpoolDirectory) {
        self.item = item
        self.folder = folder
        self.spool = spool
        state = Mutex(State(record: record))
    }

    /// How many workers died while they held this document alone.
    public var workerDeaths: Int { state.withLock { $0.record?.workerDeaths ?? 0 } }

    /// The bytes as they lie, not decompressed.
    ///
    /// - Throws: `tooLarge` for more than `maxBytes` bytes.
    public func read(maxBytes: Int) throws(SpoolError) -> [UInt8] {
        try begin()
        let place = try openPlace()
        let file = try io { () throws(SystemError) in try place.openFile(item.path.last) }
        let status = try io { () throws(SystemError) in try file.status() }
        guard status.kind == .file else {
            throw .notReady(name: item.name, why: "it is no longer a regular file")
        }
        guard status.size <= maxBytes else {
            throw .tooLarge(name: item.name, size: status.size, limit: maxBytes)
        }
        do throws(SystemError) {
            return try file.readAll(limit: maxBytes)
        } catch {
            if error.isTooLarge {
                throw .tooLarge(name: item.name, size: maxBytes + 1, limit: maxBytes)
            }
            throw .system(error)
        }
    }

    /// The document is filed, durably: it leaves the spool, or goes to done/ with `keepDone`.
    public func finish() throws(SpoolError) {
        try begin()
        let place = try openPlace()
        if spool.settings.keepDone {
            try move(from: place, to: .done, record: nil)
        } else {
            // The folder first: without its page it would look like documents after a death in between.
            if let assets, (try? place.removeTree(assets)) == nil {
                let kept = item.path.parent.appending(assets)
                _ = try spool.place(
                    assets, from: place, assets: nil, in: .corrupt, at: kept, record: nil)
            }
            try io { () throws(SystemError) in try place.remove(item.path.last) }
        }
        end()
    }

    /// Puts the document off because of a fault that passes, and says when it is tried again.
    ///
    /// With no room on the disk for the record it goes back to incoming/ and waits there as long.
    @discardableResult
    public func putOff(_ reason: SpoolReason, now: Date) throws(SpoolError) -> Date {
        try begin()
        let attempts = item.attempts + 1
        let delay = spool.settings.retries.delay(after: attempts)
        let retryAt = now.addingTimeInterval(delay.timeInterval)
        var record = SpoolRecord(file: item.path, since: now, reason: reason)
        record.attempts = attempts
        record.retryAt = retryAt.rfc3339
        record.workerDeaths = state.withLock { $0.record?.workerDeaths }
        let place = try openPlace()
        do throws(SpoolError) {
            let location = try move(from: place, to: .deferred, record: record)
            let note = DeferredNote(
                inode: item.inode, path: item.path, attempts: attempts, retryAt: retryAt)
            spool.state.withLock { $0.deferred[location] = note }
        } catch  where error.isOutOfSpace {
            try move(from: place, to: .incoming, record: nil)
            spool.state.withLock { $0.doubts[item.inode] = .notBefore(retryAt) }
        }
        end()
        return retryAt
    }

    /// The document will not work: moves it to corrupt/, with the reason beside it.
    public func quarantine(_ reason: SpoolReason, now: Date) throws(SpoolError) {
        try begin()
        let record = SpoolRecord(file: item.path, since: now, reason: reason)
        try move(from: try openPlace(), to: .corrupt, record: record)
        end()
    }

    /// Hands the document back as it came: to incoming/, or to deferred/, due at once.
    public func release() throws(SpoolError) {
        try begin()
        let record = state.withLock { $0.record }
        try move(from: try openPlace(), to: record == nil ? .incoming : .deferred, record: record)
        end()
    }

    /// Notes, durably, that a worker died while it held this document alone. The daemon's own death is never noted.
    ///
    /// - Returns: how many there have been; at 2 the document is poisoned: quarantine it.
    public func recordWorkerDeath(now: Date) throws(SpoolError) -> Int {
        try begin()
        let active = try spool.open(.active)
        var record =
            state.withLock { $0.record }
            ?? SpoolRecord(file: item.path, since: now, reason: .workerDied)
        let deaths = (record.workerDeaths ?? 0) + 1
        record.workerDeaths = deaths
        record.retryAt = now.rfc3339
        let updated = record
        try io { () throws(SystemError) in
            try updated.write(SpoolRecord.beside(folder), in: active)
            try active.sync()
        }
        state.withLock { $0.record = updated }
        return deaths
    }

    // MARK: -

    private func begin() throws(SpoolError) {
        if state.withLock({ $0.isOver }) { throw .claimIsOver(name: item.name) }
    }

    /// Removes the claim's folder and record; what is left behind is swept at the next start.
    private func end() {
        state.withLock { $0.isOver = true }
        guard let active = try? spool.open(.active) else { return }
        SpoolDirectory.prune(folder.appending(item.path.parent), in: active)
        if state.withLock({ $0.record }) != nil {
            try? active.remove(SpoolRecord.beside(folder))
        }
    }

    private func openPlace() throws(SpoolError) -> Directory {
        let active = try spool.open(.active)
        return try io { () throws(SystemError) in
            try active.directory(folder.appending(item.path.parent))
        }
    }

    /// The saved folder's name here, where the page bears its own name again.
    private var assets: FileName? {
        item.assets.map {
            SpoolNaming.renamed(assets: $0, of: item.location.last, to: item.path.last)
        }
    }

    @discardableResult
    private func move(
        from place: borrowing Directory, to queue: SpoolQueue, record: SpoolRecord?
    ) throws(SpoolError) -> FileName {
        try spool.place(
            item.path.last, from: place, assets: assets, in: queue, at: item.path, record: record)
    }
}
