import BriefModel
import FoundationEssentials
import GRDB
import LinuxIO

/// What lost articles are made of again: their originals, and what the catalogue knew of them.
struct Recovery {
    /// An article whose file is gone, as the old catalogue knew it.
    struct Lost {
        var front: FrontMatter
        var path: String
    }

    let rules: SiteRules
    let read: (ExtractionRequest) throws -> ReadDocument
    /// The catalogue as it was; nil where it cannot be read.
    let old: DatabaseQueue?

    /// The articles of the old catalogue that `isKnown` does not know, in order of filing.
    func lost(isKnown: (_ id: String) throws -> Bool) throws -> [Lost] {
        guard let old else { return [] }
        return try old.read { db in
            let reader = CatalogueReader(db: db)
            var lost: [Lost] = []
            let sql = "SELECT \(Revision.columns) FROM articles ORDER BY num"
            let rows = try Row.fetchCursor(db, sql: sql)
            while let row = try rows.next() {
                let article = Revision(row)
                if try isKnown(article.id) { continue }
                var front = try reader.front(of: article)
                // A catalogue of an earlier version does not say how; the files that are left do.
                front.near = (try? reader.neighbours(of: article.chain)) ?? []
                front.seriesParts = (try? reader.parts(besides: article.chain)) ?? []
                lost.append(Lost(front: front, path: article.path))
            }
            return lost
        }
    }

    /// Whether the old catalogue had the article.
    func knows(_ id: String) throws -> Bool {
        try old?.read { try CatalogueReader(db: $0).isTaken(id: id) } ?? false
    }

    /// The greatest place of the old catalogue: see `FrontMatter.sequence`.
    func lastSequence() throws -> Int64 {
        try old?.read { try CatalogueReader(db: $0).lastSequence() } ?? 0
    }

    func article(at path: String) throws -> Revision? {
        try old?.read { try CatalogueReader(db: $0).revision(path: path) }
    }

    func front(of article: Revision) throws -> FrontMatter? {
        try old?.read { try CatalogueReader(db: $0).front(of: article) }
    }

    /// The articles that came in these bytes once, by their ids.
    func articles(of original: String) throws -> [String] {
        try old?.read { db in
            let sql = "SELECT id FROM originals JOIN articles ON num = article WHERE sha = ?"
            return try String.fetchAll(db, sql: sql, arguments: [original])
        } ?? []
    }

    /// Reads an original again. Throws `noWords` where it holds none any more.
    func read(_ front: FrontMatter, in files: StoreFiles) throws -> ReadDocument {
        let bytes = try Originals.read(front.original, in: files)
        var request = front.request(rereading: bytes, rules: rules)
        if front.isOrphan, FrontMatter.isFragment(bytes) { request.scope = .content }
        let document = try read(request)
        if document.identity.contentHash == nil {
            throw StorageError.noWords(source: "original \(front.original)")
        }
        return document
    }
}

extension FrontMatter {
    /// The facts of which only an original is left.
    init(orphan sha: String, arrival: Date) {
        self.init()
        original = sha
        filed = arrival.rfc3339
        source = "store:" + StoreFiles.original(sha)
    }

    var isOrphan: Bool { id.isEmpty && !original.isEmpty }

    /// Takes over all that a reading says, as for a document that is filed.
    mutating func take(_ document: ReadDocument) {
        take(document.article)
        originalType = document.article.mediaType
        isEdited = false
        setHash(of: document.identity)
    }
}
