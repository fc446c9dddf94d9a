import BriefModel
import FoundationEssentials
import GRDB
import LinuxIO

extension ArticleStore {
    /// Compares files, originals, checksums and catalogue, while filing may go on. Changes nothing but what a start
    /// changes that looks at each file, where this one did not and nobody asked for `compare()` since.
    ///
    /// - Parameter part: the part of the store that is looked at; nil for all of it.
    public func verify(part: VerifyPart? = nil) throws(StorageError) -> VerifyReport {
        let edited = try compare().edited.items
        return try door.storing {
            try Verification.run(
                pool, files, identify, edited: edited, part: part, second: .barrier(pool))
        }
    }

    /// Whether each file and each page of the catalogue was looked at since the store was opened.
    public var isCompared: Bool { compared.withLock { $0 != nil } }

    /// Looks at what a quick opening left out, while filing may go on: 200,000 articles take some seconds. Once done, or
    /// where the opening did it, it says again what was found and mended then.
    ///
    /// Throws `catalogueCorrupt` where the catalogue is damaged: the next start sets it aside and makes it anew.
    @discardableResult public func compare() throws(StorageError) -> MendReport {
        if let report = compared.withLock({ $0 }) { return report }
        let comparison = try door.storing {
            try pool.read { db in
                try CatalogueOpening.check(db, goOn: door.goOn)
                return try StoreComparison.between(db, files, goOn: door.goOn)
            }
        }
        let report = try writing {
            try pool.write { db in
                try Mending.run(
                    db, files, identify, comparison: try comparison.standing(db, files))
            }
        }
        gone.withLock { $0.formUnion(report.missingPaths) }
        compared.withLock { $0 = report }
        return report
    }

    /// Ends the work with the store: whatever is asked of it afterwards fails, and others may open it. Where nothing is
    /// left to mend, the next opening may be quick.
    public func close() throws(StorageError) {
        try storing {
            if try door.close(pool), isWhole { try CleanClose.note(in: files) }
        }
        lock.withLock { $0 = nil }
    }

    /// Whether the catalogue has all that the files have, and nothing else, as far as anybody looked.
    private var isWhole: Bool {
        let found = [mended] + [compared.withLock { $0 }].compactMap { $0 }
        return !door.isDoubted && !needsMending.withLock { $0 } && missing.count == 0
            && found.allSatisfy(\.leftOut.isEmpty)
    }

    /// What looks wrong beside a daemon is looked at again after each of these: no group commit takes as long as all.
    public static let pausesBesideDaemon: [Duration] = [
        .milliseconds(200), .seconds(1), .seconds(4), .seconds(15),
    ]

    /// The same of a store that another process has open, and files in. Nothing is written, nothing is locked. Edits by
    /// hand that the other process does not know yet are no faults.
    ///
    /// - Parameter pause: waits so long, before what looked wrong is looked at again.
    public static func verify(
        storeAt store: String, identify: Identify, part: VerifyPart? = nil,
        pause: (Duration) -> Void
    ) throws(StorageError) -> VerifyReport {
        let reader = try StoreReader(at: store)
        return try storing {
            try withoutActuallyEscaping(pause) { pause in
                try Verification.run(
                    reader.catalogue.pool, reader.catalogue.files, identify, edited: [], part: part,
                    second: .pauses(pausesBesideDaemon, pause: pause))
            }
        }
    }

    /// Copies the store to PATH/store, and what the folder `state` (where given) holds of feeds to PATH/state, while
    /// filing may go on. `path` must be new or empty.
    public func backup(to path: String, state: String? = nil) throws(StorageError) -> BackupReport {
        try door.storing { try StoreBackup.run(pool, files, to: path, state: state) }
    }

    /// The same of a store that another process may have open; nothing in it is changed.
    public static func backup(
        storeAt store: String, to path: String, state: String?
    ) throws(StorageError) -> BackupReport {
        try storing {
            let files = try StoreFiles(existing: store)
            let catalogue = try StoreBackup.reader(of: store + "/" + StoreFiles.catalogue)
            return try StoreBackup.run(catalogue, files, to: path, state: state)
        }
    }

