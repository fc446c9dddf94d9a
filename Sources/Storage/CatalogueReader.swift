import BriefModel
import FoundationEssentials
import GRDB

/// The questions that decisions ask of the catalogue, within one transaction.
struct CatalogueReader {
    let db: Database

    private func revision(
        where condition: String, _ arguments: StatementArguments
    ) throws -> Revision? {
        let sql = "SELECT \(Revision.columns) FROM articles WHERE \(condition) LIMIT 1"
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
            .map(Revision.init)
    }

    func current(chain: Int64) throws -> Revision? {
        try revision(where: "chain = ? AND superseded_by IS NULL", [chain])
    }

    func revision(id: String) throws -> Revision? { try revision(where: "id = ?", [id]) }

    func revision(num: Int64) throws -> Revision? { try revision(where: "num = ?", [num]) }

    func revision(path: String) throws -> Revision? { try revision(where: "path = ?", [path]) }

    /// The revision that took the place of `id`.
    func revision(superseding id: String) throws -> Revision? {
        try revision(where: "supersedes = ?", [id])
    }

    /// How much of a sightings' file is in the catalogue: bytes.
    func replayed(_ file: String) throws -> Int {
        let sql = "SELECT bytes FROM replayed WHERE file = ?"
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [file]) ?? 0
    }

    /// The chain of a feed entry, and whether the entry owns it: it was the first one to bear the article.
    func chain(of key: Origin.FeedEntry) throws -> (chain: Int64, isOwner: Bool)? {
        let sql = "SELECT chain, owner FROM keys WHERE feed = ? AND key = ?"
        let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [key.feed, key.key])
        return row.map { ($0[0], $0[1]) }
    }

    func hasKey(chain: Int64) throws -> Bool {
        let sql = "SELECT 1 FROM keys WHERE chain = ? LIMIT 1"
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [chain]) != nil
    }

    /// Whether another entry of the feed bears the article.
    func hasOtherKey(chain: Int64, than key: Origin.FeedEntry) throws -> Bool {
        let sql = "SELECT 1 FROM keys WHERE chain = ? AND feed = ? AND key <> ? LIMIT 1"
        let statement = try db.cachedStatement(sql: sql)
        return try Int.fetchOne(statement, arguments: [chain, key.feed, key.key]) != nil
    }

    /// The current revision of the article that came in these bytes once.
    func current(original sha: String) throws -> Revision? {
        try current(among: "SELECT article FROM originals WHERE sha = ?", sha)
    }

    /// The current revision of the article that has, or had, this hash.
    func current(hash: String) throws -> Revision? {
        try current(among: "SELECT article FROM hashes WHERE hash = ?", hash)
    }

    private func current(among articles: String, _ argument: String) throws -> Revision? {
        let sql = """
            SELECT \(Revision.columns) FROM articles WHERE superseded_by IS NULL AND chain IN
                (SELECT chain FROM articles WHERE num IN (\(articles)))
            ORDER BY num LIMIT 1
            """
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [argument])
            .map(Revision.init)
    }

    /// Whether this very revision has the hash, as its own or as an alias.
    func has(_ revision: Revision, hash: String) throws -> Bool {
        let sql = "SELECT 1 FROM hashes WHERE hash = ? AND article = ?"
        let statement = try db.cachedStatement(sql: sql)
        return try Int.fetchOne(statement, arguments: [hash, revision.num]) != nil
    }

    func current(urlKey: String) throws -> Revision? {
        try revision(
            where:
                "url_key = ? AND url_key IS NOT NULL AND superseded_by IS NULL ORDER BY num DESC",
            [urlKey])
    }

    /// The shingles that are kept of a current revision, halved.
    func shingles(of num: Int64) throws -> Shingles {
        let sql = "SELECT hashes FROM shingles WHERE article = ?"
        let bytes = try Data.fetchOne(db.cachedStatement(sql: sql), arguments: [num])
        return NearSamples.unpack(Array(bytes ?? Data()))
    }

    /// The current revisions that nearly say the same, those with most in common first.
    ///
    /// Of a shingle that very many articles hold, the latest 200 are looked at; of all articles that share one,
    /// the 50 that share most.
    func near(_ shingles: Shingles) throws -> [Revision] {
        let sql = "SELECT article FROM samples WHERE sample = ? ORDER BY article DESC LIMIT 200"
        let statement = try db.cachedStatement(sql: sql)
        var shared: [Int64: Int] = [:]
        let halved = NearSamples.halved(shingles)
        for sample in NearSamples.make(of: halved) {
            let articles = try Int64.fetchCursor(statement, arguments: [sample])
            while let article = try articles.next() { shared[article, default: 0] += 1 }
        }
        let candidates = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(50)
        var found: [Revision] = []
        for (num, _) in candidates where halved.isNear(try self.shingles(of: num)) {
            if let one = try revision(num: num) { found.append(one) }
        }
        return found
    }
}
