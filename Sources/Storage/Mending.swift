import BriefModel
import FoundationEssentials
import GRDB
import Hashing
import LinuxIO

/// Brings catalogue and files together again. On an empty catalogue this makes it anew.
struct Mending {
    private static let reported = 100

    private let reader: CatalogueReader
    private let writer: CatalogueWriter
    private let files: StoreFiles
    private let identify: ArticleStore.Identify
    private var report = MendReport()
    /// What the taken-in files say of their chains, entered once all chains are known.
    private var links: [Link] = []
    /// Revisions that were taken in: the number of the old one, the id of the new one.
    private var revisions: [(old: Int64, successor: String)] = []
    private var plan: FilingPlan

    private struct Link {
        var num: Int64
        var filed: String
        var isRevision: Bool
        var feed: String?
        var key: String?
        var tags: [String]
        var near: [String]
    }

    /// Compares files and catalogue, and mends what differs.
    static func run(
        _ db: Database, _ files: StoreFiles, _ identify: @escaping ArticleStore.Identify
    ) throws -> MendReport {
        var mending = Mending(db, files, identify)
        try mending.mend()
        return mending.report
    }

    private init(
        _ db: Database, _ files: StoreFiles, _ identify: @escaping ArticleStore.Identify
    ) {
        reader = CatalogueReader(db: db)
        writer = CatalogueWriter(db: db)
        plan = FilingPlan(db, files, identify)
        self.files = files
        self.identify = identify
    }

    private mutating func mend() throws {
        try files.files(under: "originals") {
            if StoreFiles.isTemporary($0) { try removeTemporary($0) }
        }
        for path in try filesWithoutRow() { try takeIn(path) }
        for (num, successor) in revisions {
            // Where no copy lay in superseded/ the old file still has to go there.
            if let old = try reader.revision(num: num), old.supersededBy == nil {
                try plan.retire(old, by: successor)
            }
        }
        try enterLinks()
        try replaySightings()
        _ = try GroupCommit.carryOut(plan.pending, in: files)
    }

    private mutating func removeTemporary(_ path: String) throws {
        try files.root.remove(path)
        report.temporaryFiles += 1
    }

    /// Articles first: what lies in superseded/ is judged by them.
    private mutating func filesWithoutRow() throws -> [String] {
        var found: [String] = []
        for folder in ["articles", "superseded"] {
            try files.files(under: folder) { path in
                if StoreFiles.isTemporary(path) { return try removeTemporary(path) }
                if path.hasSuffix(".md") { found.append(path) }
            }
        }
        var present = Set(found)
        let paths = try String.fetchCursor(reader.db, sql: "SELECT path FROM articles")
        while let path = try paths.next() {
            guard present.remove(path) == nil else { continue }
            report.missingCount += 1
            if report.missing.count < Self.reported { report.missing.append(path) }
        }
        return found.filter(present.contains)
    }

    private mutating func takeIn(_ path: String) throws {
        let bytes: [UInt8]
        let file: MarkdownFile
        do {
            bytes = try files.read(path)
            file = try MarkdownFile.parse(bytes, path: path)
        } catch {
            if report.unreadable.count < Self.reported {
                report.unreadable.append(StorageError(any: error).description)
            }
            return
        }
        if let known = try reader.revision(id: file.front.id) {
            try settle(path, file, bytes, known)
        } else {
            try enter(path, file, bytes)
        }
    }

    /// A second file of an article that has a row.
    private mutating func settle(
        _ path: String, _ file: MarkdownFile, _ bytes: [UInt8], _ known: Revision
    ) throws {
        let isCopy = path.hasPrefix("superseded/")
        if isCopy, known.supersededBy == nil {
            if let successor = file.front.supersededBy, try reader.revision(id: successor) != nil {
                // The revision was filed; only the old file's removal, and the row, were missing.
                plan.remove(known.path)
                try writer.supersede(
                    known.num, by: successor, path: path, checksum: Checksum.crc32(of: bytes))
            } else {
                // The revision never came to be: its document comes again.
                plan.remove(path)
            }
        } else if try !files.exists(known.path) {
            // Moved by somebody's hand.
            try writer.move(known.num, to: path)
        } else if !isCopy, known.supersededBy != nil {
            plan.remove(path)
        }
    }

    private mutating func enter(_ path: String, _ file: MarkdownFile, _ bytes: [UInt8]) throws {
        var front = file.front
        if path.hasPrefix("articles/") { front.supersededBy = nil }
        let isCurrent = front.supersededBy == nil
        let shingles = isCurrent ? identify(MarkdownText.plain(file.body)).shingles : Shingles()
        let entered = try writer.insert(
            .init(
                front: front, path: path, checksum: Checksum.crc32(of: bytes),
                samples: NearSamples(of: shingles), chain: nil))
        report.takenIn += 1
        links.append(
            Link(
                num: entered.num, filed: front.filed, isRevision: front.supersedes != nil,
                feed: front.feed, key: front.entryKey, tags: front.tags, near: front.near))
        if let supersedes = front.supersedes, let old = try reader.revision(id: supersedes) {
            try writer.join(chain: entered.chain, into: old.chain)
            revisions.append((old.num, front.id))
        }
        try joinSuccessor(of: front.id, num: entered.num)
    }

    /// Files come in the order of their names, so that a successor may have come first.
    private func joinSuccessor(of id: String, num: Int64) throws {
        guard let own = try reader.revision(num: num),
            let successor = try reader.revision(superseding: id), successor.chain != own.chain
        else { return }
        try writer.join(chain: successor.chain, into: own.chain)
    }

    private func enterLinks() throws {
        let inOrder = links.sorted {
            ($0.filed, $0.isRevision ? 1 : 0, $0.num) < ($1.filed, $1.isRevision ? 1 : 0, $1.num)
        }
        for link in inOrder {
            guard let own = try reader.revision(num: link.num) else { continue }
            try writer.addTags(link.tags, to: own.chain)
            if let feed = link.feed, let key = link.key {
                // An entry that became another item was filed again under its key: the last one bears it.
                try addKey(feed, key, to: own.chain, replacing: true)
            }
            for id in link.near {
                if let other = try reader.revision(id: id) {
                    try writer.linkNear(own.chain, other.chain)
                }
            }
        }
    }

    private func addKey(
        _ feed: String, _ key: String, to chain: Int64, replacing: Bool = false
    ) throws {
        let entry = Origin.FeedEntry(feed: feed, key: key, ownsLink: false)
        try writer.addKey(entry, to: chain, replacing: replacing)
    }

    private mutating func replaySightings() throws {
        for name in try SightingLog.files(in: files.root) {
            let known = try reader.replayed(name)
            // A file that became shorter is another one, from a backup.
            let size = try files.root.status(of: name)?.size ?? 0
            let (done, _) = try SightingLog.read(
                name, from: known <= size ? known : size, in: files.root
            ) { sighting in
                guard let article = try reader.revision(id: sighting.id) else { return }
                report.sightings += 1
                try writer.addSighting(sighting, to: article.chain)
                try writer.addOriginal(sighting.original, to: article.num)
                try writer.addTags(sighting.tags, to: article.chain)
                if let feed = sighting.feed, let key = sighting.entryKey {
                    try addKey(feed, key, to: article.chain)
                }
            }
            if done != known { try writer.setReplayed(name, bytes: done) }
        }
    }
}
