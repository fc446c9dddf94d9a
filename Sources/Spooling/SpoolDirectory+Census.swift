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
                if let first = folder.oldest, first.changed < oldest?.changed ?? .max {
                    oldest = (first.changed, path.appending(first.name))
                }
            }
        }
        let current = seen
        state.withLock { $0.census = current }
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
        var folders: [FileName] = [.none]
        while let path = folders.popLast() {
            do throws(SystemError) {
                let directory = try top.directory(path)
                guard let status = try directory.status(of: FileName(".")) else { continue }
                let isSettled = Date().nanoseconds - status.modified > SpoolDirectory.settled
                let folder: FolderCensus
                if let before = known[FileKey(status)], before.modified == status.modified {
                    folder = before
                } else {
                    folder = try read(directory, path, in: queue, modified: status.modified)
                }
                if isSettled { seen[FileKey(status)] = folder }
                body(path, folder)
                if path.components.count < SpoolDirectory.maximumDepth {
                    folders.append(contentsOf: folder.below.map { path.appending($0) })
                }
            } catch {
                if path.isEmpty { throw .system(error) }
            }
        }
    }

    private func read(
        _ directory: borrowing Directory, _ path: FileName, in queue: SpoolQueue, modified: Int64
    ) throws(SystemError) -> FolderCensus {
        var census = FolderCensus(modified: modified)
        let (folder, below) = try SpoolDirectory.sort(directory, path: path)
        census.below = below.map(\.last)
        for file in folder.files
        where isDocument(file.name, in: queue) && SpoolNaming.reasonToLeave(file.name) == nil {
            census.documents += 1
            guard queue == .corrupt, let status = try directory.status(of: file.name) else {
                continue
            }
            if status.changed < census.oldest?.changed ?? .max {
                census.oldest = (status.changed, file.name)
            }
        }
        return census
    }
}
