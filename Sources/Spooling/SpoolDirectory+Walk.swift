import Glibc
import LinuxIO

/// One folder as a walk finds it.
struct SpoolFolder {
    /// Beneath the queue; empty for the queue's own folder.
    var path: FileName
    /// Everything in it but folders.
    var files: [DirectoryEntry] = []
    /// Folders that belong to a page in this folder, by the page's stem.
    var assets: [FileName: FileName] = [:]
    /// Whether it looks like a page's assets, or lies in such a folder, though the page is not there (yet).
    var isOrphan: Bool {
        path.components.contains { SpoolNaming.pageStem(ofAssets: $0) != nil }
    }

    func assets(of page: FileName) -> FileName? {
        if assets.isEmpty { return nil }
        return SpoolNaming.pageStem(ofPage: page).flatMap { assets[$0] }
    }
}

extension SpoolDirectory {
    /// Folders deeper than this are not looked into; nobody sorts documents so deep.
    static let maximumDepth = 32

    /// Marks the problem of a folder that could be read, but not be watched.
    static let watchCall = "inotify_add_watch"

    /// Visits every folder of a queue, the folders of saved pages and those left alone excepted.
    ///
    /// - Parameter problem: called for folders that cannot be opened or are too deep.
    func walk(
        _ queue: SpoolQueue, watching inotify: Inotify? = nil,
        problem: (FileName, SystemError) -> Void = { _, _ in },
        visit: (borrowing Directory, SpoolFolder) throws(SpoolError) -> Void
    ) throws(SpoolError) {
        try walk(beneath: try open(queue), watching: inotify, problem: problem, visit: visit)
    }

    /// The same for any directory.
    func walk(
        beneath top: borrowing Directory, watching inotify: Inotify? = nil,
        problem: (FileName, SystemError) -> Void = { _, _ in },
        visit: (borrowing Directory, SpoolFolder) throws(SpoolError) -> Void
    ) throws(SpoolError) {
        var folders: [FileName] = [.none]
        while let path = folders.popLast() {
            do throws(SpoolError) {
                let directory = try io { () throws(SystemError) in try top.directory(path) }
                // Watched before it is read: what comes in between is seen by one or the other.
                if let inotify, (try? inotify.watch(directory)) == nil {
                    problem(
                        path,
                        SystemError(
                            call: SpoolDirectory.watchCall, path: "", errno: ENOSPC))
                }
                let (folder, below) = try io { () throws(SystemError) in
                    try SpoolDirectory.sort(directory, path: path)
                }
                try visit(directory, folder)
                if path.components.count < SpoolDirectory.maximumDepth {
                    folders.append(contentsOf: below)
                } else if let first = below.first {
                    problem(
                        first, SystemError(call: "walk", path: first.printable, errno: ENAMETOOLONG)
                    )
                }
            } catch .system(let error) where !path.isEmpty {
                if !error.isNotFound { problem(path, error) }
            }
        }
    }

    /// Parts what is in a folder into files, saved pages' folders, and folders to look into.
    static func sort(
        _ directory: borrowing Directory, path: FileName
    ) throws(SystemError) -> (SpoolFolder, [FileName]) {
        var folder = SpoolFolder(path: path)
        var below: [FileName] = []
        for entry in try directory.entries() {
            guard let kind = try directory.kind(of: entry) else {
                continue
            }
            if kind == .directory {
                if SpoolNaming.reasonToLeave(entry.name) == nil { below.append(entry.name) }
            } else {
                folder.files.append(
                    DirectoryEntry(name: entry.name, kind: kind, inode: entry.inode))
            }
        }
        let looksLikeAssets = below.contains { SpoolNaming.pageStem(ofAssets: $0) != nil }
        if looksLikeAssets {
            let stems = Set(folder.files.compactMap { SpoolNaming.pageStem(ofPage: $0.name) })
            below.removeAll { name in
                guard let stem = SpoolNaming.pageStem(ofAssets: name), stems.contains(stem) else {
                    return false
                }
                folder.assets[stem] = name
                return true
            }
        }
        return (folder, below.map { path.appending($0) })
    }
}
