import FoundationEssentials
import LinuxIO

/// A claimed file in a watched folder where files are left: nothing but the memory of it changes.
struct LeftFile: Sendable {
    let item: SpoolItem
    let folder: WatchFolder
    let memory: any WatchMemory
    let spool: SpoolDirectory
    /// What was remembered before; nil where the file is new or has changed.
    let before: WatchRecord?

    func open() throws(SpoolError) -> File {
        try io { () throws(SystemError) in
            try Directory(at: folder.path).openFile(item.location)
        }
    }

    /// Remembers what became of the file.
    func remember(_ record: WatchRecord) throws(SpoolError) {
        try memory.save(record)
        spool.state.withLock { $0.left[folder.path]?[item.location] = record }
    }

    func record(_ state: WatchRecord.State, fingerprint: String, why: String? = nil)
        -> WatchRecord
    {
        WatchRecord(
            folder: folder.path, path: item.location.printable, size: item.size,
            modified: item.modifiedNanoseconds, fingerprint: fingerprint, state: state,
            attempts: item.attempts, workerDeaths: before?.workerDeaths ?? 0, why: why)
    }

    func letGo() {
        spool.state.withLock { _ = $0.inHand.remove(item.key) }
    }
}

extension SpoolDirectory {
    /// What is remembered of a folder where files are left; nil without a memory.
    func recall(_ folder: WatchFolder) throws(SpoolError) -> [FileName: WatchRecord]? {
        guard let memory else { return nil }
        if let known = state.withLock({ $0.left[folder.path] }) { return known }
        var records: [FileName: WatchRecord] = [:]
        for record in try memory.records(in: folder.path) {
            records[FileName(printable: record.path)] = record
        }
        let loaded = records
        state.withLock { $0.left[folder.path] = loaded }
        return loaded
    }

    /// Claims a file in its place; one that was only touched is noted, and not read by others again.
    func claimLeft(
        _ item: SpoolItem, in folder: WatchFolder
    ) throws(SpoolError) -> Claim {
        guard let memory else {
            throw .memory(folder: folder.path, why: "the spool was opened without a memory")
        }
        let known = try recall(folder)?[item.location]
        let isUnchanged =
            known?.size == item.size && known?.modified == item.modifiedNanoseconds
        let left = LeftFile(
            item: item, folder: folder, memory: memory, spool: self,
            before: isUnchanged ? known : nil)
        if var known, !isUnchanged, known.state != .deferred, known.size == item.size {
            let file = try left.open()
            let fingerprint = try io { () throws(SystemError) in try ContentFingerprint.of(file) }
            if fingerprint == known.fingerprint {
                known.modified = item.modifiedNanoseconds
                try left.remember(known)
                throw .notReady(name: item.name, why: "its content was read before")
            }
        }
        state.withLock { _ = $0.inHand.insert(item.key) }
        return Claim(left: left)
    }
}
