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
        try storing {
            try queue.read { db in
                func found(_ column: String, _ values: [String]) throws -> [KnownEntry] {
                    let sql = """
                        SELECT key, alias, sent, article, first_seen, last_seen FROM entries
                        WHERE feed = ? AND \(column) IS NOT NULL
                            AND \(column) IN (SELECT value FROM json_each(?))
                        """
                    return try Row.fetchAll(
                        db.cachedStatement(sql: sql),
                        arguments: [feed, try FeedStateStore.encode(values)]
                    ).map(KnownEntry.init)
                }
                let byKey = try found("key", keys).map { ($0.key, $0) }
                let byAlias = try found("alias", aliases).map { ($0.alias ?? "", $0) }
                return (
                    Dictionary(byKey, uniquingKeysWith: { first, _ in first }),
                    Dictionary(byAlias, uniquingKeysWith: { first, _ in first })
                )
            }
        }
    }

    /// Remembers entries that are filed, and lets their pages wait no longer.
    public func remember(
        _ entries: [KnownEntry], of feed: String, keepWaiting: Bool = false
    ) throws(StorageError) {
        try storing {
            try queue.write { db in
                for entry in entries {
                    try db.cachedStatement(
                        sql: """
                            INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT (feed, key) DO UPDATE SET alias = excluded.alias,
                                sent = excluded.sent, article = COALESCE(excluded.article, article),
                                last_seen = excluded.last_seen
                            """
                    ).execute(arguments: [
                        feed, entry.key, entry.alias, entry.sentHash, entry.article,
                        entry.firstSeen.timeIntervalSince1970, entry.lastSeen.timeIntervalSince1970,
                    ])
                    guard !keepWaiting else { continue }
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
        try storing {
            try queue.write { db in
                try db.cachedStatement(
                    sql: """
                        UPDATE entries SET last_seen = ? WHERE feed = ? AND last_seen < ?
                            AND key IN (SELECT value FROM json_each(?))
                        """
                ).execute(arguments: [
                    seconds, feed, seconds - 86_400, try FeedStateStore.encode(keys),
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

extension KnownEntry {
    init(_ row: Row) {
        self.init(
            key: row["key"], alias: row["alias"], sentHash: row["sent"], article: row["article"],
            firstSeen: Date(timeIntervalSince1970: row["first_seen"]),
            lastSeen: Date(timeIntervalSince1970: row["last_seen"]))
    }
}
