import BriefModel
import FoundationEssentials
import GRDB
import Hashing

/// The changes that filing, mending and rebuilding make to the catalogue, within one transaction.
struct CatalogueWriter {
    let db: Database

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// A revision that is to be entered.
    struct NewRevision {
        var front: FrontMatter
        var path: String
        /// SHA-256 of the file.
        var digest: [UInt8]
        /// The body in plain text, for the search.
        var text: String
        var shingles: Shingles
        /// The chain that it continues; nil starts one.
        var chain: Int64?
    }

    /// Enters a revision and says its number and chain.
    @discardableResult func insert(_ new: NewRevision) throws -> (num: Int64, chain: Int64) {
        let front = new.front
        let filed = Date(rfc3339: front.filed).map { Int64($0.timeIntervalSince1970) } ?? 0
        try run(
            """
            INSERT INTO articles (id, chain, path, digest, title, published, site, host, url, url_key,
                filed, content_hash, quality, partial, feed, original, supersedes, superseded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                front.id, new.chain ?? 0, new.path, Data(new.digest), front.title, front.published,
                front.site, front.url.flatMap(URLKey.host), front.url,
                front.url.flatMap(URLKey.make), filed, front.contentHash, front.quality,
                front.isPartial, front.feed, front.original, front.supersedes, front.supersededBy,
            ])
        let num = db.lastInsertedRowID
        let chain = new.chain ?? num
        if new.chain == nil {
            try run("UPDATE articles SET chain = ? WHERE num = ?", [chain, num])
        }
        for hash in (front.contentHash.map { [$0] } ?? []) + front.aliases {
            try run("INSERT OR IGNORE INTO hashes VALUES (?, ?)", [hash, num])
        }
        try addOriginal(front.original, to: num)
        try addTags(front.tags, to: chain)
        if front.supersededBy == nil {
            try enterSearch(num, title: front.title, text: new.text)
            try enterShingles(num, new.shingles)
        }
        return (num, chain)
    }

    func addOriginal(_ sha: String, to num: Int64) throws {
        try run("INSERT OR IGNORE INTO originals VALUES (?, ?)", [sha, num])
    }

    func addTags(_ tags: [String], to chain: Int64) throws {
        for tag in tags { try run("INSERT OR IGNORE INTO tags VALUES (?, ?)", [tag, chain]) }
    }

    /// Notes that a feed entry bears an article. The first to do so owns it. `replacing`: the entry has
    /// become another article, if it bore one.
    func addKey(_ entry: Origin.FeedEntry, to chain: Int64, replacing: Bool) throws {
        let reader = CatalogueReader(db: db)
        let known = try reader.chain(of: entry)?.chain
        guard known == nil || replacing && known != chain else { return }
        try run(
            "INSERT OR REPLACE INTO keys VALUES (?, ?, ?, ?)",
            [entry.feed, entry.key, chain, !reader.hasKey(chain: chain)])
    }

    func addSighting(_ sighting: Sighting, to chain: Int64) throws {
        try run(
            "INSERT INTO sightings (chain, kind, seen, source) VALUES (?, ?, ?, ?)",
            [chain, sighting.kind.rawValue, sighting.when, sighting.source])
    }

    func linkNear(_ chain: Int64, _ other: Int64) throws {
        guard chain != other else { return }
        try run("INSERT OR IGNORE INTO near VALUES (?, ?), (?, ?)", [chain, other, other, chain])
    }

    /// Marks a revision as superseded, and takes it out of the search and the near index.
    func supersede(_ num: Int64, by id: String, path: String, digest: [UInt8]) throws {
        try removeShingles(num)
        try run(
            """
            UPDATE articles SET superseded_by = ?, path = ?, digest = ?, search_id = NULL
            WHERE num = ?
            """, [id, path, Data(digest), num])
    }

    /// Enters the facts of a file that was rewritten in place.
    func update(_ num: Int64, _ front: FrontMatter, digest: [UInt8], text: String?) throws {
        try run(
            """
            UPDATE articles SET digest = ?, title = ?, published = ?, site = ?, host = ?, url = ?,
                url_key = ?, quality = ?, partial = ?, content_hash = ?, original = ? WHERE num = ?
            """,
            [
                Data(digest), front.title, front.published, front.site,
                front.url.flatMap(URLKey.host), front.url, front.url.flatMap(URLKey.make),
                front.quality, front.isPartial, front.contentHash, front.original, num,
            ])
        if let text { try enterSearch(num, title: front.title, text: text) }
    }

    /// Makes two chains one, with all that belongs to them.
    func join(chain: Int64, into other: Int64) throws {
        for table in ["articles", "keys", "tags", "sightings", "near"] {
            try run("UPDATE OR IGNORE \(table) SET chain = ? WHERE chain = ?", [other, chain])
        }
        try run("UPDATE OR IGNORE near SET other = ? WHERE other = ?", [other, chain])
    }

    func move(_ num: Int64, to path: String) throws {
        try run("UPDATE articles SET path = ? WHERE num = ?", [path, num])
    }

    /// The search keeps no text, so an entry cannot be taken out without it: a text entered anew gets another
    /// number, and the old one leads nowhere. `rebuild` drops such left-overs.
    private func enterSearch(_ num: Int64, title: String?, text: String) throws {
        try run(
            "INSERT INTO search (title, body) VALUES (?, ?)",
            [SearchText.spaced(title ?? ""), SearchText.spaced(text)])
        try run("UPDATE articles SET search_id = ? WHERE num = ?", [db.lastInsertedRowID, num])
    }

    private func enterShingles(_ num: Int64, _ shingles: Shingles) throws {
        guard !shingles.hashes.isEmpty else { return }
        let halved = NearSamples.halved(shingles)
        try run("INSERT INTO shingles VALUES (?, ?)", [num, Data(NearSamples.pack(halved))])
        let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO samples VALUES (?, ?)")
        for sample in NearSamples.make(of: halved) {
            try statement.execute(arguments: [sample, num])
        }
    }

    private func removeShingles(_ num: Int64) throws {
        let sql = "DELETE FROM samples WHERE sample = ? AND article = ?"
        let statement = try db.cachedStatement(sql: sql)
        for sample in NearSamples.make(of: try CatalogueReader(db: db).shingles(of: num)) {
            try statement.execute(arguments: [sample, num])
        }
        try run("DELETE FROM shingles WHERE article = ?", [num])
    }

    func setReplayed(_ file: String, bytes: Int) throws {
        try run("INSERT OR REPLACE INTO replayed VALUES (?, ?)", [file, bytes])
    }
}
