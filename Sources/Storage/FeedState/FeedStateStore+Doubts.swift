import FoundationEssentials
import GRDB

extension FeedStateStore {
    /// Walls show within some polls; after so many days nothing is taken back.
    static let doubtedDays = 30.0

    /// Remembers an entry that was filed from a page in which nothing of its own was found.
    public func doubt(
        _ doubt: DoubtedPage, of feed: String, now: Date
    ) throws(StorageError) {
        let seconds = now.timeIntervalSince1970
        try remembering {
            try queue.write { db in
                try db.execute(
                    sql: "DELETE FROM doubts WHERE seen < ?",
                    arguments: [seconds - FeedStateStore.doubtedDays * 86_400])
                try db.execute(
                    sql: """
                        INSERT OR REPLACE INTO doubts (feed, key, body, page, seen)
                        VALUES (?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        feed, doubt.page.key, doubt.body, try StoredPage.json(of: doubt.page),
                        seconds,
                    ])
            }
        }
    }

    /// The doubted pages that gave one of these bodies (`notePages`).
    public func doubtedPages(
        of feed: String, hashes: [String]
    ) throws(StorageError) -> [DoubtedPage] {
        let (found, aside) = try remembering {
            let rows = try queue.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT DISTINCT d.key, d.page, d.body FROM doubts d
                        JOIN pages p ON p.feed = d.feed AND p.key = d.key
                        WHERE d.feed = ? AND p.hash IN (SELECT value FROM json_each(?))
                        ORDER BY d.key
                        """, arguments: [feed, try FeedStateStore.list(hashes)])
            }
            return try readPages(rows, of: feed, table: "doubts")
        }
        tell(aside)
        return found.compactMap { page, row in
            row.text(2).map { DoubtedPage(page: page, body: $0) }
        }
    }

    public func stopDoubting(_ key: String, of feed: String) throws(StorageError) {
        try remembering {
            try queue.write { db in
                try db.cachedStatement(sql: "DELETE FROM doubts WHERE feed = ? AND key = ?")
                    .execute(arguments: [feed, key])
            }
        }
    }
}
