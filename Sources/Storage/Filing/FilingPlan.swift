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
    let identify: ArticleStore.Identify
    var pending = PendingFiles()
    /// What the log of evidence is to be told besides what `pending` says.
    var proofs: [ProofEntry] = []

    init(_ db: Database, _ files: StoreFiles, _ identify: ArticleStore.Identify) {
        reader = CatalogueReader(db: db)
        writer = CatalogueWriter(db: db)
        self.files = files
        self.identify = identify
    }

    mutating func take(_ prepared: PreparedFiling) throws -> FilingOutcome {
        if let rule = prepared.filing.droppedBy {
            pending.sightings.append(
                Sighting(.dropped, of: "", prepared.filing, original: prepared.original))
            return .dropped(rule: rule)
        }
        let search = nearSearch
        let decision = try Decision(on: prepared, in: reader, search)
        let prepared = try freed(prepared, for: decision.article)
        switch decision {
        case .refused(let id): return .unchanged(id: id)
        case .unchanged(let current): return .unchanged(id: current.id)
        case .file(let near, let parts): return try file(prepared, near: near, parts: parts)
        case .sighting(let current):
            return try mind(current) == .gone
                ? try fileAgain(current, prepared) : try note(prepared, of: current)
        case .variant(let current, let takesPlace):
            switch try mind(current) {
            case .gone: return try fileAgain(current, prepared)
            case .edited: return try note(prepared, of: current, as: .variant)
            case .sound:
                guard takesPlace else { return try note(prepared, of: current, as: .variant) }
                return .updated(id: try revise(current, prepared, near: search.near(prepared)).id)
            }
        case .revision(let current, let near):
            _ = try mind(current)
            return try revise(current, prepared, near: near ?? search.near(prepared))
        case .sameText(let current):
            switch try mind(current) {
            case .gone: return try fileAgain(current, prepared)
            case .edited: return try keepEdited(current, prepared)
            case .sound: return try update(current, prepared)
            }
        case .sameTextElsewhere(let current):
            switch try mind(current) {
            case .gone: return try fileAgain(current, prepared)
            case .edited, .sound:
                return try reader.hasOriginal(prepared.original, current.num)
                    ? .unchanged(id: current.id) : try note(prepared, of: current)
            }
        }
    }

    var nearSearch: NearSearch {
        let plan = self
        return NearSearch(
            reader: reader, rules: identify, content: { try plan.content(of: $0) },
            original: { try plan.original($0) })
    }

    private mutating func file(
        _ prepared: PreparedFiling, near: [NearArticle], parts: [Revision]
    ) throws -> FilingOutcome {
        var front = try newFront(prepared)
        front.near = near.map(\.link)
        front.seriesParts = parts.map(\.id)
        let chain = try enter(front, prepared, chain: nil)
        for one in near { try writer.linkNear(chain, one.revision.chain, one.likeness) }
        for part in parts { try writer.linkPart(chain, part.chain) }
        return .filed(id: front.id, near: front.near.map(\.id))
    }

    /// A copy in another cut is known by its own hash from then on.
    private mutating func note(
        _ prepared: PreparedFiling, of current: Revision, as kind: Sighting.Kind = .sighting
    ) throws -> FilingOutcome {
        let sighting = Sighting(
            kind, of: current.id, prepared.filing, original: prepared.original)
        try note(sighting, prepared, of: current)
        return .sighting(id: current.id)
    }

    mutating func note(
        _ sighting: Sighting, _ prepared: PreparedFiling, of current: Revision
    ) throws {
        pending.sightings.append(sighting)
        try keep(prepared)
        try writer.addSighting(sighting, to: current.chain)
        if sighting.kind == .variant, let hash = sighting.contentHash {
            try writer.addHash(hash, to: current.num)
        }
        try writer.addOriginal(sighting.original, to: current.num)
        try writer.addTags(sighting.tags, to: current.chain)
        if let entry = prepared.filing.origin.entry {
            try writer.addKey(entry, to: current.chain, replacing: false)
        }
    }

    private mutating func revise(
        _ old: Revision, _ prepared: PreparedFiling, near: [NearArticle]
    ) throws -> FilingOutcome {
        var front = try newFront(prepared)
        front.supersedes = old.id
        let near = near.filter { $0.revision.chain != old.chain }
        front.near = near.map(\.link)
        front.seriesParts = try reader.parts(besides: old.chain)
        if try isReleased(old.chain), !front.tags.contains(HoldTag.released) {
            front.tags.append(HoldTag.released)
        }
        try retire(old, by: front.id)
        // A wall is no text of this article: what else shows it must not be taken for a sighting of it.
        if prepared.filing.insteadOf != nil { try writer.forgetText(of: old.num) }
        try enter(front, prepared, chain: old.chain)
        let sighting = Sighting(
            .revision, of: front.id, prepared.filing, original: prepared.original,
            supersedes: old.id)
        pending.sightings.append(sighting)
        try writer.addSighting(sighting, to: old.chain)
        for one in near { try writer.linkNear(old.chain, one.revision.chain, one.likeness) }
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
                file.front.complete(from: try reader.front(of: old))
                let shingles = identify(MarkdownText.plain(file.body, pictures: false)).shingles
                try writer.removeSamples(NearSamples(of: shingles), of: old.num)
                file.front.supersededBy = id
                bytes = file.bytes
            }
            pending.write(path, bytes)
        }
        pending.remove(old.path)
        try writer.supersede(old.num, by: id, path: path, checksum: Checksum.crc32(of: bytes))
    }

    private mutating func update(
        _ current: Revision, _ prepared: PreparedFiling
    ) throws -> FilingOutcome {
        let bytes = try content(of: current.path) ?? []
        let old = try? MarkdownFile.parse(bytes, path: current.path)
        var new = MarkdownFile(
            front: old?.front
                ?? FrontMatter(prepared.filing, id: current.id, original: prepared.original),
            body: prepared.filing.article.markdown)
        new.front.take(from: prepared.filing)
        if let old { new.keepText(of: old, unlessBy: prepared.filing.identity) }
        if old == nil { new.front.sequence = try reader.front(of: current).sequence }
        if let old, new.front.statesTheSame(as: old.front), new.body == old.body {
            if prepared.filing.origin.entry?.isDropped == true {
                return try note(prepared, of: current)
            }
            return .unchanged(id: current.id)
        }
        new.front.original = prepared.original
        let written = new.bytes
        pending.write(current.path, written)
        try writer.update(current.num, new.front, checksum: Checksum.crc32(of: written))
        var sighting = Sighting(
            .update, of: current.id, prepared.filing, original: prepared.original)
        sighting.note(headline: new.front.title, insteadOf: old?.front.title)
        try note(sighting, prepared, of: current)
        return .updated(id: current.id)
    }

    /// Plans the article's file and enters its row; returns its chain.
    @discardableResult private mutating func enter(
        _ front: FrontMatter, _ prepared: PreparedFiling, chain: Int64?
    ) throws -> Int64 {
        let filing = prepared.filing
        let path = try ArticlePath.choose(for: filing, id: front.id, isTaken: isTaken)
        let bytes = MarkdownFile(front: front, body: filing.article.markdown).bytes
        try keep(prepared)
        pending.write(path, bytes)
        let entered = try writer.insert(
            .init(
                front: front, path: path, checksum: Checksum.crc32(of: bytes),
                samples: prepared.samples, chain: chain))
        if let entry = filing.origin.entry {
            try writer.addKey(entry, to: entered.chain, replacing: true)
        }
        return entered.chain
    }

    /// Keeps the bytes as they came, unless the store has them, whole.
    mutating func keep(_ prepared: PreparedFiling) throws {
        let path = StoreFiles.original(prepared.original)
        guard pending.content(of: path) == nil else { return }
        if try files.exists(path), Originals.isWhole(prepared.original, prepared.packed, in: files)
        {
            return
        }
        pending.write(path, prepared.packed)
    }

    /// Has a file removed when the batch is carried out.
    mutating func remove(_ path: String) { pending.remove(path) }

    private func newFront(_ prepared: PreparedFiling) throws -> FrontMatter {
        let filing = prepared.filing
        let digits: String
        if let hash = filing.identity.contentHash {
            digits = String(hash.drop { $0 != ":" }.dropFirst())
        } else {
            let entry = filing.origin.entry
            let name = "entry\n" + (entry?.feed ?? "") + "\n" + (entry?.key ?? "")
            digits = SHA256Digest.hex(of: Array(name.utf8))
        }
        let alike = try filing.identity.contentHash.map { try reader.count(hash: $0) } ?? 0
        let id = try ArticlePath.id(from: digits, alike: alike) { try reader.isTaken(id: $0) }
        var front = FrontMatter(filing, id: id, original: prepared.original)
        front.sequence = try reader.nextSequence(at: filing.arrival)
        return front
    }

    func isTaken(_ path: String) throws -> Bool {
        try pending.touches(path) || reader.isTaken(path: path) || files.exists(path)
    }

    /// The bytes that a document came in; nil where they are not there, or damaged.
    private func original(_ sha: String) throws -> [UInt8]? {
        guard let packed = pending.content(of: StoreFiles.original(sha)) else {
            // What cannot be read cannot be compared: `verify` tells of it.
            return try? Originals.read(sha, in: files)
        }
        return try? Compression.gzip.decompress(packed, limit: StoreFiles.largestFile)
    }

    func content(of path: String) throws -> [UInt8]? {
        if let planned = pending.content(of: path) { return planned }
        return try files.exists(path) ? files.read(path) : nil
    }
}

extension MarkdownFile {
    /// The same document can give another body where more is known beside it. Then the text stays that the article was
    /// filed with, and that its hashes are of.
    fileprivate mutating func keepText(of old: MarkdownFile, unlessBy identity: Identity) {
        let hashes = [old.front.contentHash].compactMap(\.self) + old.front.aliases
        guard let hash = identity.contentHash, !hashes.contains(hash),
            let unaided = identity.unaidedHash, hashes.contains(unaided)
        else { return }
        body = old.body
        front.wordCount = old.front.wordCount
        front.quality = old.front.quality
        front.warnings = old.front.warnings
        front.siteMemory = old.front.siteMemory
    }
}
