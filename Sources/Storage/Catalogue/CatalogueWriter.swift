import BriefModel
import FoundationEssentials
import GRDB

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
        /// CRC-32 of the file.
        var checksum: UInt32
        var samples: NearSamples
        /// The chain that it continues; nil starts one.
        var chain: Int64?
    }

    /// Enters a revision and says its number and chain.
    @discardableResult func insert(_ new: NewRevision) throws -> (num: Int64, chain: Int64) {
        let front = new.front
        let filed = Date(rfc3339: front.filed).map { Int64($0.timeIntervalSince1970) } ?? 0
        let num = try CatalogueReader(db: db).nextNumber()
        let chain = new.chain ?? num
        try run(
            """
            INSERT INTO articles (num, id, chain, path, checksum, title, published, site, host, url,
                url_key, filed, content_hash, quality, partial, feed, original, supersedes,
                superseded_by, multiples, edited, watched, sequence, published_time, authors,
                categories, language, excerpt, word_count)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                \(Schema.publishedTime("?")), ?, ?, ?, ?, ?)
            """,
            [
                num, front.id, chain, new.path, new.checksum, front.title, front.published,
                front.site, front.url.flatMap(URLKey.host), front.url,
                front.url.flatMap(URLKey.make), filed, front.contentHash, front.quality,
                front.isPartial, front.feed, front.original, front.supersedes, front.supersededBy,
                new.samples.count, front.isEdited, Origin.watched(front.source),
                front.sequence ?? FrontMatter.sequence(filed: filed), front.published,
            ] + CarriedFacts(front).columns)
        try addHashes(front, to: num)
        try addOriginal(front.original, to: num)
        try addTags(front.tags, to: chain)
        if front.supersededBy == nil { try addSamples(new.samples, to: num) }
        return (num, chain)
    }

    /// A shingle that so many articles hold already tells nothing: it is left out for the others, which keeps every
    /// look-up short.
    static let mostHolders = 200

    func addSamples(_ samples: NearSamples, to num: Int64) throws {
        guard !samples.values.isEmpty else { return }
        let waiting = WaitingSamples(db: db)
        guard try !waiting.isWorthwhile() else { return try waiting.add(samples, of: num) }
        try run(
            """
            INSERT OR IGNORE INTO samples SELECT value, ?1 FROM json_each(?2) j
            WHERE \(Self.tellsSomething("j.value"))
            """, [num, NearSamples.json(samples.values)])
    }

    /// The condition that few enough articles hold a shingle, as SQL.
    static func tellsSomething(_ sample: String, in table: String = "samples") -> String {
        """
        (SELECT COUNT(*) FROM (
            SELECT 1 FROM \(table) s WHERE s.sample = \(sample) LIMIT \(mostHolders))) < \(mostHolders)
        """
    }

    /// Puts other samples in the place of an article's own.
    func replaceSamples(_ old: NearSamples, with new: NearSamples, of num: Int64) throws {
        try removeSamples(old, of: num)
        try addSamples(new, to: num)
        try run("UPDATE articles SET multiples = ? WHERE num = ?", [new.count, num])
    }

    func removeSamples(_ samples: NearSamples, of num: Int64) throws {
        try run(
            "DELETE FROM samples WHERE article = ?1 AND sample IN (SELECT value FROM json_each(?2))",
            [num, NearSamples.json(samples.asked)])
        try WaitingSamples(db: db).remove(samples, of: num)
    }

    func addHashes(_ front: FrontMatter, to num: Int64) throws {
        for hash in (front.contentHash.map { [$0] } ?? []) + front.aliases {
            try addHash(hash, to: num)
        }
    }

    /// Lets a revision be recognised by a hash, its own or that of a copy in another cut.
    func addHash(_ hash: String, to num: Int64) throws {
        try run("INSERT OR IGNORE INTO hashes VALUES (?, ?)", [hash, num])
    }

    /// Lets nothing be recognised by the text or the bytes of a revision any more.
    func forgetText(of num: Int64) throws {
        try run("DELETE FROM hashes WHERE article = ?", [num])
        try run("DELETE FROM originals WHERE article = ?", [num])
    }

    func addOriginal(_ sha: String, to num: Int64) throws {
        guard !sha.isEmpty else { return }
        try run("INSERT OR IGNORE INTO originals VALUES (?, ?)", [sha, num])
    }

    func addTags(_ tags: [String], to chain: Int64) throws {
        for tag in tags { try run("INSERT OR IGNORE INTO tags VALUES (?, ?)", [tag, chain]) }
    }

    func removeTag(_ tag: String, from chain: Int64) throws {
        try run("DELETE FROM tags WHERE tag = ? AND chain = ?", [tag, chain])
    }

    /// Takes the tag of what is held back from all that was let go: earlier revisions and sightings still bear it.
    func forgetOldHolds() throws {
        try run(
            "DELETE FROM tags WHERE tag = ? AND chain IN (SELECT chain FROM tags WHERE tag = ?)",
            [HoldTag.held, HoldTag.released])
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
        let before = sighting.kind == .update ? sighting.titleBefore : nil
        let (id, title) = before == nil ? (nil, nil) : (sighting.id, sighting.title)
        try run(
            """
            INSERT INTO sightings (chain, kind, seen, source, revision, title, title_before)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [chain, sighting.kind.rawValue, sighting.when, sighting.source, id, title, before])
        guard before != nil, let when = Date(rfc3339: sighting.when) else { return }
        try run(
            "UPDATE articles SET retitled = ? WHERE id = ?",
            [Int64(when.timeIntervalSince1970), sighting.id])
    }

    /// Links two articles that nearly say the same; `likeness` is as the first sees it, nil where nobody knows.
    func linkNear(_ chain: Int64, _ other: Int64, _ likeness: TextLikeness?) throws {
        guard chain != other else { return }
        try run(
            """
            INSERT INTO near (chain, other, kind, share) VALUES (?1, ?2, ?3, ?5), (?2, ?1, ?4, ?5)
            ON CONFLICT DO UPDATE SET kind = excluded.kind, share = excluded.share
                WHERE excluded.kind IS NOT NULL
            """,
            [
                chain, other, likeness?.kind.rawValue, likeness?.reversed.kind.rawValue,
                likeness?.share,
            ])
    }

    /// Links two parts of a long read. They may be near as well: how is not told then.
    func linkPart(_ chain: Int64, _ other: Int64) throws {
        guard chain != other else { return }
        try run(
            """
            INSERT INTO near (chain, other, kind) VALUES (?1, ?2, ?3), (?2, ?1, ?3)
            ON CONFLICT DO UPDATE SET kind = excluded.kind, share = NULL
            """, [chain, other, CatalogueReader.partKind])
    }

    /// Marks a revision as superseded, which takes it out of lists and search.
    func supersede(_ num: Int64, by id: String, path: String, checksum: UInt32) throws {
        try run(
            """
            UPDATE articles SET superseded_by = ?, path = ?, checksum = ?, search_id = NULL,
                size = NULL, modified = NULL
            WHERE num = ?
            """, [id, path, checksum, num])
    }

    /// Enters the facts of a file that was rewritten in place; its text is to be searched anew.
    func update(_ num: Int64, _ front: FrontMatter, checksum: UInt32) throws {
        try run(
            """
            UPDATE articles SET checksum = ?, title = ?, published = ?, site = ?, host = ?, url = ?,
                url_key = ?, quality = ?, partial = ?, content_hash = ?, original = ?, edited = ?,
                published_time = \(Schema.publishedTime("?")), authors = ?, categories = ?,
                language = ?, excerpt = ?, word_count = ?,
                search_id = NULL, size = NULL, modified = NULL
            WHERE num = ?
            """,
            [
                checksum, front.title, front.published, front.site,
                front.url.flatMap(URLKey.host), front.url, front.url.flatMap(URLKey.make),
                front.quality, front.isPartial, front.contentHash, front.original,
                front.isEdited, front.published,
            ] + CarriedFacts(front).columns + [num])
    }

    /// Makes two chains one, with all that belongs to them.
    func join(chain: Int64, into other: Int64) throws {
        for table in ["articles", "keys", "tags", "sightings", "near"] {
            try run("UPDATE OR IGNORE \(table) SET chain = ? WHERE chain = ?", [other, chain])
        }
        try run("UPDATE OR IGNORE near SET other = ? WHERE other = ?", [other, chain])
    }

    /// Notes what the file at a path looks like, as its content is known now.
    func setStamp(_ stamp: FileStamp, at path: String) throws {
        try run(
            "UPDATE articles SET size = ?, modified = ? WHERE path = ?",
            [stamp.size, stamp.modified, path])
    }

    /// The same article in other bytes.
    func setChecksum(_ checksum: UInt32, _ stamp: FileStamp, of num: Int64) throws {
        try run(
            "UPDATE articles SET checksum = ?, size = ?, modified = ? WHERE num = ?",
            [checksum, stamp.size, stamp.modified, num])
    }

    func move(_ num: Int64, to path: String) throws {
        try run("UPDATE articles SET path = ? WHERE num = ?", [path, num])
    }

    func setReplayed(_ file: String, bytes: Int) throws {
        try run("INSERT OR REPLACE INTO replayed VALUES (?, ?)", [file, bytes])
    }
}
