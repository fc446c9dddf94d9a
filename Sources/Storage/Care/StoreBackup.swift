import GRDB
import LinuxIO

/// Copies a store, and the state beside it, while filing may go on.
///
/// The catalogue is copied first, in one consistent state, then the files; what was filed meanwhile is among the files
/// without rows, and is taken in when the copy is opened. So the copy is a store that can be used as it is.
struct StoreBackup {
    /// Files and bytes that were copied.
    private var report = BackupReport()
    private let files: StoreFiles
    private let target: StoreFiles

    static func run(
        _ catalogue: some DatabaseWriter, _ files: StoreFiles, to path: String, state: String?
    ) throws -> BackupReport {
        guard try !FolderPlace.overlaps(path, files.root.path) else {
            throw StorageError.backupInStore(path, store: files.root.path)
        }
        let folder = try Directory(creating: path)
        guard try folder.names().names.isEmpty else { throw StorageError.backupNotEmpty(path) }
        if let state {
            // Feeds' addresses and headers may hold secrets.
            try folder.makeDirectory("state", mode: 0o700)
            try copyState(of: try Directory(at: state), to: path + "/state")
        }
        var backup = StoreBackup(files: files, target: try StoreFiles(at: path + "/store"))
        try catalogue.vacuum(into: path + "/store/" + StoreFiles.catalogue)
        for name in StoreFiles.folders {
            try backup.copy(name)
        }
        try folder.syncFileSystem()
        return backup.report
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

    private init(files: StoreFiles, target: StoreFiles) {
        self.files = files
        self.target = target
    }

    private mutating func copy(_ folder: String) throws {
        var found: [String] = []
        try files.files(under: folder) { if !StoreFiles.isTemporary($0) { found.append($0) } }
        for path in found {
            do {
                try copyFile(path)
            } catch let error as SystemError where error.isNotFound {
                // Superseded since; the copy of superseded/ came before, so it is looked for there again.
                let moved = "superseded" + path.dropFirst("articles".count)
                if folder == "articles", try files.exists(moved) { try copyFile(moved) }
            }
        }
    }

    private mutating func copyFile(_ path: String) throws {
        let bytes = try files.read(path)
        try target.root.makeDirectory(StoreFiles.folder(of: path))
        guard try !target.exists(path) else { return }
        try target.root.createFile(path).write(bytes)
        report.files += 1
        report.bytes += bytes.count
    }
}
