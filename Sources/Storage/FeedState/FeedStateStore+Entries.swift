import FoundationEssentials
import GRDB

extension FeedStateStore {
    /// An entry that is not in its feed any more is remembered for so many days: feeds that were emptied come back
    /// (S49).
    static let rememberedDays = 400.0

    /// The known ones among these keys and aliases, by key and by alias.
    public func entries(
        of feed: String, keys: [String], aliases: [String] = []
    ) throws(StorageError) -> (byKey: [String: KnownEntry], byAlias: [String: KnownEntry]) {
        let now = Date()
        let (byKey, byAlias, aside) = try remembering {
            let rows = try queue.read { db in
                func found(_ column: String, _ values: [String]) throws -> [Row] {
                    let sql = """
                        SELECT \(StoredEntry.columns) FROM entries
                        WHERE feed = ? AND \(column) IS NOT NULL
                            AND \(column) IN (SELECT value FROM json_each(?))
                        """
                    return try Row.fetchAll(
                        db.cachedStatement(sql: sql),
                        arguments: [feed, try FeedStateStore.list(values)])
                }
                return (key: try found("key", keys), alias: try found("alias", aliases))
            }
            let byKey = rows.key.compactMap { StoredEntry($0, now: now) }
            let byAlias = rows.alias.compactMap { StoredEntry($0, now: now) }
            let broken = (byKey + byAlias).filter { !$0.faults.isEmpty }
            let aside = try broken.isEmpty ? [] : setAside(broken, of: feed)
            return (
                Dictionary(
                    byKey.map { ($0.entry.key, $0.entry) }, uniquingKeysWith: { first, _ in first }),
                Dictionary(
                    byAlias.map { ($0.entry.alias ?? "", $0.entry) },
                    uniquingKeysWith: { first, _ in first }), aside
            )
        }
        tell(aside)
        return (byKey, byAlias)
    }

    private func setAside(_ rows: [StoredEntry], of feed: String) throws -> [SetAsideRow] {
        var seen: Set<String> = []
        return try queue.write { db in
            let subject = try address(of: feed, db)
            return try rows.filter { seen.insert($0.entry.key).inserted }.map { row in
                let (entry, why) = (row.entry, row.faults.joined(separator: "; "))
                let place = RowPlace(
                    table: "entries",
                    key: [("feed", feed.databaseValue), ("key", entry.key.databaseValue)])
                try keep(place, why, db)
                try db.execute(
                    sql: """
                        UPDATE entries SET alias = ?, sent = ?, article = ?, first_seen = ?, last_seen = ?
                        WHERE \(place.condition)
                        """,
                    arguments: [
                        entry.alias, entry.sentHash, entry.article,
                        entry.firstSeen.timeIntervalSince1970, entry.lastSeen.timeIntervalSince1970,
                    ] + place.arguments)
                return SetAsideRow(
                    table: "entries", subject: subject, why: "\(entry.key): \(why)",
                    isKeptInPart: true)
            }
        }
    }

    /// Remembers entries that are filed, and lets their pages wait no longer. What is filed lies in quarantine no more.
    public func remember(
        _ entries: [KnownEntry], of feed: String, keepWaiting: Bool = false
    ) throws(StorageError) {
        try remembering {
            try queue.write { db in
                for entry in entries {
                    try db.cachedStatement(
                        sql: """
                            INSERT INTO entries (
                                feed, key, alias, sent, article, first_seen, last_seen
                            ) VALUES (?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT (feed, key) DO UPDATE SET alias = excluded.alias,
                                sent = excluded.sent, article = COALESCE(excluded.article, article),
                                last_seen = excluded.last_seen
                            """
                    ).execute(arguments: [
                        feed, entry.key, entry.alias, entry.sentHash, entry.article,
                        entry.firstSeen.timeIntervalSince1970, entry.lastSeen.timeIntervalSince1970,
                    ])
                    guard !keepWaiting else { continue }
                    if entry.article != nil {
                        try db.cachedStatement(
                            sql: "DELETE FROM quarantine WHERE feed = ? AND key = ?"
                        ).execute(arguments: [feed, entry.key])
                    }
                    try db.cachedStatement(sql: "DELETE FROM waiting WHERE feed = ? AND key = ?")
                        .execute(arguments: [feed, entry.key])
                }
            }
        }
    }

    /// Notes that entries still are in their feed, at most once a day each, and forgets those of all feeds that left
    /// theirs long ago.
    public func touch(_ keys: [String], of feed: String, now: Date) throws(StorageError) {
        let seconds = now.timeIntervalSince1970
        try remembering {
            try queue.write { db in
                try db.cachedStatement(
                    sql: """
                        UPDATE entries SET last_seen = ? WHERE feed = ? AND last_seen < ?
                            AND key IN (SELECT value FROM json_each(?))
                        """
                ).execute(arguments: [
                    seconds, feed, seconds - 86_400, try FeedStateStore.list(keys),
                ])
                let old = seconds - FeedStateStore.rememberedDays * 86_400
                try db.cachedStatement(sql: "DELETE FROM entries WHERE last_seen < ?")
                    .execute(arguments: [old])
                try db.cachedStatement(sql: "DELETE FROM pages WHERE seen < ?")
                    .execute(arguments: [old])
            }
        }
    }
}
