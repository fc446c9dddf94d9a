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

    func isTaken(id: String) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM articles WHERE id = ?")
        return try Int.fetchOne(statement, arguments: [id]) != nil
    }

    func isTaken(path: String) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM articles WHERE path = ?")
        return try Int.fetchOne(statement, arguments: [path]) != nil
    }

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

    /// The current revision of the article that came in these bytes once, else of the one that has, or had,
    /// this hash.
    func current(original sha: String?, hash: String) throws -> Revision? {
        let sql = """
            SELECT article FROM originals WHERE sha = ?
            UNION ALL SELECT article FROM hashes WHERE hash = ? LIMIT 1
            """
        let statement = try db.cachedStatement(sql: sql)
        guard let num = try Int64.fetchOne(statement, arguments: [sha, hash]),
            let revision = try revision(num: num)
        else { return nil }
        return revision.supersededBy == nil ? revision : try current(chain: revision.chain)
    }

    /// Revisions that came in these bytes or have, or had, this hash, and bear the title or the address too; the
    /// latest first. A title or address that is nil is that of revisions without one.
    func revisions(
        original sha: String, hash: String, title: String?, urlKey: String?
    ) throws -> [Revision] {
        let sql = """
            SELECT \(Revision.columns) FROM articles WHERE num IN (
                SELECT article FROM originals WHERE sha = ?
                UNION SELECT article FROM hashes WHERE hash = ?)
            AND (title IS ? COLLATE NOCASE OR url_key = ?) ORDER BY num DESC
            """
        let statement = try db.cachedStatement(sql: sql)
        return try Row.fetchAll(statement, arguments: [sha, hash, title, urlKey])
            .map(Revision.init)
    }

    /// Whether several articles have, or had, this hash.
    func isShared(hash: String) throws -> Bool {
        let sql = """
            SELECT MIN(chain) <> MAX(chain) FROM articles
            WHERE num IN (SELECT article FROM hashes WHERE hash = ?)
            """
        return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [hash]) ?? false
    }

    /// Whether another entry of the feed bears an article that has, or had, this hash.
    func hasOtherEntry(hash: String, than key: Origin.FeedEntry) throws -> Bool {
        let sql = """
            SELECT 1 FROM hashes JOIN articles ON num = article JOIN keys USING (chain)
            WHERE hash = ? AND keys.feed = ? AND key <> ? LIMIT 1
            """
        let statement = try db.cachedStatement(sql: sql)
        return try Int.fetchOne(statement, arguments: [hash, key.feed, key.key]) != nil
    }

    /// The keys of a feed's entries that bear an article.
    func keys(chain: Int64, feed: String) throws -> Set<String> {
        let sql = "SELECT key FROM keys WHERE chain = ? AND feed = ?"
        return try String.fetchSet(db.cachedStatement(sql: sql), arguments: [chain, feed])
    }

    /// How many revisions have, or had, this hash.
    func count(hash: String) throws -> Int {
        let sql = "SELECT COUNT(*) FROM hashes WHERE hash = ?"
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [hash]) ?? 0
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

    /// The current articles at an address, the latest first.
    func currents(urlKey: String, limit: Int) throws -> [Revision] {
        let sql = """
            SELECT \(Revision.columns) FROM articles
            WHERE url_key = ? AND url_key IS NOT NULL AND superseded_by IS NULL
            ORDER BY num DESC LIMIT ?
            """
        let statement = try db.cachedStatement(sql: sql)
        return try Row.fetchAll(statement, arguments: [urlKey, limit]).map(Revision.init)
    }

    /// The current article that came from a path in a watched folder whose files stay.
    func current(watched source: String) throws -> Revision? {
        try revision(
            where: "watched = ? AND superseded_by IS NULL ORDER BY num DESC", [source])
    }

    /// The current revisions that share at least that part of the samples, of their own or of these,
    /// whichever are fewer; those first that share most of themselves, and of what few articles have: phrases that
    /// many have say little.
    func sharing(_ samples: NearSamples, atLeast part: Double, limit: Int) throws -> [Revision] {
        let sql = """
            WITH asked AS MATERIALIZED (SELECT value FROM json_each(?4)),
            held AS (
                SELECT sample, article FROM asked CROSS JOIN samples ON sample = value
                UNION ALL
                SELECT sample, article FROM asked CROSS JOIN temp.waiting ON sample = value),
            found AS (
                SELECT article, COUNT(*) OVER (PARTITION BY sample) AS holders FROM held),
            shared AS (
                SELECT article, COUNT(*) AS count, SUM(1.0 / holders) AS weight
                FROM found GROUP BY article),
            ranked AS (
                SELECT article, weight * count / MIN(multiples, ?2) AS rank
                FROM shared CROSS JOIN articles INDEXED BY articles_samples ON num = article
                WHERE superseded_by IS NULL AND count >= ?1 * MIN(multiples, ?2)
                ORDER BY rank DESC, article LIMIT ?3)
            SELECT \(Revision.columns) FROM ranked CROSS JOIN articles ON num = article
            ORDER BY rank DESC, num
            """
        let statement = try db.cachedStatement(sql: sql)
        let arguments: StatementArguments = [
            part, max(1, samples.count), limit, NearSamples.json(samples.asked),
        ]
        return try Row.fetchAll(statement, arguments: arguments).map(Revision.init)
    }

    func nextNumber() throws -> Int64 {
        let sql = "SELECT COALESCE(MAX(num), 0) + 1 FROM articles"
        return try Int64.fetchOne(db.cachedStatement(sql: sql)) ?? 1
    }

    /// Whether an article came in these bytes once.
    func hasOriginal(_ sha: String, _ num: Int64) throws -> Bool {
        let sql = "SELECT 1 FROM originals WHERE sha = ? AND article = ?"
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [sha, num]) != nil
    }

    /// Whether an article came in these bytes; one whose text was taken for a wall too.
    func isKnown(original sha: String) throws -> Bool {
        for table in ["originals WHERE sha", "articles WHERE original"] {
            let statement = try db.cachedStatement(sql: "SELECT 1 FROM \(table) = ? LIMIT 1")
            if try Int.fetchOne(statement, arguments: [sha]) != nil { return true }
        }
        return false
    }

    /// The current articles that nearly say what a chain says, 100 at most.
    func neighbours(of chain: Int64) throws -> [NearLink] {
        let sql = """
            SELECT id, kind, share FROM near n JOIN articles a ON a.chain = n.other
            WHERE n.chain = ? AND superseded_by IS NULL AND kind IS NOT ? ORDER BY num LIMIT 100
            """
        let statement = try db.cachedStatement(sql: sql)
        return try Row.fetchAll(statement, arguments: [chain, Self.partKind]).map {
            NearLink(id: $0[0], kind: $0[1], share: $0[2])
        }
    }

    /// What the table of near articles says of two parts of a long read.
    static let partKind = "series_part"

    /// The ids of the current articles that are parts of the same long read as a chain, 100 at most.
    func parts(besides chain: Int64) throws -> [String] {
        let sql = """
            SELECT id FROM near n JOIN articles a ON a.chain = n.other
            WHERE n.chain = ? AND superseded_by IS NULL AND kind = ? ORDER BY num LIMIT 100
            """
        let statement = try db.cachedStatement(sql: sql)
        return try String.fetchAll(statement, arguments: [chain, Self.partKind])
    }

    /// The place of an article that is filed now: behind all others, whatever the clock does.
    func nextSequence(at arrival: Date) throws -> Int64 {
        let time = min(max(arrival.timeIntervalSince1970, 0), 1e11)
        return max(try lastSequence() + 1, Int64(time * 1e6))
    }

    /// The tags of an article, of all its arrivals, sorted.
    func tags(of chain: Int64) throws -> [String] {
        let sql = "SELECT tag FROM tags WHERE chain = ? ORDER BY tag"
        return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [chain])
    }

    /// The id of the first revision of an article.
    func firstID(of chain: Int64) throws -> String {
        // Several may be filed within a second; after a rebuild their numbers tell nothing.
        let sql = """
            SELECT id FROM articles WHERE chain = ?
            ORDER BY supersedes IS NOT NULL, sequence, filed, num LIMIT 1
            """
        return try String.fetchOne(db.cachedStatement(sql: sql), arguments: [chain]) ?? ""
    }

    /// The greatest `FrontMatter.sequence` of all.
    func lastSequence() throws -> Int64 {
        let sql = "SELECT COALESCE(MAX(sequence), 0) FROM articles"
        return try Int64.fetchOne(db.cachedStatement(sql: sql)) ?? 0
    }

    /// What the catalogue holds of a revision's facts.
    func front(of revision: Revision) throws -> FrontMatter {
        var front = FrontMatter()
        let sql = """
            SELECT published, site, url, filed, quality, feed, supersedes, sequence, authors, categories,
                language, excerpt, word_count
            FROM articles WHERE num = ?
            """
        if let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [revision.num]) {
            front.published = row[0]
            front.site = row[1]
            front.url = row[2]
            front.filed = Catalogue.rfc3339(row[3])
            front.quality = row[4]
            front.feed = row[5]
            front.supersedes = row[6]
            front.sequence = row[7]
            if let facts = CarriedFacts(row) { front.take(facts) }
        }
        front.id = revision.id
        front.title = revision.title
        front.contentHash = revision.contentHash
        front.isPartial = revision.isPartial
        front.original = revision.original
        front.supersededBy = revision.supersededBy
        front.isEdited = revision.isEdited
        front.source = front.feed.map { "feed:" + $0 } ?? "store:" + revision.path
        let key = "SELECT key FROM keys WHERE chain = ? AND feed = ? ORDER BY owner DESC LIMIT 1"
        front.entryKey = try String.fetchOne(
            db.cachedStatement(sql: key), arguments: [revision.chain, front.feed])
        front.tags = try tags(of: revision.chain)
        let hashes = "SELECT hash FROM hashes WHERE article = ? AND hash <> ? ORDER BY hash"
        front.aliases = try String.fetchAll(
            db.cachedStatement(sql: hashes),
            arguments: [revision.num, revision.contentHash ?? ""])
        return front
    }
}
