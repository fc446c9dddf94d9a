import FoundationEssentials
import LinuxIO

/// Files in watched folders where files are left, as operators see them.
extension SpoolDirectory {
    /// Those that failed or were put off, and are as they were then; by folder and path.
    func leftInTrouble() -> [(location: FileName, entry: SpoolEntry)] {
        var found: [(location: FileName, entry: SpoolEntry)] = []
        for folder in settings.watched where folder.leave {
            guard let records = try? recall(folder), let top = try? Directory(at: folder.path)
            else { continue }
            for (path, record) in records where record.state != .filed {
                guard let status = try? top.status(of: path), status.size == record.size,
                    status.modified == record.modified
                else { continue }
                let location = FileName(folder.path).appending(path)
                found.append((location, SpoolDirectory.entry(of: record, status, location)))
            }
        }
        return found.sorted { $0.location < $1.location }
    }

    /// More are not listed.
    private static let mostPassedOver = 1_000

    /// Those that are passed over without a word, for they may be anybody's: empty ones, and what is of no format that is
    /// read; by folder and path.
    func leftPassedOver() -> [(location: FileName, entry: SpoolEntry)] {
        var found: [(location: FileName, entry: SpoolEntry)] = []
        for folder in settings.watched where folder.leave {
            guard let top = try? Directory(at: folder.path), let records = try? recall(folder)
            else { continue }
            try? walk(beneath: top, rules: rules(of: .incoming)) {
                (directory, inner) throws(SpoolError) in
                for file in inner.files where found.count < SpoolDirectory.mostPassedOver {
                    let path = inner.path.appending(file.name)
                    guard settings.names.leave(file.name) == nil, records[path] == nil,
                        let status = try? directory.status(of: file.name), status.kind == .file,
                        let why = SpoolDirectory.whyPassedOver(status, file.name)
                    else { continue }
                    let location = FileName(folder.path).appending(path)
                    var entry = SpoolEntry(
                        status, name: location.printable, queue: .incoming,
                        since: Date(nanoseconds: status.changed), attempts: 0)
                    entry.standing = .ignored
                    entry.reason = "Left alone: \(why)"
                    found.append((location, entry))
                }
            }
        }
        return found.sorted { $0.location < $1.location }
    }

    private static func whyPassedOver(_ status: FileStatus, _ name: FileName) -> String? {
        if status.size == 0 { return SpoolReason.empty.why }
        guard case .unsupported(let suffix) = SpoolKind(of: name).content else { return nil }
        return SpoolReason.notSupported(suffix: suffix).why
    }

    private static func entry(
        of record: WatchRecord, _ status: FileStatus, _ location: FileName
    ) -> SpoolEntry {
        var entry = SpoolEntry(
            status, name: location.printable,
            queue: record.state == .deferred ? .deferred : .incoming,
            since: Date(nanoseconds: status.changed), attempts: record.attempts)
        entry.reason = record.why
        if record.state == .failed {
            entry.standing = .failed
            entry.next =
                "Mend the file where it lies: it is read again when it changes, or after briefctl retry."
        } else {
            entry.next = "Nothing: it is tried again by itself."
            entry.nextTry = record.retryAt
        }
        return entry
    }

    /// The file whose id starts like this; nil where none in trouble does.
    func findLeft(id: String) throws(SpoolError) -> SpoolEntry? {
        guard !id.isEmpty else { return nil }
        let found = leftInTrouble().map(\.entry).filter { $0.id.hasPrefix(id.lowercased()) }
        guard found.count <= 1 else {
            throw .ambiguous(id: id, matches: found.map(\.id).sorted())
        }
        return found.first
    }

    /// Has a file read again that failed or was put off.
    func retry(_ entry: SpoolEntry, now: Date) throws(SpoolError) -> SpoolEntry {
        for folder in settings.watched where folder.leave {
            let path = FileName(printable: entry.name)
            let prefix = Array((folder.path + "/").utf8)
            guard let memory, path.bytes.starts(with: prefix) else { continue }
            let location = FileName(bytes: Array(path.bytes.dropFirst(prefix.count)))
            guard var record = try recall(folder)?[location] else { continue }
            record.state = .deferred
            record.retryAt = now
            record.workerDeaths = 0
            let due = record
            try memory.save(due)
            state.withLock { $0.left[folder.path]?[location] = due }
        }
        state.withLock { $0.inotify }?.wake()
        return entry
    }
}
