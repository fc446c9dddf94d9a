import BriefModel
import FoundationEssentials
import LinuxIO

extension Claim {
    func begin() throws(SpoolError) {
        if state.withLock({ $0.isOver }) { throw .claimIsOver(name: item.name) }
    }

    /// Removes the claim's folder and record; what is left behind is swept at the next start.
    func end() {
        state.withLock { $0.isOver = true }
        if let left { return left.letGo() }
        spool.state.withLock { _ = $0.ownClaims.remove(folder) }
        guard let active = try? spool.open(.active) else { return }
        spool.removeFolders(folder.appending(item.path.parent), in: active)
        if state.withLock({ $0.record }) != nil {
            try? active.remove(SpoolRecord.beside(folder))
        }
    }

    func openPlace() throws(SpoolError) -> Directory {
        let active = try spool.open(.active)
        return try io { () throws(SystemError) in
            try active.directory(folder.appending(item.path.parent))
        }
    }

    func openFile() throws(SpoolError) -> File {
        if let left { return try left.open() }
        let place = try openPlace()
        return try io { () throws(SystemError) in try place.openFile(item.path.last) }
    }

    /// The saved folder's name here, where the page bears its own name again.
    var assets: FileName? {
        item.assets.map { SavedPages.renamed($0, toFit: item.path.last) }
    }

    /// The saved folder goes before its page: without it, it would look like documents after a death in between.
    func removeAssets(in place: borrowing Directory) throws(SpoolError) {
        guard let assets, try io({ () throws(SystemError) in try place.status(of: assets) }) != nil
        else { return }
        do throws(SystemError) {
            try place.removeTree(assets)
        } catch  where error.isNotPermitted {
            // It would never work.
            let kept = item.path.parent.appending(assets)
            _ = try spool.place(
                assets, from: place, assets: nil, in: .corrupt, at: kept, record: nil)
        } catch {
            throw .system(error)
        }
    }

    @discardableResult
    func move(
        from place: borrowing Directory, to queue: SpoolQueue, record: SpoolRecord?
    ) throws(SpoolError) -> FileName {
        try spool.place(
            item.path.last, from: place, assets: assets, in: queue, at: item.path, record: record)
    }

    func moveToDeferred(
        _ reason: SpoolReason, attempts: Int, now: Date, retryAt: Date
    ) throws(SpoolError) {
        var record = SpoolRecord(file: item.path, since: now, reason: reason)
        record.attempts = attempts
        record.retryAt = retryAt.rfc3339
        record.workerDeaths = state.withLock { $0.record?.workerDeaths }
        record.progress = progress.isEmpty ? nil : progress
        record.earlierAttempts = item.earlierAttempts > 0 ? item.earlierAttempts : nil
        let place = try openPlace()
        do throws(SpoolError) {
            let location = try move(from: place, to: .deferred, record: record)
            let note = DeferredNote(
                inode: item.key.inode, path: item.path, attempts: attempts,
                earlierAttempts: item.earlierAttempts, retryAt: retryAt)
            spool.state.withLock { $0.deferred[location] = note }
        } catch  where error.isOutOfSpace {
            try move(from: place, to: .incoming, record: nil)
            spool.state.withLock { $0.doubts[item.key] = .notBefore(retryAt) }
        }
    }

    /// What is known of a document that is handed back; nil where that is nothing.
    func recordToGoOn(now: Date) -> SpoolRecord? {
        let (known, progress) = state.withLock { ($0.record, $0.progress) }
        guard known != nil || !progress.isEmpty else { return nil }
        var record = known ?? SpoolRecord(file: item.path, since: now, reason: .handedBack)
        record.progress = progress.isEmpty ? nil : progress
        if record.retryAt == nil { record.retryAt = now.rfc3339 }
        return record
    }

    /// Writes other bytes in the document's place, whole or not at all.
    func replaceContent(by bytes: [UInt8]) throws(SpoolError) {
        let place = try openPlace()
        let name = item.path.last
        try io { () throws(SystemError) in
            let temporary = FileName(
                Directory.copyMark + "\(UInt64.random(in: 0 ... .max)).tmp")
            let file = try place.createFile(temporary, mode: 0o640)
            do throws(SystemError) {
                try file.write(bytes)
                try file.sync()
                try place.rename(temporary, to: name)
            } catch {
                try? place.remove(temporary)
                throw error
            }
        }
    }
}
