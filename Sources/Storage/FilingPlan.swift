import BriefModel
import GRDB
import Hashing

/// Decides on the documents of a batch, one after the other, and plans the files and enters the rows of each.
///
/// It works within the transaction that the batch is committed in, so each decision sees the documents before
/// it; the files are written before that transaction ends.
struct FilingPlan {
    let reader: CatalogueReader
    let writer: CatalogueWriter
    let files: StoreFiles
    var pending = PendingFiles()

    init(_ db: Database, _ files: StoreFiles) {
        reader = CatalogueReader(db: db)
        writer = CatalogueWriter(db: db)
        self.files = files
    }

    mutating func take(_ filing: Filing) throws -> FilingOutcome {
        let original = SHA256Digest.hex(of: filing.original)
        switch try Decision(on: filing, original: original, in: reader) {
        case .file(let near): return try file(filing, original, near: near)
        case .sighting(let current): return try note(filing, original, of: current)
        case .revision(let current): return try revise(current, filing, original)
        case .sameText(let current): return try update(current, filing, original)
        }
    }

    private mutating func file(
        _ filing: Filing, _ original: String, near: [Revision]
    ) throws -> FilingOutcome {
        var front = FrontMatter(filing, id: try newID(filing), original: original)
        front.near = near.map(\.id)
        let chain = try enter(front, filing, chain: nil)
        for neighbour in near { try writer.linkNear(chain, neighbour.chain) }
        return .filed(id: front.id, near: front.near)
    }

    private mutating func note(
        _ filing: Filing, _ original: String, of current: Revision
    ) throws -> FilingOutcome {
        let sighting = Sighting(.sighting, of: current.id, filing, original: original)
        try note(sighting, filing, of: current)
        return .sighting(id: current.id)
    }

    private mutating func note(
        _ sighting: Sighting, _ filing: Filing, of current: Revision
    ) throws {
        pending.sightings.append(sighting)
        try keep(filing.original, as: sighting.original)
        try writer.addSighting(sighting, to: current.chain)
        try writer.addOriginal(sighting.original, to: current.num)
        try writer.addTags(filing.origin.tags, to: current.chain)
        if let entry = filing.origin.entry {
            try writer.addKey(entry, to: current.chain, replacing: false)
        }
    }

    private mutating func revise(
        _ old: Revision, _ filing: Filing, _ original: String
    ) throws -> FilingOutcome {
        var front = FrontMatter(filing, id: try newID(filing), original: original)
        front.supersedes = old.id
        try retire(old, by: front.id)
        try enter(front, filing, chain: old.chain)
        let sighting = Sighting(
            .revision, of: front.id, filing, original: original, supersedes: old.id)
        pending.sightings.append(sighting)
        try writer.addSighting(sighting, to: old.chain)
        for neighbour in try reader.near(filing.identity.shingles) {
            try writer.linkNear(old.chain, neighbour.chain)
        }
        return .revision(id: front.id, supersedes: old.id)
    }

    /// Moves the old file to superseded/. A file that cannot be read as ours is moved as it is; one that is
    /// missing is left to `verify`.
    mutating func retire(_ old: Revision, by id: String) throws {
        let path = try ArticlePath.superseded(old.path, id: old.id, isTaken: isTaken)
        var bytes: [UInt8] = []
        if let found = try content(of: old.path) {
            bytes = found
            if var file = try? MarkdownFile.parse(found, path: old.path) {
                file.front.supersededBy = id
                bytes = file.bytes
            }
            pending.write(path, bytes)
        }
        pending.remove(old.path)
        try writer.supersede(old.num, by: id, path: path, digest: SHA256Digest.bytes(of: bytes))
    }

    private mutating func update(
        _ current: Revision, _ filing: Filing, _ original: String
    ) throws -> FilingOutcome {
        let bytes = try content(of: current.path) ?? []
        let old = try? MarkdownFile.parse(bytes, path: current.path)
        var new =
            old
            ?? MarkdownFile(
                front: FrontMatter(filing, id: current.id, original: original), body: "")
        new.front.take(from: filing)
        new.body = filing.article.markdown
        if let old, new.front.statesTheSame(as: old.front), new.body == old.body {
            return .unchanged(id: current.id)
        }
        new.front.original = original
        let written = new.bytes
        pending.write(current.path, written)
        try writer.update(
            current.num, new.front, digest: SHA256Digest.bytes(of: written),
            text: filing.article.text)
        let sighting = Sighting(.update, of: current.id, filing, original: original)
        try note(sighting, filing, of: current)
        return .updated(id: current.id)
    }

    /// Plans the article's file and enters its row; returns its chain.
    @discardableResult private mutating func enter(
        _ front: FrontMatter, _ filing: Filing, chain: Int64?
    ) throws -> Int64 {
        let path = try ArticlePath.choose(for: filing, id: front.id, isTaken: isTaken)
        let bytes = MarkdownFile(front: front, body: filing.article.markdown).bytes
        try keep(filing.original, as: front.original)
        pending.write(path, bytes)
        let entered = try writer.insert(
            .init(
                front: front, path: path, digest: SHA256Digest.bytes(of: bytes),
                text: filing.article.text, shingles: filing.identity.shingles, chain: chain))
        if let entry = filing.origin.entry {
            try writer.addKey(entry, to: entered.chain, replacing: true)
        }
        return entered.chain
    }

    /// Keeps the bytes as they came, unless the store has them.
    private mutating func keep(_ bytes: [UInt8], as sha: String) throws {
        let path = StoreFiles.original(sha)
        if pending.content(of: path) == nil, try !files.exists(path) {
            pending.write(path, Gzip.compress(bytes))
        }
    }

    /// Has a file removed when the batch is carried out.
    mutating func remove(_ path: String) { pending.remove(path) }

    private func newID(_ filing: Filing) throws -> String {
        let digits: String
        if let hash = filing.identity.contentHash {
            digits = String(hash.drop { $0 != ":" }.dropFirst())
        } else {
            let entry = filing.origin.entry
            let name = "entry\n" + (entry?.feed ?? "") + "\n" + (entry?.key ?? "")
            digits = SHA256Digest.hex(of: Array(name.utf8))
        }
        return try ArticlePath.id(from: digits) { try reader.revision(id: $0) != nil }
    }

    private func isTaken(_ path: String) throws -> Bool {
        try pending.touches(path) || reader.revision(path: path) != nil || files.exists(path)
    }

    private func content(of path: String) throws -> [UInt8]? {
        if let planned = pending.content(of: path) { return planned }
        return try files.exists(path) ? files.read(path) : nil
    }
}
