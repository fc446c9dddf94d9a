import BriefModel
import FoundationEssentials
import GRDB
import LinuxIO

extension ArticleStore {
    /// Takes an article out of the store, with its revisions. Its files lie in forgotten/ until the next collection of
    /// garbage; until then `recall` brings it back.
    ///
    /// - Parameter isForGood: it is never filed again, however it comes; else it is, when it comes again.
    /// - Returns: its id, or the current one where that of a revision was given.
    public func forget(
        _ id: String, isForGood: Bool = false
    ) throws(StorageError) -> String {
        try changing(id) { plan, revision in
            try plan.forget(revision, isForGood: isForGood)
            return try plan.reader.current(chain: revision.chain)?.id ?? revision.id
        }
    }

    /// Makes a revision the current one of its article. Throws `noArticle` where there is none.
    ///
    /// - Returns: its id.
    public func makeCurrent(_ id: String) throws(StorageError) -> String {
        try changing(id) { plan, revision in
            _ = try plan.mind(revision)
            try plan.makeCurrent(revision)
            return revision.id
        }
    }

    /// Holds an article back no more, now and whenever it comes again.
    ///
    /// - Returns: its id; nil where it is not held back.
    public func release(_ id: String) throws(StorageError) -> String? {
        var isChanged = false
        let current = try changing(id) { plan, revision in
            _ = try plan.mind(revision)
            let current = try plan.reader.current(chain: revision.chain) ?? revision
            isChanged = try plan.release(current)
            return current.id
        }
        return isChanged ? current : nil
    }

    private func changing(
        _ id: String, _ change: (inout FilingPlan, Revision) throws -> String
    ) throws(StorageError) -> String {
        let results = try commit([try catalogue.article(id).listing.id]) {
            plan, id throws(StorageError) in
            try storing {
                guard let revision = try plan.reader.revision(id: id) else {
                    throw StorageError.noArticle(id: id)
                }
                return try change(&plan, revision)
            }
        }
        guard let result = results.first else { throw .noArticle(id: id) }
        return try result.get()
    }

    /// Brings an article back that was forgotten, as long as its files are there. Throws `noArticle` where they are not.
    ///
    /// - Parameter id: its id, or the beginning of it, or that of a revision.
    /// - Returns: the ids of its revisions.
    public func recall(_ id: String) throws(StorageError) -> [String] {
        try writing {
            try pool.write { db in
                let found = try Forgotten(in: files).revisions(of: id)
                guard !found.isEmpty else { throw StorageError.noArticle(id: id) }
                var plan = FilingPlan(db, files, identify)
                for file in found {
                    plan.pending.write(file.path, file.bytes)
                    plan.remove(StoreFiles.forgotten(file.path))
                }
                let ids = found.map(\.front.id)
                let list = try RefusedList(in: files)
                if list.lines.contains(where: { ids.contains($0.id) }) {
                    plan.pending.write(RefusedList.path, try list.removing(Set(ids)))
                }
                _ = try plan.carryOut()
                for id in ids { try plan.writer.allow(id) }
                _ = try Mending.run(db, files, identify)
                try SightingLog.replay(of: Set(ids), from: files, plan)
                return ids
            }
        }
    }
}

/// The articles that lie in forgotten/.
struct Forgotten {
    struct File {
        /// Where it lay, and shall lie again.
        var path: String
        var front: FrontMatter
        var bytes: [UInt8]
    }

    private let files: StoreFiles

    init(in files: StoreFiles) { self.files = files }

    /// The paths of all files, beneath the store, with their sizes.
    func paths() throws -> [String] {
        var paths: [String] = []
        for folder in ["articles", "superseded"] {
            try files.files(under: StoreFiles.forgotten(folder)) { paths.append($0) }
        }
        return paths
    }

    /// All revisions of the article that has, or had, an id that begins so.
    func revisions(of id: String) throws -> [File] {
        guard !id.isEmpty else { return [] }
        var rest: [File] = []
        for path in try paths() {
            let bytes = try files.read(path)
            let place = String(path.dropFirst(StoreFiles.forgotten("").count))
            guard let file = try? MarkdownFile.parse(bytes, path: path) else { continue }
            rest.append(File(path: place, front: file.front, bytes: bytes))
        }
        guard let first = rest.firstIndex(where: { $0.front.id.hasPrefix(id) }) else { return [] }
        var found = [rest.remove(at: first)]
        var next = 0
        while next < found.count {
            let front = found[next].front
            let linked = [front.supersedes, front.supersededBy]
            found += rest.filter { linked.contains($0.front.id) }
            rest.removeAll { linked.contains($0.front.id) }
            next += 1
        }
        return found
    }
}

extension SightingLog {
    /// Enters the arrivals of some articles anew.
    fileprivate static func replay(
        of ids: Set<String>, from files: StoreFiles, _ plan: FilingPlan
    ) throws {
        for name in try SightingLog.files(in: files.root) {
            _ = try SightingLog.read(name, from: 0, in: files.root) { sighting in
                guard ids.contains(sighting.id),
                    let article = try plan.reader.revision(id: sighting.id)
                else { return }
                try plan.enter(sighting, of: article)
            }
        }
    }
}

extension ArticleStore {
    /// Removes forgotten articles for good, superseded revisions and originals beyond their limits, and originals that no
    /// article names then.
    ///
    /// - Parameter isRehearsal: nothing is removed; the report says what would be.
    public func collectGarbage(
        superseded: KeepLimit, originals: KeepLimit, now: Date, isRehearsal: Bool
    ) throws(StorageError) -> GarbageReport {
        try writing {
            try GarbageCollection.run(
                pool, files, identify, superseded: superseded, originals: originals, now: now,
                isRehearsal: isRehearsal)
        }
    }
}
