import FoundationEssentials
import GRDB
import LinuxIO

/// What may be asked of the catalogue. Every call blocks for its own query only, and reads one consistent
/// state, while filing goes on.
public struct Catalogue: Sendable {
    let pool: DatabasePool
    let files: StoreFiles
    let door: CatalogueDoor
    /// For finding the articles of a list; nil where it may take as long as it takes.
    var patience: Duration?

    /// One article, superseded ones too, by its id or a beginning of it that no other one has.
    public func article(_ id: String) throws(StorageError) -> ArticleDetail {
        var headlines: [ArticleDetail.Headline] = []
        let (listing, known, revisions) = try door.storing {
            try pool.read { db -> (ArticleListing, FrontMatter, [String]) in
                let row = try find(id, db)
                let chain: Int64 = row["chain"]
                let reader = CatalogueReader(db: db)
                headlines = try reader.headlines(chain: chain)
                return (
                    try self.listing(row, db), try front(row, db), try reader.order(chain: chain)
                )
            }
        }
        let bytes = try read(listing)
        var file = try MarkdownFile.parse(bytes, path: listing.path)
        file.front.complete(from: known)
        return ArticleDetail(
            listing: listing, front: file.front, file: String(decoding: bytes, as: UTF8.self),
            text: MarkdownText.plain(file.body, pictures: false), revisions: revisions,
            headlines: headlines)
    }

    /// One article as lists show it, superseded ones too, by its whole id.
    public func listing(_ id: String) throws(StorageError) -> ArticleListing {
        try door.storing {
            try pool.read { db in
                let sql = "SELECT \(ArticleSelect.columns) FROM articles WHERE id = ?"
                let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id])
                guard let row else { throw StorageError.noArticle(id: id) }
                return try listing(row, db)
            }
        }
    }

    /// The facts of an article; those that the catalogue holds where its file is gone or damaged.
    func facts(of id: String) throws(StorageError) -> FrontMatter {
        let (listing, known) = try door.storing {
            try pool.read { db in
                let row = try find(id, db)
                return (try self.listing(row, db), try front(row, db))
            }
        }
        guard let bytes = try? read(listing),
            var file = try? MarkdownFile.parse(bytes, path: listing.path)
        else { return known }
        file.front.complete(from: known)
        return file.front
    }

    private func read(_ listing: ArticleListing) throws(StorageError) -> [UInt8] {
        do {
            return try files.read(listing.path)
        } catch  where error.isNotFound {
            throw .fileGone(id: listing.id, path: listing.path)
        } catch {
            throw StorageError(error)
        }
    }

    private func front(_ row: Row, _ db: Database) throws -> FrontMatter {
        let reader = CatalogueReader(db: db)
        guard let revision = try reader.revision(num: row["num"]) else { return FrontMatter() }
        return try reader.front(of: revision)
    }

    /// Counts, at a cost that does not grow with the store; an article filed at `start` or later counts as recent.
    public func counts(recentSince start: Date = .distantPast) throws(StorageError) -> StoreCounts {
        try door.storing {
            try pool.read { db in
                let row = try Row.fetchOne(
                    db.cachedStatement(sql: Self.countsSQL),
                    arguments: [Int64(max(start.timeIntervalSince1970, -1e12))])
                guard let row else { throw StorageError.catalogue("no counts") }
                let (total, all): (Int, Int) = (row[0], row[1])
                let latest: Int64? = row[3]
                return StoreCounts(
                    total: total, lastFiled: latest.map(Self.rfc3339), lowQuality: row[4],
                    recentLowQuality: row[5], partial: row[6], superseded: all - total,
                    sightings: row[2])
            }
        }
    }

    /// Left to itself, SQLite takes the index of all current articles for these, and walks along two hundred thousand rows.
    private static let countsSQL = """
        SELECT (SELECT value FROM counts WHERE name = 'current'),
            (SELECT value FROM counts WHERE name = 'articles'),
            (SELECT value FROM counts WHERE name = 'sightings'),
            (SELECT MAX(filed) FROM articles WHERE superseded_by IS NULL),
            (SELECT value FROM counts WHERE name = 'low'),
            (SELECT COUNT(*) FROM articles INDEXED BY articles_low
                WHERE superseded_by IS NULL AND quality < \(Schema.lowQuality) AND filed >= ?),
            (SELECT value FROM counts WHERE name = 'partial')
        """

    /// Texts that are entered into the search in one transaction, for those who file meanwhile.
    private static let searchedAtOnce = 64

    /// Enters all texts into the search that are filed by now.
    func catchUp() throws {
        guard !pool.configuration.readonly,
            let last = try pool.read({ try SearchIndex.lastWaiting($0) })
        else { return }
        var isLeft = true
        while isLeft {
            isLeft = try pool.write { db in
                try SearchIndex(db: db, files: files)
                    .catchUp(limit: Self.searchedAtOnce, to: last) == Self.searchedAtOnce
            }
        }
    }

    private func find(_ id: String, _ db: Database) throws -> Row {
        guard let row = try Self.row(ArticleSelect.columns, id, db) else {
            throw StorageError.noArticle(id: id)
        }
        return row
    }

    /// Some columns, the id among them, of the one article that an id or its beginning names; nil where none has it.
    static func row(_ columns: String, _ id: String, _ db: Database) throws -> Row? {
        // A range, not LIKE: the beginning may hold anything.
        let sql = "SELECT \(columns) FROM articles WHERE id >= ? AND id < ? ORDER BY id LIMIT 2"
        let rows = try Row.fetchAll(db, sql: sql, arguments: [id, id + "\u{10FFFF}"])
        guard let first = rows.first, !id.isEmpty else { return nil }
        guard rows.count == 1 || first["id"] == id else { throw StorageError.ambiguous(id: id) }
        return first
    }

    static func rfc3339(_ seconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(seconds)).rfc3339
    }
}
