import LinuxIO

/// Writes the files of a batch so that a crash at any instant leaves each of them whole or absent.
///
/// 1. Every file is written under a temporary name in its folder; sightings are appended.
/// 2. One round of syncs makes the contents durable. Only now
/// 3. are the files renamed to their names: so no name ever stands for a file that is not whole.
/// 4. A second round makes the names durable. Only now
/// 5. the log of evidence is told, where one is kept, and synced; and
/// 6. the files are removed that other names have taken the place of.
///
/// The rows are committed after that. What a crash leaves, the start-up scan mends: temporary names are removed,
/// files without rows are taken into the catalogue, a revision that was half done is finished or undone.
/// A sync that fails is not retried: the kernel may have dropped the pages and call the next one a success.
enum GroupCommit {
    /// Up to so many files are synced one by one; more in one call for the whole file system, which costs no more
    /// than two or three of the former, but waits for what others have written there as well.
    private static let fewFiles = 4

    struct Written {
        var sightings: [SightingLog.Appended] = []
        var proofs: [ProofEntry] = []
    }

    /// - Parameter proofs: what the log of evidence is told of it.
    static func carryOut(
        _ pending: PendingFiles, in files: StoreFiles, proofs: [ProofEntry] = []
    ) throws -> Written {
        let single = pending.paths.count + (pending.sightings.isEmpty ? 0 : 1) <= fewFiles
        var folders: Set<String> = pending.sightings.isEmpty ? [] : ["sightings"]
        var temporary: [(name: String, path: String)] = []
        var renamed = 0
        var written = Written()
        do {
            for path in pending.paths {
                folders.formUnion(try makeFolder(of: path, in: files))
                let name = temporaryName(beside: path)
                temporary.append((name, path))
                let file = try files.root.createFile(name)
                try file.write(pending.content(of: path) ?? [])
                if single { try file.sync() }
            }
            written.sightings = try SightingLog.append(
                pending.sightings, in: files.root, sync: single)
            if !single { try files.root.syncFileSystem() }
            for next in temporary {
                try files.root.rename(next.name, to: next.path)
                renamed += 1
            }
            if single { try sync(folders, in: files) } else { try files.root.syncFileSystem() }
            written.proofs = try files.proof?.append(proofs, in: files.root) ?? []
        } catch {
            for left in temporary[renamed...] { try? files.root.remove(left.name) }
            SightingLog.takeBack(written.sightings, in: files.root)
            throw error
        }
        for path in pending.removals where try files.exists(path) {
            try files.root.remove(path)
        }
        return written
    }

    private static func temporaryName(beside path: String) -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return StoreFiles.folder(of: path) + "/" + StoreFiles.temporaryPrefix + digits
    }

    /// Makes the folder where it is missing. Returns the folders whose entries change by the file: its own,
    /// and, where that is new, all those above.
    private static func makeFolder(of path: String, in files: StoreFiles) throws -> Set<String> {
        var folder = StoreFiles.folder(of: path)
        guard try !files.exists(folder) else { return [folder] }
        try files.root.makeDirectory(folder)
        var changed: Set<String> = []
        while !folder.isEmpty {
            changed.insert(folder)
            folder = StoreFiles.folder(of: folder)
        }
        return changed.union([""])
    }

    private static func sync(_ folders: Set<String>, in files: StoreFiles) throws {
        for folder in folders.sorted() {
            if folder.isEmpty {
                try files.root.sync()
            } else {
                try files.root.directory(folder).sync()
            }
        }
    }
}
