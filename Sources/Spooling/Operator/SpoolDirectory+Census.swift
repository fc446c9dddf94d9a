import FoundationEssentials
import LinuxIO

extension SpoolDirectory {
    /// A folder changed within so many nanoseconds may change again without its time showing it: the kernel's clock of
    /// files ticks in milliseconds, that of other file systems in up to two seconds.
    private static let settled: Int64 = 2_000_000_000

    /// How many files are in each queue.
    public func counts() throws(SpoolError) -> SpoolCounts { try census().counts }

    /// Counts the files. Only the names in folders that have changed since the last census are read: where nothing
    /// moves, it costs one stat a folder, however many files there are.
    public func census() throws(SpoolError) -> SpoolCensus {
        let known = state.withLock { $0.census }
        var seen: [FileKey: FolderCensus] = [:]
        var census = SpoolCensus()
        var oldest: (changed: Int64, location: FileName)?
        for queue in SpoolDirectory.listedQueues {
            try visit(queue, known, &seen) { path, folder in
                census.counts[queue] += folder.documents
                census.counts.ignored += folder.ignored
                census.counts.notTaken += folder.notTaken
                if let first = folder.oldest, first.changed < oldest?.changed ?? .max {
                    oldest = (first.changed, path.appending(first.name))
                }
            }
        }
        let current = seen
        state.withLock { $0.census = current }
        for (_, entry) in leftInTrouble() {
            if entry.standing == .failed {
                census.counts.failed += 1
                if census.firstFailed == nil { census.firstFailed = entry }
            } else {
                census.counts.deferred += 1
            }
        }
        if let oldest {
            census.oldestCorrupt = entry(
                at: oldest.location, in: .corrupt, top: try open(.corrupt))
        }
        return census
    }

    /// Visits every folder of a queue as `walk` does; one that cannot be read, or goes meanwhile, is passed over.
    private func visit(
        _ queue: SpoolQueue, _ known: [FileKey: FolderCensus],
        _ seen: inout [FileKey: FolderCensus], _ body: (FileName, FolderCensus) -> Void
    ) throws(SpoolError) {
        let top = try open(queue)
        let rules = rules(of: queue)
        var folders: [(path: FileName, standing: SpoolStanding)] = [(.none, .document)]
        while let (path, standing) = folders.popLast() {
            do throws(SystemError) {
                let directory = try top.directory(path)
                guard let status = try directory.status(of: FileName(".")) else { continue }
                let isSettled = Date().nanoseconds - status.modified > SpoolDirectory.settled
                let folder: FolderCensus
                if let before = known[FileKey(status)], before.modified == status.modified,
                    before.standing == standing, before.names == rules.names
                {
                    folder = before
                } else {
                    var found = SpoolFolder(path: path, standing: standing)
                    try found.read(directory, rules)
                    folder = try count(found, in: queue, directory, modified: status.modified)
                }
                if isSettled, !folder.hasOrphans { seen[FileKey(status)] = folder }
                body(path, folder)
                if path.components.count < SpoolDirectory.maximumDepth {
                    folders.append(
                        contentsOf: folder.below.map { (path.appending($0.name), $0.standing) })
                }
            } catch {
                if path.isEmpty { throw .system(error) }
            }
        }
    }

    private func count(
        _ folder: SpoolFolder, in queue: SpoolQueue, _ directory: borrowing Directory,
        modified: Int64
    ) throws(SystemError) -> FolderCensus {
        var census = FolderCensus(
            modified: modified, standing: folder.standing, names: rules(of: queue).names,
            hasOrphans: folder.hasOrphans)
        census.below = folder.below.map { ($0, folder.standing) }
        if queue == .incoming {
            census.below += folder.left.map { ($0.name, $0.standing(folder.standing)) }
        }
        for file in folder.files {
            switch standing(of: file.name, in: folder, queue: queue) {
            case nil: continue
            case .ignored: census.ignored += 1
            case .notTaken: census.notTaken += 1
            case .document:
                census.documents += 1
                guard queue == .corrupt, let status = try directory.status(of: file.name) else {
                    continue
                }
                if status.changed < census.oldest?.changed ?? .max {
                    census.oldest = (status.changed, file.name)
                }
            }
        }
        return census
    }
}
