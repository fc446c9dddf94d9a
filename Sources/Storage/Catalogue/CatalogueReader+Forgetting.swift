import BriefModel
import GRDB

extension CatalogueReader {
    /// All revisions of an article, earliest entered first.
    func revisions(chain: Int64) throws -> [Revision] {
        let sql = "SELECT \(Revision.columns) FROM articles WHERE chain = ? ORDER BY num"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [chain])
            .map(Revision.init)
    }

    /// The ids of an article's revisions, each behind the one that it superseded.
    func order(chain: Int64) throws -> [String] {
        let sql = "SELECT id, supersedes FROM articles WHERE chain = ? ORDER BY filed, num"
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [chain])
            .map { (id: $0[0] as String, supersedes: $0[1] as String?) }
        let ids = Set(rows.map(\.id))
        var order: [String] = []
        var placed: Set<String> = []
        var next = rows.first { row in row.supersedes.map { !ids.contains($0) } ?? true }?.id
        while let id = next, placed.insert(id).inserted {
            order.append(id)
            next = rows.first { $0.supersedes == id }?.id
        }
        // What no link leads to stands behind, in the order of filing.
        return order + rows.map(\.id).filter { !placed.contains($0) }
    }

    /// The headlines that took the place of others over a text of an article, earliest first.
    func headlines(chain: Int64) throws -> [ArticleDetail.Headline] {
        let sql = """
            SELECT revision, seen, title, title_before FROM sightings
            WHERE chain = ? AND title_before IS NOT NULL ORDER BY num DESC LIMIT 1000
            """
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [chain]).reversed().map {
            .init(id: $0[0] ?? "", when: $0[1], title: $0[2] ?? "", titleBefore: $0[3])
        }
    }

    /// What a revision, and the article that it is of, is recognised by.
    func marks(of revision: Revision) throws -> Set<String> {
        var marks = Set(
            try String.fetchAll(
                db, sql: "SELECT hash FROM hashes WHERE article = ?", arguments: [revision.num]))
        let originals = try String.fetchAll(
            db, sql: "SELECT sha FROM originals WHERE article = ?", arguments: [revision.num])
        marks.formUnion((originals + [revision.original]).filter { !$0.isEmpty })
        let keys = try Row.fetchAll(
            db, sql: "SELECT feed, key FROM keys WHERE chain = ?", arguments: [revision.chain])
        marks.formUnion(keys.map { Self.mark(feed: $0[0], key: $0[1]) })
        return marks
    }

    private static func mark(feed: String, key: String) -> String { "\(feed)\n\(key)" }

    /// The article that a document was, and that is never to be filed again; nil where there is none.
    func refused(_ prepared: PreparedFiling) throws -> String? {
        let entry = prepared.filing.origin.entry
        let sql = "SELECT id FROM refused WHERE mark IN (?, ?, ?, ?) LIMIT 1"
        return try String.fetchOne(
            db.cachedStatement(sql: sql),
            arguments: [
                prepared.original, prepared.filing.identity.contentHash,
                prepared.filing.identity.unaidedHash,
                entry.map { Self.mark(feed: $0.feed, key: $0.key) },
            ])
    }
}

extension CatalogueWriter {
    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.execute(sql: sql, arguments: arguments)
    }

    func refuse(_ mark: String, for id: String) throws {
        try run("INSERT OR REPLACE INTO refused VALUES (?, ?)", [mark, id])
    }

    func allow(_ id: String) throws { try run("DELETE FROM refused WHERE id = ?", [id]) }

    /// Takes an article out of the catalogue, with all its revisions. Looks at all samples, for it is rare.
    func remove(chain: Int64) throws {
        let own = "(SELECT num FROM articles WHERE chain = ?)"
        for table in ["hashes", "originals", "samples"] {
            try run("DELETE FROM \(table) WHERE article IN \(own)", [chain])
        }
        let waiting = WaitingSamples(db: db)
        let nums = try Int64.fetchAll(
            db, sql: "SELECT num FROM articles WHERE chain = ?", arguments: [chain])
        for num in nums {
            try waiting.removeAll(of: num)
        }
        for table in ["keys", "tags", "sightings", "near"] {
            try run("DELETE FROM \(table) WHERE chain = ?", [chain])
        }
        try run("DELETE FROM near WHERE other = ?", [chain])
        try run("DELETE FROM articles WHERE chain = ?", [chain])
    }

    /// Takes a revision out of the catalogue; its article is still recognised by what it said.
    func remove(revision num: Int64, of current: Int64) throws {
        try run("UPDATE OR IGNORE hashes SET article = ? WHERE article = ?", [current, num])
        for table in ["hashes", "originals", "samples"] {
            try run("DELETE FROM \(table) WHERE article = ?", [num])
        }
        try WaitingSamples(db: db).removeAll(of: num)
        try run("DELETE FROM articles WHERE num = ?", [num])
    }

    /// Nothing looks for an original any more.
    func giveUp(original sha: String) throws {
        try run("DELETE FROM originals WHERE sha = ?", [sha])
    }

    /// Makes a superseded revision the current one of its chain.
    func bringBack(_ num: Int64, to path: String, supersedes: String) throws {
        try run(
            """
            UPDATE articles SET superseded_by = NULL, path = ?, supersedes = ?, search_id = NULL
            WHERE num = ?
            """, [path, supersedes, num])
    }

    func setLinks(of num: Int64, supersedes: String?, supersededBy: String?) throws {
        try run(
            "UPDATE articles SET supersedes = ?, superseded_by = ? WHERE num = ?",
            [supersedes, supersededBy, num])
    }
}
