import FoundationEssentials
import LinuxIO

/// What operators do with a file, by its id.
extension SpoolDirectory {
    /// Gives a corrupt or deferred file another chance: back to incoming/, as if just dropped. A file in a watched
    /// folder where files are left is read again.
    ///
    /// - Parameter id: or its first characters, in all of these.
    /// - Returns: the file as it was, to be named.
    @discardableResult
    public func retry(id: String, now: Date = Date()) throws(SpoolError) -> SpoolEntry {
        if let left = try findLeft(id: id) { return try retry(left, now: now) }
        return try relocate(
            id, to: .incoming, from: [.corrupt, .deferred], verb: "retry", now: now)
    }

    /// Keeps a file back until it is released.
    @discardableResult
    public func hold(id: String, now: Date) throws(SpoolError) -> SpoolEntry {
        try relocate(
            id, to: .hold, from: [.incoming, .deferred, .corrupt], verb: "hold", now: now)
    }

    /// Lets a held file go: back to incoming/.
    @discardableResult
    public func release(id: String, now: Date = Date()) throws(SpoolError) -> SpoolEntry {
        try relocate(id, to: .incoming, from: [.hold], verb: "release", now: now)
    }

    /// Removes a file from the spool, and what belongs to it, for good.
    @discardableResult
    public func discard(id: String) throws(SpoolError) -> SpoolEntry {
        let (queue, location, entry) = try found(id, verb: "discard")
        guard queue != .active else {
            throw .wrongQueue(name: entry.name, queue: queue, verb: "discard")
        }
        let top = try open(queue)
        try io { () throws(SystemError) in
            let folder = try top.directory(location.parent)
            if let assets = savedFolder(of: location.last, in: folder) {
                try folder.removeTree(assets)
            }
            try folder.remove(location.last)
            if queue != .incoming { try? folder.remove(SpoolRecord.beside(location.last)) }
        }
        leave(location, queue, top)
        return entry
    }

    private func found(
        _ id: String, verb: String
    ) throws(SpoolError) -> (queue: SpoolQueue, location: FileName, entry: SpoolEntry) {
        if let left = try findLeft(id: id) { throw .leftInPlace(name: left.name, verb: verb) }
        let (queue, location) = try find(id: id)
        guard let entry = entry(at: location, in: queue, top: try open(queue)) else {
            throw .noSuchItem(id: id)
        }
        return (queue, location, entry)
    }

    private func relocate(
        _ id: String, to target: SpoolQueue, from queues: [SpoolQueue], verb: String, now: Date
    ) throws(SpoolError) -> SpoolEntry {
        let (queue, location, entry) = try found(id, verb: verb)
        guard queues.contains(queue) else {
            throw .wrongQueue(name: entry.name, queue: queue, verb: verb)
        }
        let top = try open(queue)
        let folder = try io { () throws(SystemError) in try top.directory(location.parent) }
        let recordName = SpoolRecord.beside(location.last)
        let old = queue == .incoming ? nil : SpoolRecord.read(recordName, in: folder)
        if queue == .deferred, target == .incoming, var record = old, record.progress != nil {
            // What of it is filed is not to be fetched again.
            record.retryAt = now.rfc3339
            let due = record
            try io { () throws(SystemError) in try due.write(recordName, in: folder) }
            state.withLock { $0.deferred[location]?.retryAt = now }
        } else {
            let path = old?.path ?? location
            var record = target == .hold ? SpoolRecord(file: path, since: now, reason: .held) : nil
            record?.earlierAttempts = entry.attempts > 0 ? entry.attempts : nil
            _ = try place(
                location.last, from: folder, assets: savedFolder(of: location.last, in: folder),
                in: target, at: path, record: record)
            if old != nil { try? folder.remove(recordName) }
            leave(location, queue, top)
            if target == .incoming, entry.attempts > 0 {
                state.withLock { $0.tries[entry.key] = entry.attempts }
            }
        }
        state.withLock { $0.inotify }?.wake()
        return entry
    }

    /// Folders in incoming/ are the users' and stay, also when they are empty.
    private func leave(_ location: FileName, _ queue: SpoolQueue, _ top: borrowing Directory) {
        if queue != .incoming { SpoolDirectory.prune(location.parent, in: top) }
        state.withLock { _ = $0.deferred.removeValue(forKey: location) }
    }

    /// The folder that a browser saved with this page, beside it.
    private func savedFolder(
        of page: FileName, in folder: borrowing Directory
    ) -> FileName? {
        let folders = ((try? folder.entries()) ?? []).filter {
            SavedPages.parts(ofFolder: $0.name) != nil && (try? folder.kind(of: $0)) == .directory
        }
        return SavedPages.folder(of: page, among: folders.map(\.name))
    }
}
