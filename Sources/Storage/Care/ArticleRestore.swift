import GRDB
import LinuxIO

/// What one article's restore did.
public struct ArticleRestoreReport: Sendable, Equatable {
    public var id: String
    /// Where the article lies, relative to the store.
    public var path: String
    /// Files that were put back; empty where nothing was missing or other than in the backup.
    public var restored: [String] = []
    /// Where what lay in its place lies now.
    public var aside: String?
}

/// Puts one article of a backup back: its file and its original. What is as in the backup is left alone; another file in
/// its place is moved into superseded/, with "replaced" in its name.
struct ArticleRestore {
    private let source: StoreFiles
    private let files: StoreFiles
    private var report: ArticleRestoreReport

    private struct Entry {
        var id: String
        var path: String
        var original: String
    }

    /// No process may have the store open. Whoever opens it next takes in what was put back.
    static func run(
        _ id: String, from backup: String, to path: String
    ) throws -> ArticleRestoreReport {
        let folder = try StoreRestore.whole(backup)
        let entry = try find(id, in: folder)
        let files = try StoreFiles(at: path)
        let lock = try FileLock(StoreFiles.lock, in: files.root)
        defer { withExtendedLifetime(lock) {} }
        let place = try knownPath(of: entry.id, in: files) ?? entry.path
        var restore = ArticleRestore(
            source: try StoreFiles(existing: folder + "/store"), files: files,
            report: ArticleRestoreReport(id: entry.id, path: place))
        try restore.putBack(entry.path, to: place)
        try restore.putBack(original: entry.original)
        try files.root.syncFileSystem()
        return restore.report
    }

    private static func find(_ id: String, in folder: String) throws -> Entry {
        let row = try StoreBackup.reader(of: folder + "/store/" + StoreFiles.catalogue).read {
            try Catalogue.row("id, path, original", id, $0)
        }
        guard let row else { throw StorageError.notInBackup(id: id, folder) }
        return Entry(id: row["id"], path: row["path"], original: row["original"])
    }

    /// Where the store's own catalogue has it: it may have been superseded since.
    private static func knownPath(of id: String, in files: StoreFiles) throws -> String? {
        guard try files.exists(StoreFiles.catalogue) else { return nil }
        let sql = "SELECT path FROM articles WHERE id = ?"
        return try StoreBackup.reader(of: files.root.path + "/" + StoreFiles.catalogue)
            .read { try String.fetchOne($0, sql: sql, arguments: [id]) }
    }

    private mutating func putBack(_ old: String, to path: String) throws {
        let bytes = try source.read(old)
        if try files.exists(path) {
            guard try files.read(path) != bytes else { return }
            let aside = try StoreFiles.aside(path, "replaced") { try files.exists($0) }
            try files.root.makeDirectory(StoreFiles.folder(of: aside))
            try files.root.rename(path, to: aside)
            report.aside = aside
        }
        try write(bytes, to: path, modified: try source.modified(old))
    }

    private mutating func putBack(original sha: String) throws {
        let path = StoreFiles.original(sha)
        // Given up before the backup was made.
        guard sha.utf8.count == 64, sha.allSatisfy(\.isHexDigit), try source.exists(path) else {
            return
        }
        let bytes = try source.read(path)
        if Originals.isWhole(sha, bytes, in: files) { return }
        if try files.exists(path) { try files.root.remove(path) }
        try write(bytes, to: path, modified: try source.modified(path))
    }

    private mutating func write(_ bytes: [UInt8], to path: String, modified: Int64) throws {
        let folder = StoreFiles.folder(of: path)
        try files.root.makeDirectory(folder)
        let temporary = folder + "/" + StoreFiles.temporaryPrefix + "restore"
        try files.root.replace(
            FileName(path), with: bytes, by: FileName(temporary), modified: modified,
            isSynced: true)
        report.restored.append(path)
    }
}
