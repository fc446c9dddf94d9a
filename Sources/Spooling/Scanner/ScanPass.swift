import FoundationEssentials
import LinuxIO

/// The state of one scan, and its judgement of each file.
struct ScanPass {
    enum Verdict {
        case ready(needsProof: Bool)
        case wait
        /// Until its next attempt.
        case putOff
        /// The daemon may not take it.
        case stuck
        case hopeless(SpoolReason)
    }

    let now: Date
    let settle: TimeInterval
    let old: [FileKey: SpoolObservation]
    let doubts: [FileKey: SpoolDoubt]
    let inHand: Set<FileKey>
    var fresh: [FileKey: SpoolObservation] = [:]
    var scan = SpoolScan()
    /// What is remembered of the folder being scanned, where files are left.
    var records: [FileName: WatchRecord] = [:] { didSet { messages = nil } }
    /// The same of messages, by `MailFolder.key`; made when it is asked for.
    private var messages: [FileName: WatchRecord]?
    private var found: [SpoolItem] = []

    /// How much longer than `settle` a file waits that is empty, or lies in a folder whose page may follow.
    static let patience = 10.0
    /// How soon a file is tried again that the daemon may not take, if neither it nor its folder changes.
    private static let recheck: TimeInterval = 60

    init(
        now: Date, settle: Duration, old: [FileKey: SpoolObservation],
        doubts: [FileKey: SpoolDoubt], inHand: Set<FileKey>
    ) {
        self.inHand = inHand
        self.now = now
        self.settle = settle.seconds
        self.old = old
        self.doubts = doubts
    }

    mutating func add(_ item: SpoolItem) { found.append(item) }

    mutating func result(limit: Int, part: Int) -> SpoolScan {
        found.sort {
            ($0.changedNanoseconds, $0.path) < ($1.changedNanoseconds, $1.path)
        }
        let limit = max(limit, found.count / max(1, part))
        scan.hasMore = found.count > limit
        scan.ready = Array(found.prefix(limit))
        return scan
    }

    /// A folder that cannot be read, is too deep, or cannot be watched.
    mutating func note(_ error: SystemError, at path: FileName, _ watched: WatchFolder?) {
        if error.isOfWatching {
            scan.unwatched += 1
            return
        }
        let folder = [watched?.path, path.printable].compactMap(\.self).joined(separator: "/")
        scan.note(stuck: folder, SpoolFault(folder: .system(error)))
    }

    /// Whether a file that is left in its place was read before, or waits for its next attempt.
    mutating func isDone(_ status: FileStatus, _ location: FileName) -> Bool {
        guard let record = record(of: location), record.size == status.size,
            record.modified == status.modified
        else { return false }
        guard record.state == .deferred else { return true }
        guard let retryAt = record.retryAt, now < retryAt else { return false }
        scan.deferred += 1
        scan.look(at: retryAt)
        return true
    }

    /// What is remembered of a file; of a message also where it lay in another folder, or had other flags.
    private mutating func record(of location: FileName) -> WatchRecord? {
        if let record = records[location] { return record }
        guard let key = MailFolder.key(of: location) else { return nil }
        if messages == nil {
            messages = Dictionary(
                records.compactMap { path, record in
                    MailFolder.key(of: path).map { ($0, record) }
                }, uniquingKeysWith: { one, _ in one })
        }
        return messages?[key]
    }

