import FoundationEssentials
import GRDB

/// Pages of filed entries that are asked for again. When, is told by the time of filing and the configuration; the row
/// holds the next time, so that nothing is forgotten or asked twice over a restart.
extension FeedStateStore {
    /// Puts a page down to be asked for at its `nextTry`; the row of the same entry is replaced.
    public func revisit(_ page: WaitingPage, of feed: String) throws(StorageError) {
        try remembering {
            try queue.write { db in
                try db.cachedStatement(
                    sql:
                        "INSERT OR REPLACE INTO revisits (feed, key, next_try, page) VALUES (?, ?, ?, ?)"
                ).execute(arguments: [
                    feed, page.key, page.nextTry.timeIntervalSince1970,
                    try StoredPage.json(of: page),
                ])
            }
        }
    }

    public func stopRevisiting(_ key: String, of feed: String) throws(StorageError) {
        try remembering {
            try queue.write { db in
                try db.execute(
                    sql: "DELETE FROM revisits WHERE feed = ? AND key = ?", arguments: [feed, key])
            }
        }
    }

    /// Pages of a feed that are due, oldest first.
    public func revisits(
        of feed: String, due: Date, limit: Int
    ) throws(StorageError) -> [WaitingPage] {
        let (found, aside) = try remembering {
            let sql = """
                SELECT key, page FROM revisits WHERE feed = ? AND next_try <= ?
                ORDER BY next_try, key LIMIT ?
                """
            let rows = try queue.read { db in
                try Row.fetchAll(
                    db.cachedStatement(sql: sql),
                    arguments: [feed, due.timeIntervalSince1970, limit])
            }
            return try readPages(rows, of: feed, table: "revisits")
        }
        tell(aside)
        return found.map(\.page)
    }

    /// When the first page of a feed is asked for again; nil where none is.
    public func nextRevisit(of feed: String) throws(StorageError) -> Date? {
        try remembering {
            let sql = "SELECT MIN(next_try) FROM revisits WHERE feed = ?"
            let row = try queue.read { db in
                try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [feed])
            }
            return row?.time(0)
        }
    }

    /// When the first page of each feed is asked for again.
    public func nextRevisits() throws(StorageError) -> [String: Date] {
        try remembering {
            let rows = try queue.read { db in
                try Row.fetchAll(db, sql: "SELECT feed, MIN(next_try) FROM revisits GROUP BY feed")
            }
            return rows.reduce(into: [:]) { times, row in
                guard let feed = row.text(0) else { return }
                times[feed] = row.time(1) ?? .distantPast
            }
        }
    }
}
