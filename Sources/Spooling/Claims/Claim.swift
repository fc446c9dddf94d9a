import BriefModel
import FoundationEssentials
import LinuxIO
import Synchronization

/// A document taken from the spool: it lies in active/ until `finish`, `putOff`, `quarantine` or `release`.
///
/// Dropping the value leaves the file there; the next start of the daemon brings it back. A document in a
/// watched folder where files are left stays there all the time, and is remembered. All calls block.
public final class Claim: Sendable {
    public let item: SpoolItem

    let spool: SpoolDirectory
    /// The claim's own folder in active/; empty for a file that is left in its place.
    let folder: FileName
    let left: LeftFile?
    let state: Mutex<State>

    struct State: Sendable {
        var isOver = false
        var record: SpoolRecord?
        var fingerprint = ""
        /// Of a file that is left in its place.
        var leftDeaths = 0
        var progress = SpoolProgress()
    }

    init(item: SpoolItem, folder: FileName, record: SpoolRecord?, spool: SpoolDirectory) {
        self.item = item
        self.folder = folder
        self.spool = spool
        left = nil
        state = Mutex(State(record: record, progress: record?.progress ?? SpoolProgress()))
    }

    init(left: LeftFile) {
        item = left.item
        folder = .none
        spool = left.spool
        self.left = left
        state = Mutex(
            State(
                leftDeaths: left.before?.workerDeaths ?? 0,
                progress: left.before?.progress ?? SpoolProgress()))
    }

    /// How many workers died while they held this document alone.
    public var workerDeaths: Int {
        state.withLock { $0.record?.workerDeaths ?? $0.leftDeaths }
    }

    /// How far filing came with the parts of this document; kept when it is put off or handed back.
    public var progress: SpoolProgress {
        get { state.withLock { $0.progress } }
        set { state.withLock { $0.progress = newValue } }
    }

    /// The first and the last bytes of the file as it lies, at most so many of each; none where it is no regular file any more.
    public func ends(_ count: Int) throws(SpoolError) -> (first: [UInt8], last: [UInt8]) {
        try begin()
        let file = try openFile()
        return try io { () throws(SystemError) in
            let status = try file.status()
            guard status.kind == .file else { return ([], []) }
            let some = min(count, status.size)
            return (try file.read(some, at: 0), try file.read(some, at: status.size - some))
        }
    }

