import FoundationEssentials
import LinuxIO

/// What operators do with a file, by its id.
extension SpoolDirectory {
    /// Gives a corrupt or deferred file another chance: back to incoming/, as if just dropped.
    public func retry(id: String) throws(SpoolError) {
        try relocate(id, to: .incoming, from: [.corrupt, .deferred], verb: "retry")
    }

    /// Keeps a file back until it is released.
    public func hold(id: String, now: Date) throws(SpoolError) {
        try relocate(
            id, to: .hold, from: [.incoming, .deferred, .corrupt], verb: "hold", heldSince: now)
    }

    /// Lets a held file go: back to incoming/.
    public func release(id: String) throws(SpoolError) {
        try relocate(id, to: .incoming, from: [.hold], verb: "release")
    }

    /// Removes a file from the spool, and what belongs to it, for good.
    public func discard(id: String) throws(SpoolError) {
        let (queue, location) = try find(id: id)
        guard queue != .active else {
            throw .wrongQueue(name: location.printable, queue: queue, verb: "discard")
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
    }

    private func relocate(
        _ id: String, to target: SpoolQueue, from queues: [SpoolQueue], verb: String,
        heldSince: Date? = nil
    ) throws(SpoolError) {
        let (queue, location) = try find(id: id)
        guard queues.contains(queue) else {
            throw .wrongQueue(name: location.printable, queue: queue, verb: verb)
        }
        let top = try open(queue)
        let folder = try io { () throws(SystemError) in try top.directory(location.parent) }
        let recordName = SpoolRecord.beside(location.last)
        let old = queue == .incoming ? nil : SpoolRecord.read(recordName, in: folder)
        let path = old?.path ?? location
        let record = heldSince.map { SpoolRecord(file: path, since: $0, reason: .held) }
        _ = try place(
            location.last, from: folder, assets: savedFolder(of: location.last, in: folder),
            in: target, at: path, record: record)
        if old != nil { try? folder.remove(recordName) }
        leave(location, queue, top)
        state.withLock { $0.inotify }?.wake()
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
        guard let stem = SpoolNaming.pageStem(ofPage: page) else { return nil }
        return ((try? folder.entries()) ?? []).first { entry in
            SpoolNaming.pageStem(ofAssets: entry.name) == stem
                && (try? folder.kind(of: entry)) == .directory
        }?.name
    }
}
