import BriefModel
import FoundationEssentials
import GRDB
import LinuxIO

/// A folder of backups of one store, each in a folder that bears its time: "2026-11-28T014000Z". Each is whole in itself,
/// and files that did not change are shared with the one before, so that any may be removed.
///
/// A backup has such a name only when it is whole and on the disk.
struct BackupShelf {
    /// Beside the backups: the lock, which says too whose folder it is.
    private static let mark = ".briefd-backups"
    /// What is being made or removed. After a crash it is rubbish.
    private static let unfinished = ".unfinished-"
    /// The root of a file system of its own has this in it.
    private static let others: Set = [mark, "lost+found"]

    static func run(
        _ catalogue: some DatabaseWriter, _ files: StoreFiles, onto path: String, state: String?,
        keep: Int?, now: Date
    ) throws -> BackupReport {
        guard try !FolderPlace.overlaps(path, files.root.path) else {
            throw StorageError.backupInStore(path, store: files.root.path)
        }
        let folder = try Directory(creating: path)
        try requireOurs(folder)
        let lock = try lock(folder)
        defer { withExtendedLifetime(lock) {} }
        for name in try folder.names().names where name.hasPrefix(unfinished) {
            try remove(name, in: folder)
        }
        let earlier = try whole(in: folder)
        let name = try freeName(now, in: folder)
        let work = unfinished + name
        var report: BackupReport
        do {
            report = try StoreBackup.run(
                catalogue, files, to: path + "/" + work, state: state,
                earlier: earlier.last.map { path + "/" + $0 })
        } catch let error {
            // It was cleared already; the name alone is left of it.
            try? folder.removeDirectory(work)
            if case StorageError.backupFull(_, let what) = error {
                throw StorageError.backupFull(path, what)
            }
            throw error
        }
        try folder.rename(work, to: name)
        try folder.sync()
        report.path = path + "/" + name
        if let keep {
            for old in (earlier + [name]).dropLast(max(1, keep)) {
                // Half removed it must not look whole.
                try folder.rename(old, to: unfinished + old)
                try remove(unfinished + old, in: folder)
                report.removed += 1
            }
        }
        return report
    }

    /// The latest whole backup in a folder of them; nil where there is none.
    static func latest(in path: String) throws -> String? {
        try whole(in: try Directory(at: path)).last.map { path + "/" + $0 }
    }

    /// The names of all whole backups, earliest first.
    private static func whole(in folder: borrowing Directory) throws -> [String] {
        var found: [String] = []
        for name in try folder.names().names.sorted() where isTime(name) {
            let catalogue = name + "/store/" + StoreFiles.catalogue
            if try folder.status(of: catalogue)?.kind == .file { found.append(name) }
        }
        return found
    }

    /// "2026-11-28T014000Z", and "…Z-2" for a second one in the same second.
    private static func isTime(_ name: String) -> Bool {
        let shape = "0000-00-00T000000Z"
        guard name.count >= shape.count else { return false }
        let fits = zip(name, shape).allSatisfy { letter, form in
            form == "0" ? letter.isASCII && letter.isNumber : letter == form
        }
        let rest = name.dropFirst(shape.count)
        return fits && (rest.isEmpty || rest.first == "-" && Int(rest.dropFirst()) != nil)
    }

    private static func freeName(
        _ now: Date, in folder: borrowing Directory
    ) throws -> String {
        let time = String(now.rfc3339.filter { $0 != ":" })
        var (name, number) = (time, 1)
        while try folder.status(of: name) != nil {
            number += 1
            name = "\(time)-\(number)"
        }
        return name
    }

    /// Nothing is ever made, or removed, in a folder that is somebody's home.
    private static func requireOurs(_ folder: borrowing Directory) throws {
        let names = try folder.names().names
        guard !names.contains(mark), !names.allSatisfy(others.contains) else { return }
        throw StorageError.noBackups(folder.path)
    }

    private static func lock(_ folder: borrowing Directory) throws -> FileLock {
        do throws(FileLockError) {
            return try FileLock(mark, in: folder)
        } catch {
            if case .held = error { throw StorageError.backupRunning(folder.path) }
            throw error
        }
    }

    private static func remove(_ name: String, in folder: borrowing Directory) throws {
        try folder.directory(name).clear()
        try folder.removeDirectory(name)
    }
}