    /// The bytes as they lie, not decompressed.
    ///
    /// - Throws: `tooLarge` for more than `maxBytes` bytes; `notReady` when somebody writes the file after all:
    ///   release it then, so that it waits again.
    public func read(maxBytes: Int) throws(SpoolError) -> [UInt8] {
        try begin()
        let file = try openFile()
        let before = try io { () throws(SystemError) in try file.status() }
        guard before.kind == .file else {
            throw .notReady(name: item.name, why: "it is no longer a regular file")
        }
        guard before.size <= maxBytes else {
            throw .tooLarge(name: item.name, size: before.size, limit: maxBytes)
        }
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try file.readAll(limit: maxBytes)
        } catch {
            if error.isTooLarge {
                throw .tooLarge(name: item.name, size: maxBytes + 1, limit: maxBytes)
            }
            throw .system(error)
        }
        let after = try io { () throws(SystemError) in try file.status() }
        guard after.modified == before.modified, after.size == bytes.count,
            file.writers() != .some
        else { throw .notReady(name: item.name, why: "it changed while it was read") }
        if left != nil {
            let fingerprint = ContentFingerprint.of(bytes)
            state.withLock { $0.fingerprint = fingerprint }
        }
        return bytes
    }

    /// The document is filed, durably: it leaves the spool, or goes to done/ with `keepDone`.
    ///
    /// - Parameter now: for how long the page's folder may still come.
    public func finish(now: Date = Date()) throws(SpoolError) {
        try begin()
        if let left {
            let fingerprint = state.withLock { $0.fingerprint }
            try left.remember(left.record(.filed, fingerprint: fingerprint))
            return end()
        }
        spool.remember(filed: item, now: now)
        let place = try openPlace()
        if spool.settings.keepDone {
            try move(from: place, to: .done, record: nil)
        } else {
            try removeAssets(in: place)
            try io { () throws(SystemError) in try place.remove(item.path.last) }
        }
        end()
    }

    /// Puts the document off because of a fault that passes, and says when it is tried again.
    ///
    /// With no room on the disk for the record it goes back to incoming/ and waits there as long.
    /// - Parameter longest: however often it was tried.
    @discardableResult
    public func putOff(
        _ reason: SpoolReason, now: Date, longest: Duration = .seconds(86_400)
    ) throws(SpoolError) -> Date {
        try begin()
        let attempts = item.attempts + 1
        let delay = min(spool.settings.retries.delay(after: attempts), longest)
        let retryAt = now.addingTimeInterval(delay.seconds)
        if let left {
            var record = left.record(.deferred, fingerprint: "", why: reason.why)
            record.attempts = attempts
            record.retryAt = retryAt
            record.workerDeaths = workerDeaths
            record.progress = progress.isEmpty ? nil : progress
            try left.remember(record)
        } else {
            try moveToDeferred(reason, attempts: attempts, now: now, retryAt: retryAt)
        }
        end()
        return retryAt
    }

    /// The document will not work: moves it to corrupt/, with the reason beside it.
    ///
    /// - Parameter rest: what of it will not work, in its place; nil for all of it. A file that is left in its place
    ///   stays as it is.
    public func quarantine(
        _ reason: SpoolReason, keeping rest: [UInt8]? = nil, now: Date
    ) throws(SpoolError) {
        try begin()
        if let left {
            let fingerprint = state.withLock { $0.fingerprint }
            var record = left.record(.failed, fingerprint: fingerprint, why: reason.why)
            record.attempts = item.attempts + 1
            record.progress = progress.refusals
            try left.remember(record)
        } else {
            if let rest { try replaceContent(by: rest) }
            var record = SpoolRecord(file: item.path, since: now, reason: reason)
            record.progress = progress.refusals
            let earlier = item.attempts + item.earlierAttempts
            (record.attempts, record.earlierAttempts) = (1, earlier > 0 ? earlier : nil)
            try move(from: try openPlace(), to: .corrupt, record: record)
        }
        end()
    }

    /// Hands the document back as it came: to incoming/, or to deferred/, due at once.
    public func release(now: Date = Date()) throws(SpoolError) {
        try begin()
        if let left {
            let progress = progress
            if !progress.isEmpty {
                var record = left.record(
                    .deferred, fingerprint: "", why: SpoolReason.handedBack.why)
                record.progress = progress
                try left.remember(record)
            }
        } else {
            let record = recordToGoOn(now: now)
            try move(
                from: try openPlace(), to: record == nil ? .incoming : .deferred, record: record)
        }
        end()
    }

    /// Ends a claim that could not be ended before: a filed document leaves the spool, another one goes back. One whose
    /// file is gone by now is over.
    public func end(isFiled: Bool) throws(SpoolError) {
        do throws(SpoolError) {
            if isFiled { try finish() } else { try release() }
        } catch .system(let error) where error.isNotFound {
            guard left != nil || (try? openFile()) == nil else { throw .system(error) }
            end()
        }
    }

    /// Notes, durably, that a worker died while it held this document alone. The daemon's own death is never noted.
    ///
    /// - Returns: how many there have been; at 2 the document is poisoned: quarantine it.
    public func recordWorkerDeath(now: Date) throws(SpoolError) -> Int {
        try begin()
        let deaths = workerDeaths + 1
        if let left {
            var record = left.record(.deferred, fingerprint: "", why: SpoolReason.workerDied.why)
            record.workerDeaths = deaths
            record.retryAt = now
            try left.remember(record)
            state.withLock { $0.leftDeaths = deaths }
            return deaths
        }
        var record =
            state.withLock { $0.record }
            ?? SpoolRecord(file: item.path, since: now, reason: .workerDied)
        record.workerDeaths = deaths
        record.retryAt = now.rfc3339
        let updated = record
        let active = try spool.open(.active)
        try io { () throws(SystemError) in
            try updated.write(SpoolRecord.beside(folder), in: active)
            try active.sync()
        }
        state.withLock { $0.record = updated }
        return deaths
    }
}