    /// Decides what becomes of a file in incoming/ now.
    mutating func judge(
        _ status: FileStatus, kind: SpoolKind, path: FileName, saved: SavedFolder?,
        isOrphan: Bool, isLocal: Bool, folderChanged: Int64
    ) -> Verdict {
        var since = observe(status, saved)
        var mayTrustKernel = isLocal
        switch doubts[FileKey(status)] {
        case .busy(let then):
            since = max(since, min(then, now))
            mayTrustKernel = false
        case .unproven: mayTrustKernel = false
        case .notBefore(let date) where now < date:
            scan.look(at: date)
            return .putOff
        case .denied(status.changed, folderChanged, let then, let fault)
        where then <= now && now < then.addingTimeInterval(ScanPass.recheck):
            scan.look(at: then.addingTimeInterval(ScanPass.recheck))
            scan.note(stuck: path.printable, fault)
            return .stuck
        default: break
        }
        let isFile = status.kind == .file
        let waitsLonger = isOrphan || (isFile && status.size == 0)
        let due = since.addingTimeInterval(waitsLonger ? settle * ScanPass.patience : settle)
        if due <= now { return settled(status, kind) }
        if isFile, !waitsLonger, mayTrustKernel, isSupported(kind), isOld(status, saved) {
            scan.look(at: due)
            return .ready(needsProof: true)
        }
        scan.look(at: due)
        return .wait
    }

    /// Whether a file has not changed for much longer than `settle`, by what scans saw of it.
    func isQuiet(_ key: FileKey) -> Bool {
        guard let since = fresh[key]?.since else { return false }
        return since.addingTimeInterval(settle * ScanPass.patience) <= now
    }

    /// Whether a folder that is left alone has not changed for that long.
    mutating func isQuiet(_ status: FileStatus, _ inside: SavedFolder) -> Bool {
        let due = observe(status, inside).addingTimeInterval(settle * ScanPass.patience)
        if due > now { scan.look(at: due) }
        return due <= now
    }

    /// Looks again at a file that somebody writes, or might.
    mutating func lookAgain() {
        scan.look(at: now.addingTimeInterval(max(settle, 0.05)))
    }

    mutating func observe(_ status: FileStatus, _ saved: SavedFolder?) -> Date {
        var seen = SpoolObservation(
            size: status.size, modified: status.modified, assets: saved?.signature ?? 0, since: now)
        // A clock that was set back begins the wait anew.
        if let before = old[FileKey(status)], before.since <= now {
            seen.since = before.since
            if seen != before { seen.since = now }
        }
        fresh[FileKey(status)] = seen
        return seen.since
    }

    /// Not changed for `settle` by the file system's own times; on a local one, whose kernel also knows the writers.
    private func isOld(_ status: FileStatus, _ saved: SavedFolder?) -> Bool {
        let limit = now.addingTimeInterval(-settle).nanoseconds
        return status.modified <= limit && (saved?.newest ?? .min) <= limit
    }

    private func isSupported(_ kind: SpoolKind) -> Bool {
        if case .unsupported = kind.content { return false }
        return true
    }

    private func settled(_ status: FileStatus, _ kind: SpoolKind) -> Verdict {
        switch status.kind {
        case .link: return .hopeless(.notAFile("a symbolic link"))
        case .other, .directory: return .hopeless(.notAFile("a FIFO, socket or device"))
        case .file: break
        }
        if status.size == 0 { return .hopeless(.empty) }
        if case .unsupported(let suffix) = kind.content {
            return .hopeless(.notSupported(suffix: suffix))
        }
        return .ready(needsProof: false)
    }
}

/// The folder that a browser saves beside a page, as far as it shows whether the browser is still at it.
struct SavedFolder {
    /// Differs when anything directly in the folder has changed.
    private(set) var signature: UInt64 = 1
    /// Nanoseconds since 1970.
    private(set) var newest: Int64 = .min

    /// Entries that are looked at; browsers save some hundred.
    private static let maximumEntries = 2000

    init(_ name: FileName, in directory: borrowing Directory) {
        guard let folder = try? directory.directory(name) else { return }
        if let status = try? folder.status(of: FileName(".")) { add(status) }
        for entry in ((try? folder.entries()) ?? []).prefix(SavedFolder.maximumEntries) {
            if let status = try? folder.status(of: entry.name) { add(status) }
        }
    }

    /// The order of entries does not matter.
    private mutating func add(_ status: FileStatus) {
        newest = max(newest, status.modified)
        let word = UInt64(bitPattern: status.modified) &* 31 &+ UInt64(status.size)
        signature = signature &+ (word ^ status.inode) &* 0x9E37_79B9_7F4A_7C15
    }
}
