import FoundationEssentials
import LinuxIO

extension SpoolDirectory {
    /// Looks through incoming/, watched folders and deferred/, and says what can be claimed.
    ///
    /// What can never be filed (links, FIFOs, empty files, suffixes of other formats) is moved to corrupt/ on the
    /// way. One stat(2) a file, none is opened.
    ///
    /// - Parameters:
    ///   - now: the time; a file's quiet time is counted between the scans' own times.
    ///   - limit: how many items are wanted at most.
    public func scan(now: Date, limit: Int = .max) throws(SpoolError) -> SpoolScan {
        let state = state.withLock { $0 }
        var pass = ScanPass(
            now: now, settle: state.settings.settle, old: state.observations,
            doubts: state.doubts, inHand: state.inHand)
        try scanFolders(beneath: try open(.incoming), nil, state.inotify, &pass)
        for folder in state.settings.watched { scan(folder, state.inotify, &pass) }
        let seen = pass.fresh
        self.state.withLock { state in
            state.observations = seen
            state.doubts = state.doubts.filter { seen[$0.key] != nil }
        }
        try scanDeferred(known: state.deferred, &pass)
        return pass.result(limit: limit)
    }

    /// A watched folder that is not there, an unmounted disk for instance, holds up nothing else.
    private func scan(_ folder: WatchFolder, _ inotify: Inotify?, _ pass: inout ScanPass) {
        do throws(SpoolError) {
            if folder.leave {
                guard let records = try recall(folder) else { return }
                pass.records = records
            }
            let top = try io { () throws(SystemError) in try Directory(at: folder.path) }
            try scanFolders(beneath: top, folder, inotify, &pass)
        } catch {
            pass.scan.note(stuck: folder.path, "the folder cannot be read: \(error)")
        }
    }

    private func scanFolders(
        beneath top: borrowing Directory, _ watched: WatchFolder?, _ inotify: Inotify?,
        _ pass: inout ScanPass
    ) throws(SpoolError) {
        try walk(
            beneath: top, watching: inotify, problem: { pass.note($1, at: $0, watched) },
            visit: { (directory, folder) throws(SpoolError) in
                scan(directory, folder, watched, &pass)
            })
    }

    private func scan(
        _ directory: borrowing Directory, _ folder: SpoolFolder, _ watched: WatchFolder?,
        _ pass: inout ScanPass
    ) {
        let isLocal = directory.knowsWriters
        let top = watched?.spoolPath ?? .none
        let tags = (watched?.tags ?? []) + folder.path.components.map(\.printable)
        for entry in folder.files {
            if SpoolNaming.reasonToLeave(entry.name) != nil {
                pass.scan.leftAlone += 1
                continue
            }
            guard let status = try? directory.status(of: entry.name) else { continue }
            let location = folder.path.appending(entry.name)
            let path = top.appending(location)
            if watched?.leave == true, pass.isDone(status, location) { continue }
            if pass.inHand.contains(FileKey(status)) { continue }
            let assets = folder.assets(of: entry.name)
            let verdict = pass.judge(
                status, kind: SpoolKind(of: entry.name), path: path,
                saved: assets.map { SavedFolder($0, in: directory) }, isOrphan: folder.isOrphan,
                isLocal: isLocal)
            switch verdict {
            case .wait: pass.scan.pending += 1
            case .putOff: pass.scan.deferred += 1
            case .stuck: break
            case .hopeless(let reason):
                // What is no document in a folder of somebody else's is none of our business.
                if watched?.leave == true { continue }
                moveAside(entry.name, in: directory, path: path, reason: reason, &pass)
            case .ready(let needsProof):
                let attempts = watched?.leave == true ? pass.records[location]?.attempts : nil
                pass.add(
                    SpoolItem(
                        status, path: path, tags: tags, queue: .incoming, watched: watched,
                        location: location, assets: assets, attempts: attempts ?? 0,
                        needsProof: needsProof))
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
        known: [FileName: DeferredNote], _ pass: inout ScanPass
    ) throws(SpoolError) {
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
                    pass.scan.deferred += 1
                    pass.scan.look(at: note.retryAt)
                    continue
                }
                guard let status = try? directory.status(of: entry.name) else { continue }
                pass.add(
                    SpoolItem(
                        status, path: note.path,
                        tags: note.path.parent.components.map(\.printable), queue: .deferred,
                        location: location, assets: folder.assets(of: entry.name),
                        attempts: note.attempts, needsProof: false))
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
