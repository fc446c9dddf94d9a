import BriefModel
import FoundationEssentials
import GRDB
import Hashing
import LinuxIO

/// Brings catalogue and files together again. On an empty catalogue this makes it anew.
struct Mending {
    /// So many files are written in one round of syncs.
    static let writtenAtOnce = 256

    let reader: CatalogueReader
    let writer: CatalogueWriter
    let files: StoreFiles
    let identify: ArticleStore.Identify
    var report = MendReport()
    /// What the taken-in files say of their chains, entered once all chains are known.
    private var links: [Link] = []
    /// Revisions that were taken in: the number of the old one, the id of the new one.
    private var revisions: [(old: Int64, successor: String)] = []
    var plan: FilingPlan
    /// How articles without a file are read again; nil where they are reported only.
    let recovery: Recovery?
    /// Whether the catalogue was empty.
    private(set) var isAnew = false
    /// Files that no article could be read from, with the reason.
    var damaged: [String: String] = [:]
    /// Entries at the end of the log of evidence that the catalogue did not know: by the sighting that they name.
    var unread: [String: [Int]] = [:]

    private struct Link {
        var num: Int64
        var filed: String
        var isRevision: Bool
        var feed: String?
        var key: String?
        var tags: [String]
        var near: [NearLink]
        var parts: [String]
    }

    /// Compares files and catalogue, and mends what differs.
    ///
    /// - Parameters:
    ///   - comparison: what differs, where that is known; else all files are looked at.
    ///   - recovery: how articles without a file are read again; without it they are reported only.
    static func run(
        _ db: Database, _ files: StoreFiles, _ identify: ArticleStore.Identify,
        comparison: StoreComparison? = nil, recovery: Recovery? = nil
    ) throws -> MendReport {
        var mending = Mending(db, files, identify, recovery)
        try mending.mend(comparison)
        return mending.report
    }

    private init(
        _ db: Database, _ files: StoreFiles, _ identify: ArticleStore.Identify,
        _ recovery: Recovery?
    ) {
        self.recovery = recovery
        reader = CatalogueReader(db: db)
        writer = CatalogueWriter(db: db)
        plan = FilingPlan(db, files, identify)
        self.files = files
        self.identify = identify
    }

    private mutating func mend(_ known: StoreComparison?) throws {
        let comparison = try known ?? .between(reader.db, files)
        isAnew = try reader.nextNumber() == 1
        try readProofs()
        for path in try filesWithoutRow(comparison) {
            try takeIn(path)
            if plan.pending.paths.count >= Self.writtenAtOnce { try carryOut() }
        }
        for (num, successor) in revisions {
            // Where no copy lay in superseded/ the old file still has to go there.
            if let old = try reader.revision(num: num), old.supersededBy == nil {
                try plan.retire(old, by: successor)
            }
        }
        if let recovery { try bringBack(recovery) }
        if isAnew { try lookForOrphans(recovery) }
        for (path, why) in damaged.sorted(by: { $0.key < $1.key }) { report.leftOut.add(path, why) }
        try enterLinks()
        try replaySightings()
        try writer.forgetOldHolds()
        if isAnew { try enterWishes() }
        try carryOut()
        try settleProofs()
    }

    /// Writes what is planned so far.
    mutating func carryOut() throws {
        guard !plan.pending.isEmpty else { return }
        _ = try plan.carryOut()
        plan.pending = PendingFiles()
    }

    private mutating func removeTemporary(_ path: String) throws {
        try files.root.remove(path)
        report.temporaryFiles += 1
    }

    /// Minds what changed, and says which files no row names.
    private mutating func filesWithoutRow(_ comparison: StoreComparison) throws -> [String] {
        for path in comparison.temporaries { try removeTemporary(path) }
        for note in comparison.leftOut { report.leftOut.add(note.path, note.why) }
        for article in comparison.missing {
            noteMissing(article.path, "the file of article \(article.id) is gone")
        }
        for number in comparison.changed {
            guard let article = try reader.revision(num: number) else { continue }
            try lookAt(article)
            if plan.pending.paths.count >= Self.writtenAtOnce { try carryOut() }
        }
        return comparison.strangers
    }

    private mutating func noteMissing(_ path: String, _ why: String) {
        report.missing.add(path, why)
        report.missingPaths.insert(path)
    }

    private mutating func lookAt(_ article: Revision) throws {
        do {
            switch try plan.mind(article) {
            case .sound: break
            case .edited:
                guard plan.pending.touches(article.path) else { break }
                report.edited.add(article.path, "article \(article.id) was edited by hand")
            case .gone:
                noteMissing(
                    article.path, "the file of article \(article.id) cannot be read as one")
            }
        } catch let error as SystemError where !error.isOutOfSpace {
            report.leftOut.add(article.path, error.description)
        }
    }

    private mutating func takeIn(_ path: String) throws {
        let bytes: [UInt8]
        do {
            bytes = try files.read(path)
        } catch {
            // It may well be sound: nothing is put in its place.
            report.leftOut.add(path, error.description)
            return
        }
        let old = try recovery?.article(at: path)
        let isSame = old.map { $0.checksum == Checksum.crc32(of: bytes) }
        if let old, isSame == false, try hasDecayed(old) {
            damaged[path] =
                "its bytes changed and its time of change did not: the disk's doing, nobody's edit"
            return
        }
        let known = try isSame == false ? old.flatMap { try recovery?.front(of: $0) } : nil
        switch FileCheck(identify: identify)
            .check(
                bytes, path: path, modified: try files.modified(path), known: known,
                isSameFile: isSame)
        {
        case .damaged(let why): damaged[path] = why
        case .asWritten(var file):
            guard try place(&file, at: path) else {
                try takeIn(path, file, bytes)
                return
            }
            let written = file.bytes
            if try takeIn(path, file, written) { plan.pending.write(path, written) }
        case .edited(var file):
            try place(&file, at: path)
            let written = file.bytes
            if try takeIn(path, file, written) {
                plan.pending.write(path, written)
                report.edited.add(path, "article \(file.front.id) was edited by hand")
            }
        }
    }

