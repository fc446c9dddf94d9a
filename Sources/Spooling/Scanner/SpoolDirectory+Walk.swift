import Glibc
import LinuxIO

extension SpoolDirectory {
    /// Folders deeper than this are not looked into; nobody sorts documents so deep.
    static let maximumDepth = 32

    /// Marks the problem of a folder that could be read, but not be watched.
    static let watchCall = "inotify_add_watch"

    /// Visits every folder of a queue, the folders of saved pages and those left alone excepted.
    ///
    /// - Parameters:
    ///   - everything: whether folders left alone are visited too; only incoming/ has some that are others' own.
    ///   - problem: called for folders that cannot be opened or are too deep.
    func walk(
        _ queue: SpoolQueue, everything: Bool = false,
        problem: (FileName, SystemError) -> Void = { _, _ in },
        visit: (borrowing Directory, SpoolFolder) throws(SpoolError) -> Void
    ) throws(SpoolError) {
        try walk(
            beneath: try open(queue), rules: rules(of: queue),
            everything: everything && queue == .incoming, problem: problem, visit: visit)
    }

    /// What names mean in a queue.
    func rules(of queue: SpoolQueue) -> FolderRules {
        switch queue {
        case .incoming: FolderRules(names: settings.names, areSenders: true)
        case .active: FolderRules(names: nil, areSenders: false)
        case .deferred, .corrupt, .hold, .done: FolderRules(names: NameRules(), areSenders: false)
        }
    }

    /// The same for any directory.
    func walk(
        beneath top: borrowing Directory, rules: FolderRules, watching inotify: Inotify? = nil,
        everything: Bool = false, problem: (FileName, SystemError) -> Void = { _, _ in },
        visit: (borrowing Directory, SpoolFolder) throws(SpoolError) -> Void
    ) throws(SpoolError) {
        var folders: [(path: FileName, standing: SpoolStanding)] = [(.none, .document)]
        while let (path, standing) = folders.popLast() {
            do throws(SpoolError) {
                let directory = try io { () throws(SystemError) in try top.directory(path) }
                // Watched before it is read: what comes in between is seen by one or the other.
                if let inotify {
                    do throws(SystemError) {
                        try inotify.watch(directory)
                    } catch {
                        problem(path, error)
                    }
                }
                var folder = SpoolFolder(path: path, standing: standing)
                try io { () throws(SystemError) in try folder.read(directory, rules) }
                try visit(directory, folder)
                var below = folder.below.map { (path.appending($0), standing) }
                if everything {
                    below += folder.left.map { (path.appending($0.name), $0.standing(standing)) }
                }
                if path.components.count < SpoolDirectory.maximumDepth {
                    folders.append(contentsOf: below)
                } else if let (first, _) = below.first {
                    problem(
                        first, SystemError(call: "walk", path: first.printable, errno: ENAMETOOLONG)
                    )
                }
            } catch .system(let error) where !path.isEmpty {
                if !error.isNotFound { problem(path, error) }
            }
        }
    }
}
