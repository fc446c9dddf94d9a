import FoundationEssentials
import LinuxIO

extension SpoolDirectory {
    /// Looks through incoming/ and deferred/, and says what can be claimed.
    ///
    /// What can never be filed (links, FIFOs, empty files, suffixes of other formats) is moved to corrupt/ on the
    /// way. One stat(2) a file, none is opened.
    ///
    /// - Parameters:
    ///   - now: the time; a file's quiet time is counted between the scans' own times.
    ///   - limit: how many items are wanted at most.
    public func scan(now: Date, limit: Int = .max) throws(SpoolError) -> SpoolScan {
        let (settings, old, doubts, inotify) = state.withLock {
            ($0.settings, $0.observations, $0.doubts, $0.inotify)
        }
        var pass = ScanPass(now: now, settle: settings.settle, old: old, doubts: doubts)
        var found: [(item: SpoolItem, arrival: Int64)] = []
        try walk(
            .incoming, watching: inotify,
            problem: { path, error in
                if error.call == "inotify_add_watch" {
                    pass.scan.unwatched += 1
                } else {
                    pass.scan.note(
                        stuck: path.printable, "the folder cannot be read: \(error.reason)")
                }
            },
            visit: { (directory, folder) throws(SpoolError) in
                try scan(directory, folder, &pass, &found)
            })
        let seen = pass.fresh
        state.withLock { state in
            state.observations = seen
            state.doubts = state.doubts.filter { seen[$0.key] != nil }
        }
        try scanDeferred(&pass, &found)
        found.sort { ($0.arrival, $0.item.path) < ($1.arrival, $1.item.path) }
        pass.scan.hasMore = found.count > limit
        pass.scan.ready = found.prefix(limit).map(\.item)
        return pass.scan
    }

    private func scan(
        _ directory: borrowing Directory, _ folder: SpoolFolder, _ pass: inout ScanPass,
        _ found: inout [(item: SpoolItem, arrival: Int64)]
    ) throws(SpoolError) {
        let isLocal = directory.knowsWriters
        for entry in folder.files {
            if SpoolNaming.reasonToLeave(entry.name) != nil {
                pass.scan.leftAlone += 1
                continue
            }
            guard let status = try? directory.status(of: entry.name) else { continue }
            let path = folder.path.appending(entry.name)
            let kind = SpoolKind(of: entry.name)
            let assets = folder.assets(of: entry.name)
            let saved = assets.map { SavedFolder($0, in: directory) }
            let verdict = pass.judge(
                status, kind: kind, path: path, saved: saved, isOrphan: folder.isOrphan,
                isLocal: isLocal)
            switch verdict {
            case .wait: pass.scan.pending += 1
            case .stuck: break
            case .hopeless(let reason):
                moveAside(entry.name, in: directory, path: path, reason: reason, &pass)
            case .ready(let needsProof):
                let item = SpoolItem(
                    id: spoolIdentity(status), path: path,
                    tags: folder.path.components.map(\.printable), kind: kind, size: status.size,
                    modified: Date(nanoseconds: status.modified), attempts: 0, queue: .incoming,
                    location: path, assets: assets, inode: status.inode,
                    modifiedNanoseconds: status.modified,
                    changedNanoseconds: status.changed, needsProof: needsProof)
                found.append((item, status.changed))
            }
        }
    }

    /// Moves a file to corrupt/ as it is: a link is renamed, never followed.
    private func moveAside(
        _ name: FileName, in directory: borrowing Directory, path: FileName, reason: SpoolReason,
        _ pass: inout ScanPass
    ) {
        let record = SpoolRecord(file: path, since: pass.now, reason: reason)
        do throws(SpoolError) {
            _ = try place(
                name, from: directory, assets: nil, in: .corrupt, at: path, record: record)
            pass.scan.quarantined.append(.init(name: path.printable, reason: reason))
        } catch {
            pass.scan.note(
                stuck: path.printable, "\(reason.why) It could not be moved to corrupt: \(error)")
        }
    }

    private func scanDeferred(
        _ pass: inout ScanPass, _ found: inout [(item: SpoolItem, arrival: Int64)]
    ) throws(SpoolError) {
        let known = state.withLock { $0.deferred }
        var notes: [FileName: DeferredNote] = [:]
        try walk(.deferred) { (directory, folder) throws(SpoolError) in
            for entry in folder.files where !SpoolRecord.isRecord(entry.name) {
                if SpoolNaming.reasonToLeave(entry.name) != nil { continue }
                let location = folder.path.appending(entry.name)
                let remembered = known[location].flatMap { $0.inode == entry.inode ? $0 : nil }
                let note =
                    remembered
                    ?? DeferredNote(of: entry, at: location, in: directory, now: pass.now)
                notes[location] = note
                guard note.retryAt <= pass.now else {
                    pass.scan.pending += 1
                    pass.scan.look(at: note.retryAt)
                    continue
                }
                guard let status = try? directory.status(of: entry.name) else { continue }
                let assets = folder.assets(of: entry.name)
                let item = SpoolItem(
                    id: spoolIdentity(status), path: note.path,
                    tags: note.path.parent.components.map(\.printable),
                    kind: SpoolKind(of: note.path), size: status.size,
                    modified: Date(nanoseconds: status.modified), attempts: note.attempts,
                    queue: .deferred, location: location, assets: assets, inode: status.inode,
                    modifiedNanoseconds: status.modified,
                    changedNanoseconds: status.changed, needsProof: false)
                found.append((item, status.changed))
            }
        }
        let current = notes
        state.withLock { $0.deferred = current }
    }
}

extension DeferredNote {
    /// Reads the record beside a file; one that somebody put there without any is due at once.
    init(
        of entry: DirectoryEntry, at location: FileName, in directory: borrowing Directory,
        now: Date
    ) {
        let record = SpoolRecord.read(SpoolRecord.beside(entry.name), in: directory)
        self.init(
            inode: entry.inode, path: record?.path ?? location, attempts: record?.attempts ?? 0,
            retryAt: record?.retryDate ?? now)
    }
}