    /// Puts an article that somebody laid into the store by hand behind all others, so that whoever follows sees it, and
    /// so that every rebuild finds it there. Says whether its file is to be written with that.
    @discardableResult private func place(
        _ file: inout MarkdownFile, at path: String
    ) throws -> Bool {
        guard file.front.sequence == nil, path.hasPrefix("articles/"),
            try reader.revision(id: file.front.id) == nil
        else { return false }
        // In a catalogue that is made anew all files are strangers; only the old one knows which are.
        if isAnew {
            guard let recovery, recovery.old != nil, try !recovery.knows(file.front.id) else {
                return false
            }
        }
        let last = try recovery?.lastSequence() ?? 0
        file.front.sequence = max(try reader.nextSequence(at: Date()), last + 1)
        return true
    }

    /// Whether a file with other bytes looks as it did when it was read last.
    private func hasDecayed(_ article: Revision) throws -> Bool {
        guard let stamp = article.stamp else { return false }
        return try files.root.status(of: article.path).map(FileStamp.init) == stamp
    }

    /// Says whether the file is an article's own now.
    @discardableResult private mutating func takeIn(
        _ path: String, _ file: MarkdownFile, _ bytes: [UInt8]
    ) throws -> Bool {
        guard let known = try reader.revision(id: file.front.id) else {
            try enter(path, file, bytes)
            return true
        }
        return try settle(path, file, bytes, known)
    }

    /// A second file of an article that has a row.
    private mutating func settle(
        _ path: String, _ file: MarkdownFile, _ bytes: [UInt8], _ known: Revision
    ) throws -> Bool {
        let isCopy = path.hasPrefix("superseded/")
        if isCopy, known.supersededBy == nil {
            if let successor = file.front.supersededBy, try reader.revision(id: successor) != nil {
                // The revision was filed; only the old file's removal, and the row, were missing.
                plan.pending.remove(known.path)
                try writer.supersede(
                    known.num, by: successor, path: path, checksum: Checksum.crc32(of: bytes))
                return true
            }
            // The revision never came to be: its document comes again.
            plan.pending.remove(path)
        } else if try !files.exists(known.path) {
            // Moved by somebody's hand.
            try writer.move(known.num, to: path)
            report.missing.remove(known.path)
            report.missingPaths.remove(known.path)
            return true
        } else if !isCopy, known.supersededBy != nil {
            plan.pending.remove(path)
        } else if known.path != path {
            report.leftOut.add(path, "it is a second file of article \(known.id), \(known.path)")
        }
        return false
    }

    private mutating func enter(_ path: String, _ file: MarkdownFile, _ bytes: [UInt8]) throws {
        var front = file.front
        if path.hasPrefix("articles/") { front.supersededBy = nil }
        let isCurrent = front.supersededBy == nil
        let shingles =
            isCurrent
            ? identify(MarkdownText.plain(file.body, pictures: false)).shingles : Shingles()
        try enter(front, path, checksum: Checksum.crc32(of: bytes), shingles)
        report.takenIn += 1
    }

    /// Enters an article's row, and notes what is to be entered of its chain.
    mutating func enter(
        _ front: FrontMatter, _ path: String, checksum: UInt32, _ shingles: Shingles
    ) throws {
        let entered = try writer.insert(
            .init(
                front: front, path: path, checksum: checksum,
                samples: NearSamples(of: shingles), chain: nil))
        if let status = try files.root.status(of: path) {
            try writer.setStamp(FileStamp(status), at: path)
        }
        links.append(
            Link(
                num: entered.num, filed: front.filed, isRevision: front.supersedes != nil,
                feed: front.feed, key: front.entryKey, tags: front.tags, near: front.near,
                parts: front.seriesParts))
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
            for near in link.near {
                if let other = try reader.revision(id: near.id) {
                    try writer.linkNear(own.chain, other.chain, near.likeness)
                }
            }
            for part in link.parts {
                if let other = try reader.revision(id: part) {
                    try writer.linkPart(own.chain, other.chain)
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

    /// What operators do not want: articles that are never to be filed again, originals that were given up.
    private func enterWishes() throws {
        for line in try RefusedList(in: files).lines { try writer.refuse(line.mark, for: line.id) }
        guard try files.exists(FilingPlan.givenUp) else { return }
        for line in try files.read(FilingPlan.givenUp).split(separator: UInt8(ascii: "\n")) {
            try writer.giveUp(original: String(decoding: line, as: UTF8.self))
        }
    }

    private mutating func replaySightings() throws {
        for name in try SightingLog.files(in: files.root) {
            let known = try reader.replayed(name)
            // A file that became shorter is another one, from a backup.
            let size = try files.root.status(of: name)?.size ?? 0
            let (done, _) = try SightingLog.readLines(
                name, from: known <= size ? known : size, in: files.root
            ) { sighting, line in
                noteProof(of: sighting, line)
                guard let article = try reader.revision(id: sighting.id) else { return }
                report.sightings += 1
                try plan.enter(sighting, of: article)
            }
            if done != known { try writer.setReplayed(name, bytes: done) }
        }
    }
}
