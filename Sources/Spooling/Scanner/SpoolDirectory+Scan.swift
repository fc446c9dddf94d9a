import FoundationEssentials
import LinuxIO

extension SpoolDirectory {
    /// Looks through incoming/, watched folders and deferred/, and says what can be claimed.
    ///
    /// What can never be filed (links, FIFOs, empty files, suffixes of other formats) is moved to corrupt/ on the
    /// way, once nobody writes it. One stat(2) a file; opened are those alone whose suffix is of another format, for a look
    /// at their first bytes.
    ///
    /// - Parameters:
    ///   - now: the time; a file's quiet time is counted between the scans' own times.
    ///   - limit: how many items are wanted at most.
    ///   - part: one in so many is wanted in any case: a scan looks at all that lie there.
    public func scan(
        now: Date, limit: Int = .max, part: Int = .max
    ) throws(SpoolError) -> SpoolScan {
        let state = state.withLock { $0 }
        var pass = ScanPass(
            now: now, settle: state.settings.settle, old: state.observations,
            doubts: state.doubts, inHand: state.inHand)
        pass.scan.watchFault = state.watchFault
        try scanFolders(beneath: try open(.incoming), nil, state.inotify, &pass)
        for folder in state.settings.watched { scan(folder, state.inotify, &pass) }
        let seen = pass.fresh
        self.state.withLock { state in
            state.observations = seen
            state.doubts = state.doubts.filter { seen[$0.key] != nil }
            state.tries = state.tries.filter { seen[$0.key] != nil }
            state.signless = state.signless.filter { seen[$0.key] != nil }
        }
        try scanDeferred(known: state.deferred, &pass)
        return pass.result(limit: limit, part: part)
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
            pass.scan.note(stuck: folder.path, SpoolFault(folder: error))
        }
    }

    private func scanFolders(
        beneath top: borrowing Directory, _ watched: WatchFolder?, _ inotify: Inotify?,
        _ pass: inout ScanPass
    ) throws(SpoolError) {
        try walk(
            beneath: top, rules: rules(of: .incoming), watching: inotify,
            problem: { pass.note($1, at: $0, watched) },
            visit: { (directory, folder) throws(SpoolError) in
                scan(directory, folder, watched, &pass)
                if watched?.leave != true { scanLeft(folder, in: directory, watched, &pass) }
            })
    }

    private func scan(
        _ directory: borrowing Directory, _ folder: SpoolFolder, _ watched: WatchFolder?,
        _ pass: inout ScanPass
    ) {
        let isLocal = directory.knowsWriters
        let (names, tries) = state.withLock { ($0.settings.names, $0.tries) }
        let folderChanged = (try? directory.status(of: FileName(".")))?.changed ?? 0
        let top = watched?.spoolPath ?? .none
        let folders = folder.path.components
        for entry in folder.files {
            if names.leave(entry.name) != nil { continue }
            guard let status = try? directory.status(of: entry.name) else { continue }
            let location = folder.path.appending(entry.name)
            let path = top.appending(location)
            let tags =
                (watched?.tags ?? [])
                + MailFolder.tags(folders, of: entry.name).map(\.printable)
            if watched?.leave == true, pass.isDone(status, location) { continue }
            if pass.inHand.contains(FileKey(status)) { continue }
            let assets = folder.assets(of: entry.name)
            let verdict = pass.judge(
                status, kind: SpoolKind(of: entry.name), path: path,
                saved: assets.map { SavedFolder($0, in: directory) }, isOrphan: folder.isOrphan,
                isLocal: isLocal, folderChanged: folderChanged)
            switch verdict {
            case .wait: pass.scan.pending += 1
            case .putOff: pass.scan.deferred += 1
            case .stuck: break
            case .hopeless(let reason):
                if reason.code == SpoolReason.notSupportedCode,
                    bearsSign(status, entry.name, in: directory)
                {
                    let attempts = watched?.leave == true ? pass.records[location]?.attempts : nil
                    pass.add(
                        SpoolItem(
                            status, path: path, tags: tags, queue: .incoming, watched: watched,
                            location: location, assets: assets, attempts: attempts ?? 0,
                            earlierAttempts: tries[FileKey(status)] ?? 0, needsProof: false,
                            folderChanged: folderChanged))
                    continue
                }
                // What is no document in a folder of somebody else's is none of our business.
                if watched?.leave == true { continue }
                if mayMoveAside(status, entry.name, in: directory, path, folderChanged, &pass) {
                    moveAside(entry.name, in: directory, path: path, reason: reason, &pass)
                }
            case .ready(let needsProof):
                let attempts = watched?.leave == true ? pass.records[location]?.attempts : nil
                pass.add(
                    SpoolItem(
                        status, path: path, tags: tags, queue: .incoming, watched: watched,
                        location: location, assets: assets, attempts: attempts ?? 0,
                        earlierAttempts: tries[FileKey(status)] ?? 0, needsProof: needsProof,
                        folderChanged: folderChanged))
            }
        }
    }

    /// Whether a file is a document by its first bytes; what was looked at is not opened again while it stays as it is.
    private func bearsSign(
        _ status: FileStatus, _ name: FileName, in directory: borrowing Directory
    ) -> Bool {
        let key = FileKey(status)
        if state.withLock({ $0.signless[key] }) == status.modified { return false }
        if ContentSign.stands(in: name, of: directory) { return true }
        state.withLock { $0.signless[key] = status.modified }
        return false
    }

    /// Whether nobody writes a file that will not work: his next step would fail if it were gone.
    private func mayMoveAside(
        _ status: FileStatus, _ name: FileName, in directory: borrowing Directory, _ path: FileName,
        _ folderChanged: Int64, _ pass: inout ScanPass
    ) -> Bool {
        guard status.kind == .file else { return true }
        let key = FileKey(status)
        let file: File
        do throws(SystemError) {
            file = try directory.openFile(name)
        } catch {
            if error.isNotPermitted {
                let fault = SpoolFault(denied: error)
                state.withLock {
                    $0.doubts[key] = .denied(
                        file: status.changed, folder: folderChanged, at: pass.now, fault)
                }
                pass.scan.note(stuck: path.printable, fault)
            }
            return false
        }
        switch file.writers() {
        case .none: return true
        case .some:
            let now = pass.now
            state.withLock { $0.doubts[key] = .busy(now) }
        case .unknown:
            // The longer, the less likely is it that somebody is still at it.
            if pass.isQuiet(key) { return true }
        }
        pass.scan.pending += 1
        pass.lookAgain()
        return false
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
                stuck: path.printable,
                SpoolFault(
                    .notMoved, why: "\(reason.why) It could not be moved to corrupt: \(error)",
                    next:
                        "Let briefd write the folder that it lies in, and see that the disk is not full."
                ))
        }
    }

    private func scanDeferred(
        known: [FileName: DeferredNote], _ pass: inout ScanPass
    ) throws(SpoolError) {
        var notes: [FileName: DeferredNote] = [:]
        try walk(.deferred) { (directory, folder) throws(SpoolError) in
            for entry in folder.files where !SpoolRecord.isRecord(entry.name) {
                guard standing(of: entry.name, in: folder, queue: .deferred) == .document else {
                    continue
                }
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
                        attempts: note.attempts, earlierAttempts: note.earlierAttempts,
                        needsProof: false))
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
            earlierAttempts: record?.earlierAttempts ?? 0, retryAt: record?.retryDate ?? now)
    }
}
