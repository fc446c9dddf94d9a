import BriefModel
import FoundationEssentials
import LinuxIO

extension SpoolDirectory {
    /// Brings what a daemon that died had claimed back to incoming/, under its old path; a document with a
    /// record (attempts, workers' deaths) goes to deferred/, due at once. Removes records whose files are gone.
    ///
    /// To be called before the first claim, and again later as long as `isRecovered` is false: then it tries only what
    /// could not be brought back.
    /// - Returns: how many claims were brought back.
    @discardableResult
    public func recover(now: Date) throws(SpoolError) -> Int {
        let active = try open(.active)
        let (known, own) = state.withLock { ($0.unrecovered, $0.ownClaims) }
        let names = if let known { known } else { try leftovers(in: active) }
        var count = 0
        var rest: [FileName] = []
        var fault: SpoolError?
        for name in names where !own.contains(name) {
            do throws(SpoolError) {
                if try recover(name, in: active, now: now) { count += 1 }
            } catch {
                rest.append(name)
                fault = fault ?? error
            }
        }
        let remaining = rest
        state.withLock { $0.unrecovered = remaining }
        if known == nil {
            for queue in [SpoolQueue.active, .deferred, .corrupt, .hold] {
                try removeLoneRecords(in: queue)
            }
        }
        if let fault { throw fault }
        return count
    }

    /// Whether nothing of an earlier run is left in active/.
    public var isRecovered: Bool { state.withLock { $0.unrecovered?.isEmpty ?? false } }

    private func leftovers(in active: borrowing Directory) throws(SpoolError) -> [FileName] {
        let spares = state.withLock { $0.spares }
        return try io { () throws(SystemError) in try active.entries() }.map(\.name).filter {
            !SpoolRecord.isRecord($0) && !spares.contains($0)
        }
    }

    /// - Returns: whether there was a file in it.
    private func recover(
        _ name: FileName, in active: borrowing Directory, now: Date
    ) throws(SpoolError) -> Bool {
        let status = try io { () throws(SystemError) in try active.status(of: name) }
        guard let status else { return false }
        if status.kind == .directory { return try recoverClaim(name, in: active, now: now) }
        if SpoolDirectory.isUnfinished(name) {
            try? active.remove(name)
        } else if name.bytes.first != UInt8(ascii: ".") {
            // Put here by hand.
            _ = try place(
                name, from: active, assets: nil, in: .incoming, at: name, record: nil)
            return true
        }
        return false
    }

    /// - Returns: whether there was a file in the claim.
    private func recoverClaim(
        _ claim: FileName, in active: borrowing Directory, now: Date
    ) throws(SpoolError) -> Bool {
        let recordName = SpoolRecord.beside(claim)
        if var record = SpoolRecord.read(recordName, in: active) {
            record.retryAt = now.rfc3339
            try returnRecorded(record, claim: claim, in: active)
        }
        let top = try io { () throws(SystemError) in try active.directory(claim) }
        let incoming = try open(.incoming)
        let moved = try giveBack(from: top, to: incoming)
        try? active.removeDirectory(claim)
        return moved
    }

    /// Moves the document of a claim that has a record; what else is in the claim goes the usual way.
    private func returnRecorded(
        _ record: SpoolRecord, claim: FileName, in active: borrowing Directory
    ) throws(SpoolError) {
        let path = record.path
        guard let place = try? active.directory(claim.appending(path.parent)) else { return }
        guard (try? place.status(of: path.last)) != nil else { return }
        let folders = ((try? place.entries()) ?? []).filter {
            (try? place.kind(of: $0)) == .directory
        }.map(\.name)
        let assets = SavedPages.folder(of: path.last, among: folders)
        _ = try self.place(
            path.last, from: place, assets: assets, in: .deferred, at: path, record: record)
    }

    /// Moves everything in one folder to the same path beneath another: folders whole where they are not there,
    /// else file by file; files of the same name and content are one file.
    private func giveBack(
        from top: borrowing Directory, to incoming: borrowing Directory
    ) throws(SpoolError) -> Bool {
        var moved = false
        var pending: [FileName] = [.none]
        var visited: [FileName] = []
        while let path = pending.popLast() {
            if path.components.count > SpoolDirectory.maximumDepth * 2 { continue }
            visited.append(path)
            let source = try io { () throws(SystemError) in try top.directory(path) }
            for entry in try io({ () throws(SystemError) in try source.entries() }) {
                let here = path.appending(entry.name)
                if (try? source.kind(of: entry)) == .directory {
                    if entry.name.bytes.starts(with: Directory.discardMark.utf8) {
                        try? source.removeTree(entry.name)
                    } else if (try? source.rename(
                        entry.name, beneath: incoming, at: here)) != nil
                    {
                        moved = true
                    } else {
                        pending.append(here)
                    }
                } else if SpoolDirectory.isUnfinished(entry.name) {
                    try? source.remove(entry.name)
                } else {
                    try giveBack(entry.name, from: source, at: here, in: incoming)
                    moved = true
                }
            }
        }
        for path in visited.reversed() where !path.isEmpty { try? top.removeDirectory(path) }
        return moved
    }

    private func giveBack(
        _ name: FileName, from source: borrowing Directory, at path: FileName,
        in incoming: borrowing Directory
    ) throws(SpoolError) {
        // A copy from another file system, whose original was not yet removed when the daemon died.
        if let folder = try? incoming.directory(path.parent),
            (try? source.isSame(name, as: name, in: folder)) == true
        {
            try io { () throws(SystemError) in try source.remove(name) }
            return
        }
        _ = try place(
            name, from: source, assets: nil, in: .incoming, at: path, record: nil)
    }

    /// Records and copies that were being written when the daemon died; the originals are still there.
    private static func isUnfinished(_ name: FileName) -> Bool {
        let isOurs = [SpoolRecord.temporaryMark, Directory.copyMark].contains {
            name.bytes.starts(with: $0.utf8)
        }
        return isOurs && name.bytes.ends(with: ".tmp".utf8)
    }

    private func removeLoneRecords(in queue: SpoolQueue) throws(SpoolError) {
        if queue == .active {
            let active = try open(.active)
            for entry in try io({ () throws(SystemError) in try active.entries() })
            where SpoolRecord.isRecord(entry.name) {
                let owner = FileName(
                    bytes: Array(entry.name.bytes.dropLast(SpoolRecord.suffix.utf8.count)))
                if try io({ () throws(SystemError) in try active.status(of: owner) }) == nil {
                    try? active.remove(entry.name)
                }
            }
            return
        }
        try walk(queue) { (directory, folder) throws(SpoolError) in
            let names = Set(folder.files.map(\.name))
            for name in names where SpoolRecord.isRecord(name) {
                let owner = FileName(
                    bytes: Array(name.bytes.dropLast(SpoolRecord.suffix.utf8.count)))
                // Somebody's own file may have such a name; only what reads as a record is one.
                if !names.contains(owner), SpoolRecord.read(name, in: directory) != nil {
                    try? directory.remove(name)
                }
            }
            for name in names where SpoolDirectory.isUnfinished(name) {
                try? directory.remove(name)
            }
        }
    }
}
