import BriefModel
import FoundationEssentials
import GRDB
import LinuxIO

/// How much of what is not needed stays.
public enum KeepLimit: Sendable, Equatable {
    case forever
    case age(Duration)
    /// The oldest go first.
    case bytes(Int)
}

/// What a collection of garbage removed, or would remove: files and their bytes on the disk.
public struct GarbageReport: Sendable, Codable, Equatable {
    public struct Part: Sendable, Codable, Equatable {
        public var files = 0
        public var bytes = 0

        mutating func add(_ size: Int) {
            files += 1
            bytes += size
        }
    }

    /// Files of articles that were forgotten.
    public var forgotten = Part()
    public var superseded = Part()
    /// Originals of articles that stay.
    public var originals = Part()
    /// Originals that no article names any more.
    public var orphans = Part()
}

/// Removes what nobody asked to keep: forgotten articles for good, superseded revisions and originals beyond their limits,
/// and the originals that no article names then.
struct GarbageCollection {
    private struct File {
        var path: String
        var size: Int
        /// Nanoseconds since 1970.
        var modified: Int64
    }

    private let files: StoreFiles
    private var plan: FilingPlan
    private let now: Int64
    private var report = GarbageReport()
    private var gone: [String] = []

    /// Removes them, or only says what would go. The rows are gone before the files are: after a crash files lie there
    /// that the next collection removes.
    static func run(
        _ pool: DatabasePool, _ files: StoreFiles, _ identify: ArticleStore.Identify,
        superseded: KeepLimit, originals: KeepLimit, now: Date, isRehearsal: Bool
    ) throws -> GarbageReport {
        var done: GarbageCollection?
        try pool.writeWithoutTransaction { db in
            try db.inTransaction {
                var collection = GarbageCollection(db, files, identify, now)
                try collection.collect(superseded: superseded, originals: originals)
                done = collection
                if isRehearsal { return .rollback }
                try collection.plan.noteRemoval(of: collection.gone)
                _ = try collection.plan.carryOut()
                return .commit
            }
            guard let done, !isRehearsal else { return }
            for path in done.gone where try files.exists(path) { try files.root.remove(path) }
        }
        return done?.report ?? GarbageReport()
    }

    private init(
        _ db: Database, _ files: StoreFiles, _ identify: ArticleStore.Identify, _ now: Date
    ) {
        self.files = files
        plan = FilingPlan(db, files, identify)
        self.now = Int64(now.timeIntervalSince1970 * 1e9)
    }

    private mutating func collect(superseded: KeepLimit, originals: KeepLimit) throws {
        for path in try Forgotten(in: files).paths() {
            report.forgotten.add(try files.root.status(of: path)?.size ?? 0)
            gone.append(path)
        }
        for file in beyond(superseded, try all(under: "superseded")) {
            if let revision = try plan.reader.revision(path: file.path) {
                // One that somebody made current meanwhile, or whose article is gone, is left to `verify`.
                guard let current = try plan.reader.current(chain: revision.chain) else { continue }
                try plan.unlink(revision)
                try plan.writer.remove(revision: revision.num, of: current.num)
            }
            report.superseded.add(file.size)
            gone.append(file.path)
        }
        var named: [File] = []
        for file in try all(under: "originals") where file.path.hasSuffix(".gz") {
            let name = file.path.dropFirst(StoreFiles.folder(of: file.path).count + 1)
            if try plan.reader.isKnown(original: String(name.dropLast(3))) {
                named.append(file)
            } else {
                report.orphans.add(file.size)
                gone.append(file.path)
            }
        }
        for file in beyond(originals, named) {
            report.originals.add(file.size)
            gone.append(file.path)
        }
        try plan.giveUp(
            originals: beyond(originals, named).map {
                String($0.path.dropFirst(StoreFiles.folder(of: $0.path).count + 1).dropLast(3))
            })
    }

    private func all(under folder: String) throws -> [File] {
        var found: [File] = []
        try files.files(under: folder) { path in
            guard !StoreFiles.isTemporary(path), let status = try files.root.status(of: path)
            else { return }
            found.append(File(path: path, size: status.size, modified: status.modified))
        }
        return found.sorted { ($0.modified, $0.path) < ($1.modified, $1.path) }
    }

    /// Those of some files, the oldest first, that a limit gives up.
    private func beyond(_ limit: KeepLimit, _ files: [File]) -> [File] {
        switch limit {
        case .forever: return []
        case .age(let age):
            let oldest = now - Int64(age.components.seconds) * 1_000_000_000
            return files.filter { $0.modified < oldest }
        case .bytes(let most):
            var total = files.reduce(0) { $0 + $1.size }
            return Array(
                files.prefix { file in
                    defer { total -= file.size }
                    return total > most
                })
        }
    }
}

extension FilingPlan {
    /// Where the names of originals stand that were removed on purpose, one a line.
    static let givenUp = "originals/given-up"

    /// Takes down that originals were removed on purpose: neither `verify` nor a new catalogue looks for them.
    mutating func giveUp(originals: [String]) throws {
        guard !originals.isEmpty else { return }
        let old = try files.exists(Self.givenUp) ? files.read(Self.givenUp) : []
        pending.write(Self.givenUp, old + Array(originals.map { $0 + "\n" }.joined().utf8))
        for sha in originals { try writer.giveUp(original: sha) }
    }

    /// Closes the list of an article's revisions around one that leaves it.
    mutating func unlink(_ revision: Revision) throws {
        guard let bytes = try content(of: revision.path),
            let own = try? MarkdownFile.parse(bytes, path: revision.path).front
        else { return }
        for other in try reader.revisions(chain: revision.chain) where other.num != revision.num {
            try relink(other, without: own)
        }
    }
}
