import GRDB
import LinuxIO

/// Copies a store, and the state beside it, while filing may go on.
///
/// The catalogue is copied first, in one consistent state, then the files; what was filed meanwhile is among the files
/// without rows, and is taken in when the copy is opened. So the copy is a store that can be used as it is. The catalogue
/// gets its name when all else is on the disk: a copy that broke off is told by its absence.
struct StoreBackup {
    /// Files that are never changed where they lie, only replaced: an earlier backup may share them. All others are
    /// appended to by whoever uses a backup as a store.
    private static let steady: Set = ["articles", "superseded", "originals", "forgotten"]
    /// Of one writer alone, and of no backup yet.
    private static let unfinished = StoreFiles.temporaryPrefix + StoreFiles.catalogue

    /// Files and bytes that were copied.
    private var report = BackupReport()
    private let files: StoreFiles
    private let target: StoreFiles
    private let earlier: StoreFiles?

    /// - Parameters:
    ///   - path: a new or empty folder.
    ///   - earlier: a backup on the same file system, whose files that did not change are shared.
    static func run(
        _ catalogue: some DatabaseWriter, _ files: StoreFiles, to path: String, state: String?,
        earlier: String? = nil
    ) throws -> BackupReport {
        guard try !FolderPlace.overlaps(path, files.root.path) else {
            throw StorageError.backupInStore(path, store: files.root.path)
        }
        let folder = try Directory(creating: path)
        guard try folder.names().names.isEmpty else { throw StorageError.backupNotEmpty(path) }
        do {
            var backup = StoreBackup(
                files: files, target: try StoreFiles(at: path + "/store"),
                earlier: try earlier.map { try StoreFiles(existing: $0 + "/store") })
            try backup.fill(folder, catalogue, state)
            backup.report.path = path
            return backup.report
        } catch {
            // It is no backup, and may have filled the disk. What cannot be removed has no catalogue, and so is none.
            try? folder.clear()
            if case .outOfSpace(let what) = StorageError(any: error) {
                throw StorageError.backupFull(path, what)
            }
            throw error
        }
    }

    private mutating func fill(
        _ folder: borrowing Directory, _ catalogue: some DatabaseWriter, _ state: String?
    ) throws {
        if let state {
            // Feeds' addresses and headers may hold secrets.
            try folder.makeDirectory("state", mode: 0o700)
            try Self.copyState(of: try Directory(at: state), to: folder.path + "/state")
        }
        try catalogue.vacuum(into: target.root.path + "/" + Self.unfinished)
        for name in StoreFiles.folders { try copy(name) }
        try folder.syncFileSystem()
        try target.root.rename(Self.unfinished, to: StoreFiles.catalogue)
        try target.root.sync()
    }

    /// Opens a database that another process may be writing.
    static func reader(of path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// What is remembered of feeds, and what hooks are still to be told.
    static let stateDatabases = ["feeds.sqlite", HookOutbox.name]
    /// The feeds that were added by hand.
    static let stateFiles = ["subscriptions.opml"]

    /// Each of them may be missing.
    private static func copyState(of state: borrowing Directory, to path: String) throws {
        for name in stateDatabases where try state.status(of: FileName(name)) != nil {
            _ = try Directory(at: path).createFile(FileName(name), mode: 0o600)
            try reader(of: state.path + "/" + name).vacuum(into: path + "/" + name)
        }
        for name in stateFiles where try state.status(of: FileName(name)) != nil {
            let bytes = try state.openFile(FileName(name)).readAll(limit: StoreFiles.largestFile)
            try Directory(at: path).createFile(FileName(name), mode: 0o600).write(bytes)
        }
    }

    private init(files: StoreFiles, target: StoreFiles, earlier: StoreFiles?) {
        self.files = files
        self.target = target
        self.earlier = earlier
    }

    private mutating func copy(_ folder: String) throws {
        var found: [String] = []
        try files.files(under: folder) { if !StoreFiles.isTemporary($0) { found.append($0) } }
        for path in found {
            do {
                try copyFile(path, isSteady: Self.steady.contains(folder))
            } catch let error as SystemError where error.isNotFound {
                // Superseded since; the copy of superseded/ came before, so it is looked for there again.
                let moved = "superseded" + path.dropFirst("articles".count)
                if folder == "articles", try files.exists(moved) {
                    try copyFile(moved, isSteady: true)
                }
            }
        }
    }

    private mutating func copyFile(_ path: String, isSteady: Bool) throws {
        let source = try files.root.openFile(path)
        let status = try source.status()
        guard status.kind == .file, try !target.exists(path) else { return }
        let folder = StoreFiles.folder(of: path)
        try target.root.makeDirectory(folder)
        if isSteady, try share(path, folder, status) {
            report.linked += 1
            return
        }
        let copy = try target.root.createFile(path)
        try source.clone(to: copy)
        // So the next backup knows it again, and a store that is made of this one reads no file for its time.
        try copy.setModified(status.modified)
        report.files += 1
        report.bytes += status.size
    }

    /// Links to the file of the earlier backup where that is the same, by its size and its time of change.
    private func share(_ path: String, _ folder: String, _ status: FileStatus) throws -> Bool {
        guard let earlier, let old = try earlier.root.status(of: path), old.kind == .file,
            FileStamp(old) == FileStamp(status)
        else { return false }
        let name = FileName(String(path.dropFirst(folder.count + 1)))
        return try earlier.root.directory(folder).link(
            name, into: try target.root.directory(folder), as: name)
    }
}
