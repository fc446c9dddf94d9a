import FoundationEssentials
import GRDB

extension FeedStateStore {
    /// Puts entries down whose pages are to be fetched; one that waits already is replaced.
    public func wait(for pages: [WaitingPage], of feed: String) throws(StorageError) {
        try storing {
            try queue.write { db in
                for page in pages {
                    try db.cachedStatement(
                        sql: "INSERT OR REPLACE INTO waiting VALUES (?, ?, ?, ?)"
                    )
                    .execute(arguments: [
                        feed, page.key, page.nextTry.timeIntervalSince1970,
                        try FeedStateStore.encode(page),
                    ])
                }
            }
        }
    }

    /// Pages of a feed that are due, oldest first.
    public func pages(of feed: String, due: Date, limit: Int) throws(StorageError) -> [WaitingPage]
    {
        try storing {
            let rows = try queue.read { db in
                try String.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT page FROM waiting WHERE feed = ? AND next_try <= ?
                            ORDER BY next_try, key LIMIT ?
                            """), arguments: [feed, due.timeIntervalSince1970, limit])
            }
            return try rows.map { try FeedStateStore.decode($0) }
        }
    }

    /// The hashes as sent of the entries that wait, by key.
    public func waitingHashes(of feed: String) throws(StorageError) -> [String: String] {
        try storing {
            let rows = try queue.read { db in
                try Row.fetchAll(
                    db,
                    sql: "SELECT key, json_extract(page, '$.sentHash') FROM waiting WHERE feed = ?",
                    arguments: [feed])
            }
            return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
        }
    }

    public func stopWaiting(_ key: String, of feed: String) throws(StorageError) {
        try storing {
            try queue.write { db in
                try db.execute(
                    sql: "DELETE FROM waiting WHERE feed = ? AND key = ?", arguments: [feed, key])
            }
        }
    }

    /// How many pages of each feed wait, and when the first is tried.
    public func waitingSummary() throws(StorageError) -> [String: (count: Int, next: Date)] {
        try summary(where: "", [])
    }

    public func waitingSummary(of feed: String) throws(StorageError) -> (count: Int, next: Date)? {
        try summary(where: "WHERE feed = ?", [feed])[feed]
    }

    private func summary(
        where condition: String, _ arguments: StatementArguments
    ) throws(StorageError) -> [String: (count: Int, next: Date)] {
        try storing {
            let rows = try queue.read { db in
                try Row.fetchAll(
                    db,
                    sql:
                        "SELECT feed, COUNT(*), MIN(next_try) FROM waiting \(condition) GROUP BY feed",
                    arguments: arguments)
            }
            var summary: [String: (count: Int, next: Date)] = [:]
            for row in rows {
                summary[row[0]] = (row[1], Date(timeIntervalSince1970: row[2]))
            }
            return summary
        }
    }

    // MARK: Bodies of pages

    /// Notes which body the page of an entry gave.
    public func notePages(
        _ bodies: [(key: String, hash: String)], of feed: String, now: Date
    ) throws(StorageError) {
        try storing {
            try queue.write { db in
                for body in bodies {
                    try db.cachedStatement(sql: "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)")
                        .execute(arguments: [feed, body.hash, body.key, now.timeIntervalSince1970])
                }
            }
        }
    }

    /// The keys of the entries whose pages gave these bodies, by hash.
    public func pageKeys(
        of feed: String, hashes: [String]
    ) throws(StorageError) -> [String: Set<String>] {
        try storing {
            let rows = try queue.read { db in
                try Row.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT hash, key FROM pages
                            WHERE feed = ? AND hash IN (SELECT value FROM json_each(?))
                            """), arguments: [feed, try FeedStateStore.encode(hashes)])
            }
            var keys: [String: Set<String>] = [:]
            for row in rows { keys[row[0], default: []].insert(row[1]) }
            return keys
        }
    }
}
