import FoundationEssentials
import GRDB

/// Entries that wait for their page and were never filed, not even from their own content.
extension FeedStateStore {
    /// Oldest first.
    public func unseenPages(of feed: String, limit: Int) throws(StorageError) -> [WaitingPage] {
        let (found, aside) = try remembering {
            let rows = try queue.read { db in
                try Row.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT key, page FROM waiting w WHERE feed = ?
                                AND NOT COALESCE(\(FeedStateStore.field("isFiled")), 0)
                                AND NOT EXISTS (
                                    SELECT 1 FROM entries e WHERE e.feed = w.feed AND e.key = w.key)
                            ORDER BY next_try, key LIMIT ?
                            """), arguments: [feed, limit])
            }
            return try readPages(rows, of: feed, table: "waiting")
        }
        tell(aside)
        return found.map(\.page)
    }

    /// Remembers entries that were filed from their own content; those whose page has come meanwhile do not wait
    /// again.
    public func rememberUnseen(
        _ entries: [KnownEntry], of feed: String
    ) throws(StorageError) {
        try remember(entries, of: feed, keepWaiting: true)
        try remembering {
            try queue.write { db in
                try db.execute(
                    sql: """
                        UPDATE waiting SET page = json_set(page, '$.isFiled', json('true'))
                        WHERE feed = ? AND key IN (SELECT value FROM json_each(?))
                            AND typeof(page) = 'text' AND json_valid(page)
                        """,
                    arguments: [feed, try FeedStateStore.list(entries.map(\.key))])
            }
        }
    }

    /// Those of the entries that wait which were filed from their own content.
    public func filedKeys(
        of feed: String, among keys: [String]
    ) throws(StorageError) -> Set<String> {
        guard !keys.isEmpty else { return [] }
        return try remembering {
            try queue.read { db in
                try Set(
                    String.fetchAll(
                        db,
                        sql: """
                            SELECT key FROM waiting WHERE feed = ? AND \(FeedStateStore.field("isFiled"))
                                AND key IN (SELECT value FROM json_each(?))
                            """, arguments: [feed, try FeedStateStore.list(keys)]))
            }
        }
    }
}
