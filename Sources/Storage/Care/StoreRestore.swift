import LinuxIO

/// Puts a backup where a store and the state beside it shall be.
///
/// Nothing is overwritten: where the place is not empty, nothing is done at all. The catalogue comes last, so that a
/// copy that broke off is told by its absence, and can be removed and made again.
struct StoreRestore {

    static func run(
        from backup: String, to path: String, state: String
    ) throws -> BackupReport {
        let backup = try whole(backup)
        let source = try Directory(at: backup)
        let files = try StoreFiles(at: path)
        let lock = try FileLock(StoreFiles.lock, in: files.root)
        defer { withExtendedLifetime(lock) {} }
        try requireEmpty(files, path)
        let target = try Directory(creating: state)
        for name in StoreBackup.stateDatabases + StoreBackup.stateFiles
        where try target.status(of: name) != nil {
            throw StorageError.restoreNotEmpty(state + "/" + name)
        }
        var report = BackupReport()
        let copies = try StoreFiles(existing: backup + "/store")
        for folder in StoreFiles.folders {
            try copies.files(under: folder) { name in
                try files.root.makeDirectory(StoreFiles.folder(of: name))
                try copy(name, of: copies.root, to: name, in: files.root, &report)
            }
        }
        for name in StoreBackup.stateDatabases + StoreBackup.stateFiles
        where try source.status(of: "state/" + name) != nil {
            try copy("state/" + name, of: source, to: name, in: target, mode: 0o600, &report)
        }
        try copy(
            StoreFiles.catalogue, of: copies.root, to: StoreFiles.catalogue, in: files.root,
            &report)
        try target.syncFileSystem()
        try files.root.syncFileSystem()
        return report
    }

    /// The folder of a whole backup: the one that is named, or the latest of those in it.
    static func whole(_ backup: String) throws -> String {
        guard try FolderPlace.exists(backup) else { throw StorageError.noBackupFolder(backup) }
        let catalogue = "store/" + StoreFiles.catalogue
        if try Directory(at: backup).status(of: catalogue)?.kind == .file { return backup }
        guard let latest = try BackupShelf.latest(in: backup) else {
            throw StorageError.noBackup(backup)
        }
        return latest
    }

    private static func requireEmpty(_ files: StoreFiles, _ path: String) throws {
        if try files.exists(StoreFiles.catalogue) { throw StorageError.restoreNotEmpty(path) }
        for folder in StoreFiles.folders {
            try files.files(under: folder) { _ in throw StorageError.restoreNotEmpty(path) }
        }
    }

    private static func copy(
        _ name: String, of source: borrowing Directory, to newName: String,
        in target: borrowing Directory, mode: UInt32 = 0o644, _ report: inout BackupReport
    ) throws {
        let file = try source.openFile(FileName(name))
        let status = try file.status()
        let copy = try target.createFile(FileName(newName), mode: mode)
        try file.clone(to: copy)
        // The next backup of it knows the files again.
        try copy.setModified(status.modified)
        report.files += 1
        report.bytes += status.size
    }
}
