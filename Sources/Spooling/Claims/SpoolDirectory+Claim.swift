import FoundationEssentials
import Glibc
import LinuxIO

extension SpoolDirectory {
    /// Takes an item for filing: moves it into active/, where it stays until the claim is ended.
    ///
    /// - Throws: `notReady` when the file changed or somebody writes it, `notPermitted` when the daemon may not
    ///   take it: it stays, and later scans see to it; `system` for a fault that passes. After a full disk the item is
    ///   offered again in a minute, or in a second where claims in hand will make room.
    public func claim(_ item: SpoolItem, now: Date) throws(SpoolError) -> Claim {
        let queue = try top(of: item)
        do throws(SpoolError) {
            let source = try io { () throws(SystemError) in
                try queue.directory(item.location.parent)
            }
            try check(item, in: source, now: now)
            if let watched = item.watched, watched.leave {
                return try claimLeft(item, in: watched)
            }
            let folder = try take(item, from: source)
            if item.queue == .deferred {
                SpoolDirectory.prune(item.location.parent, in: queue)
                state.withLock { $0.deferred[item.location] = nil }
            }
            return Claim(item: item, folder: folder.name, record: folder.record, spool: self)
        } catch {
            throw translated(error, item, now: now)
        }
    }

    private func top(of item: SpoolItem) throws(SpoolError) -> Directory {
        guard let watched = item.watched else { return try open(item.queue) }
        return try io { () throws(SystemError) in try Directory(at: watched.path) }
    }

    /// Sees that the file is still the one that was scanned, and that nobody writes it.
    private func check(
        _ item: SpoolItem, in source: borrowing Directory, now: Date
    ) throws(SpoolError) {
        let file = try io { () throws(SystemError) in try source.openFile(item.location.last) }
        let status = try io { () throws(SystemError) in try file.status() }
        guard status.kind == .file, FileKey(status) == item.key, status.size == item.size,
            status.modified == item.modifiedNanoseconds
        else { throw .notReady(name: item.name, why: "it has changed") }
        if item.queue == .deferred { return }
        switch file.writers() {
        case .some:
            state.withLock { $0.doubts[item.key] = .busy(now) }
            throw .notReady(name: item.name, why: "somebody has it open for writing")
        case .unknown where item.needsProof:
            state.withLock { $0.doubts[item.key] = .unproven }
            throw .notReady(name: item.name, why: "it has not been watched for long enough")
        default: break
        }
    }

    /// Moves the file into a folder of its own in active/, beneath which it keeps its path: so it can go back
    /// after any death, whatever its name.
    private func take(
        _ item: SpoolItem, from source: borrowing Directory
    ) throws(SpoolError) -> (name: FileName, record: SpoolRecord?) {
        let active = try open(.active)
        let name = try makeClaimFolder(in: active)
        do throws(SpoolError) {
            return try io { () throws(SystemError) in
                let folder = name.appending(item.path.parent)
                var made = name
                for part in item.path.parent.components {
                    made = made.appending(part)
                    _ = try makeFolder(made, in: active)
                }
                let target = try active.directory(folder)
                let move = SpoolMove(
                    name: item.location.last, assets: item.assets, newName: item.path.last)
                guard try move.perform(from: source, to: target) else {
                    throw SystemError(call: "rename", path: item.name, errno: EEXIST)
                }
                return (name, takeRecord(of: item, from: source, to: active, claim: name))
            }
        } catch {
            removeFolders(name.appending(item.path.parent), in: active)
            throw error
        }
    }

    private func makeClaimFolder(in active: borrowing Directory) throws(SpoolError) -> FileName {
        while true {
            let number = state.withLock { state in
                state.claims += 1
                return state.claims
            }
            let name = FileName(String(number, radix: 16))
            let isNew = try io { () throws(SystemError) in
                try makeClaimFolder(name, in: active)
            }
            if isNew {
                state.withLock { _ = $0.ownClaims.insert(name) }
                return name
            }
        }
    }

    /// The record of a deferred file goes along; if that fails, it only forgets how often it was tried.
    private func takeRecord(
        of item: SpoolItem, from source: borrowing Directory, to active: borrowing Directory,
        claim: FileName
    ) -> SpoolRecord? {
        guard item.queue == .deferred else { return nil }
        let name = SpoolRecord.beside(item.location.last)
        let record = SpoolRecord.read(name, in: source)
        if record != nil {
            try? source.rename(name, into: active, as: SpoolRecord.beside(claim))
        }
        return record
    }

    private func translated(_ error: SpoolError, _ item: SpoolItem, now: Date) -> SpoolError {
        guard case .system(let cause) = error else { return error }
        if cause.isNotFound || cause.isLink {
            return .notReady(name: item.name, why: "it is gone")
        }
        if cause.isOutOfSpace {
            // Not offered again at once: that would only turn in circles. Soon where others are about to make room.
            let delay = settings.retries.delay(after: 1).seconds
            state.withLock {
                let retryAt = now.addingTimeInterval($0.lentSpares > 0 ? 1 : delay)
                $0.doubts[item.key] = .notBefore(retryAt)
                if item.queue == .deferred { $0.deferred[item.location]?.retryAt = retryAt }
            }
        }
        guard cause.isNotPermitted else { return error }
        let fault = SpoolFault(denied: cause)
        state.withLock {
            $0.doubts[item.key] = .denied(
                file: item.changedNanoseconds, folder: item.folderChanged, at: now, fault)
        }
        return .notPermitted(name: item.name, fault)
    }
}
