import Dispatch
import LinuxIO
import Synchronization

/// The current articles of a store, read from their files alone: nothing is locked, and briefd may run.
public struct StoredArticles: Sendable {
    /// What became of reading all of them.
    public struct Tally: Sendable {
        public var read = 0
        /// Files that no article could be read from.
        public var unreadable = 0
    }

    private let files: StoreFiles

    /// Throws where there is no store.
    public init(at path: String) throws(StorageError) {
        files = try storing { try StoreFiles(existing: path) }
    }

    /// Gives each article to `body`, on several threads at once. An article that is filed meanwhile may be missed.
    public func read(
        _ body: @escaping @Sendable (_ path: String, MarkdownFile) -> Void
    ) throws(StorageError) -> Tally {
        let paths = try storing { try self.paths() }
        let tally = Mutex(Tally())
        let piece = 64
        DispatchQueue.concurrentPerform(iterations: (paths.count + piece - 1) / piece) { index in
            var mine = Tally()
            for path in paths[(index * piece)..<min(paths.count, (index + 1) * piece)] {
                guard let bytes = try? files.read(path) else { continue }
                if let file = try? MarkdownFile.parse(bytes, path: path) {
                    mine.read += 1
                    body(path, file)
                } else {
                    mine.unreadable += 1
                }
            }
            let counted = mine
            tally.withLock {
                $0.read += counted.read
                $0.unreadable += counted.unreadable
            }
        }
        return tally.withLock { $0 }
    }

    private func paths() throws(SystemError) -> [String] {
        var paths: [String] = []
        for year in try files.root.directory("articles").names().names {
            guard try files.root.status(of: "articles/" + year)?.kind == .directory else {
                continue
            }
            for month in try files.root.directory("articles/" + year).names().names {
                let folder = "articles/\(year)/\(month)"
                guard try files.root.status(of: folder)?.kind == .directory else { continue }
                paths += try files.root.directory(folder).names().names
                    .filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }
                    .map { folder + "/" + $0 }
            }
        }
        return paths.sorted()
    }
}