    /// A further backup in a folder of backups, which need not exist yet. Files that did not change since the one before
    /// are shared with it; each is whole in itself, and has its time for a name only when it is.
    ///
    /// - Parameter keep: so many of the latest are kept, one at least; nil for all.
    public static func backup(
        storeAt store: String, onto folder: String, state: String?, keep: Int?, now: Date
    ) throws(StorageError) -> BackupReport {
        try storing {
            let files = try StoreFiles(existing: store)
            let catalogue = try StoreBackup.reader(of: store + "/" + StoreFiles.catalogue)
            return try BackupShelf.run(
                catalogue, files, onto: folder, state: state, keep: keep, now: now)
        }
    }

    /// Puts one article of a backup back, by its id or a beginning of it, with its original. The next start takes it in.
    /// No process may have the store open; throws `locked` where one has.
    public static func restore(
        _ id: String, from backup: String, to store: String
    ) throws(StorageError) -> ArticleRestoreReport {
        try storing { try ArticleRestore.run(id, from: backup, to: store) }
    }

    /// Puts a backup where a store and the state folder shall be; neither may hold anything of the kind yet.
    /// No process may have the store open; throws `locked` where one has.
    public static func restore(
        from backup: String, to store: String, state: String
    ) throws(StorageError) -> BackupReport {
        try storing { try StoreRestore.run(from: backup, to: store, state: state) }
    }

    /// Makes the catalogue anew from the Markdown files and the sightings, beside the old one, and then puts it in
    /// its place. Nothing that is filed afterwards is filed twice. No process may have the store open; throws
    /// `locked` where one has. The old catalogue, were it ever so broken, stays until the new one is whole.
    ///
    /// - Parameters:
    ///   - rules: how the pages of some sites are read.
    ///   - read: reads the originals of articles whose files are gone or damaged; without it they stay lost.
    public static func rebuild(
        at path: String, identify: Identify, rules: SiteRules = SiteRules(),
        read: ((ExtractionRequest) throws -> ReadDocument)? = nil
    ) throws(StorageError) -> MendReport {
        try storing {
            let files = try StoreFiles(at: path)
            let lock = try FileLock(StoreFiles.lock, in: files.root)
            defer { withExtendedLifetime(lock) {} }
            let name = StoreFiles.temporaryPrefix + StoreFiles.catalogue
            try remove(name, in: files)
            let old = oldCatalogue(path + "/" + StoreFiles.catalogue, files)
            let recovery = read.map { Recovery(rules: rules, read: $0, old: old) }
            let report = try makeCatalogue(at: path + "/" + name, files, identify, recovery)
            try old?.close()
            try files.root.syncFileSystem()
            for suffix in ["-wal", "-shm"] {
                try removeIfThere(StoreFiles.catalogue + suffix, in: files)
            }
            // The new catalogue must never stand beside the old one's log.
            try files.root.sync()
            try files.root.rename(name, to: StoreFiles.catalogue)
            try files.root.sync()
            return report
        }
    }

    /// The catalogue as it is, where it can be read at all.
    private static func oldCatalogue(_ path: String, _ files: StoreFiles) -> DatabaseQueue? {
        do {
            guard try files.exists(StoreFiles.catalogue) else { return nil }
            let queue = try DatabaseQueue(path: path)
            let fault = try queue.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
            guard fault == "ok" else { return nil }
            try Schema.prepare(queue)
            return queue
        } catch {
            return nil
        }
    }

    private static func makeCatalogue(
        at path: String, _ files: StoreFiles, _ identify: Identify,
        _ recovery: Recovery?
    ) throws -> MendReport {
        // Not in WAL mode: when it is closed, it is one file.
        let queue = try DatabaseQueue(path: path)
        try Schema.prepare(queue)
        let report = try queue.write { db in
            try Mending.run(db, files, identify, recovery: recovery)
        }
        try queue.close()
        return report
    }

    private static func remove(_ name: String, in files: StoreFiles) throws {
        for suffix in ["", "-journal", "-wal", "-shm"] {
            try removeIfThere(name + suffix, in: files)
        }
    }

    private static func removeIfThere(_ name: String, in files: StoreFiles) throws {
        if try files.exists(name) { try files.root.remove(name) }
    }
}
