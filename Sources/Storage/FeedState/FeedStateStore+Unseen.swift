import FoundationEssentials
import GRDB

/// Entries that wait for their page and were never filed, not even from their own content.
extension FeedStateStore {
    /// Oldest first.
    public func unseenPages(of feed: String, limit: Int) throws(StorageError) -> [WaitingPage] {
        try storing {
            let rows = try queue.read { db in
                try String.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT page FROM waiting w WHERE feed = ?
                                AND NOT json_extract(page, '$.isFiled')
                                AND NOT EXISTS (
                                    SELECT 1 FROM entries e WHERE e.feed = w.feed AND e.key = w.key)
                            ORDER BY next_try, key LIMIT ?
                            """), arguments: [feed, limit])
            }
            return try rows.map { try FeedStateStore.decode($0) }
        }
    }

    /// Remembers entries that were filed from their own content; those whose page has come meanwhile do not wait
    /// again.
    public func rememberUnseen(
        _ entries: [KnownEntry], of feed: String
    ) throws(StorageError) {
        try remember(entries, of: feed, keepWaiting: true)
        try storing {
            try queue.write { db in
                try db.execute(
                    sql: """
                        UPDATE waiting SET page = json_set(page, '$.isFiled', json('true'))
                        WHERE feed = ? AND key IN (SELECT value FROM json_each(?))
                        """,
                    arguments: [feed, try FeedStateStore.encode(entries.map(\.key))])
            }
        }
    }

    /// Those of the entries that wait which were filed from their own content.
    public func filedKeys(
        of feed: String, among keys: [String]
    ) throws(StorageError) -> Set<String> {
        guard !keys.isEmpty else { return [] }
        return try storing {
            try queue.read { db in
                try Set(
                    String.fetchAll(
                        db,
                        sql: """
                            SELECT key FROM waiting WHERE feed = ? AND json_extract(page, '$.isFiled')
                                AND key IN (SELECT value FROM json_each(?))
                            """, arguments: [feed, try FeedStateStore.encode(keys)]))
            }
        }
    }
}
