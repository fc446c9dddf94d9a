import FoundationEssentials
import GRDB

extension FeedStateStore {
    /// Puts entries down whose pages are to be fetched; one that waits already is replaced.
    public func wait(for pages: [WaitingPage], of feed: String) throws(StorageError) {
        try remembering {
            try queue.write { db in
                for page in pages {
                    try db.cachedStatement(
                        sql: """
                            INSERT OR REPLACE INTO waiting (feed, key, next_try, page)
                            VALUES (?, ?, ?, ?)
                            """
                    )
                    .execute(arguments: [
                        feed, page.key, page.nextTry.timeIntervalSince1970,
                        try StoredPage.json(of: page),
                    ])
                }
            }
        }
    }

    /// Pages of a feed that are due, oldest first.
    public func pages(of feed: String, due: Date, limit: Int) throws(StorageError) -> [WaitingPage]
    {
        let (found, aside) = try remembering {
            let rows = try queue.read { db in
                try Row.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT key, page FROM waiting WHERE feed = ? AND next_try <= ?
                            ORDER BY next_try, key LIMIT ?
                            """), arguments: [feed, due.timeIntervalSince1970, limit])
            }
            return try readPages(rows, of: feed, table: "waiting")
        }
        tell(aside)
        return found.map(\.page)
    }

    /// Reads rows of key and page; sets those aside that cannot be read, or not wholly.
    func readPages(
        _ rows: [Row], of feed: String, table: String
    ) throws -> (found: [(page: WaitingPage, row: Row)], aside: [SetAsideRow]) {
        var found: [(page: WaitingPage, row: Row)] = []
        var broken: [(key: String, StoredPage)] = []
        for row in rows {
            guard let key = row.text(0) else { continue }
            let stored = StoredPage(key: key, json: row.text(1))
            if let page = stored.page { found.append((page, row)) }
            if !stored.faults.isEmpty { broken.append((key, stored)) }
        }
        guard !broken.isEmpty else { return (found, []) }
        return (found, try queue.write { try setAside(broken, of: feed, table: table, $0) })
    }

    private func setAside(
        _ rows: [(key: String, stored: StoredPage)], of feed: String, table: String, _ db: Database
    ) throws -> [SetAsideRow] {
        let subject = try address(of: feed, db)
        return try rows.map { row in
            let place = RowPlace(
                table: table,
                key: [("feed", feed.databaseValue), ("key", row.key.databaseValue)])
            let why = row.stored.faults.joined(separator: "; ")
            if table == "waiting" { try want(feed, row.key, db) }
            if let page = row.stored.page {
                try keep(place, why, db)
                try db.execute(
                    sql: "UPDATE \(table) SET page = ? WHERE \(place.condition)",
                    arguments: [try StoredPage.json(of: page)] + place.arguments)
            } else {
                try remove(place, why, db)
            }
            return SetAsideRow(
                table: table, subject: subject, why: "\(row.key): \(why)",
                isKeptInPart: row.stored.page != nil)
        }
    }

    /// The hashes as sent of the entries that wait, by key.
    public func waitingHashes(of feed: String) throws(StorageError) -> [String: String] {
        try remembering {
            let rows = try queue.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT key, \(FeedStateStore.field("sentHash")) FROM waiting WHERE feed = ?
                        """, arguments: [feed])
            }
            let hashes = rows.compactMap { row in row.text(0).map { ($0, row.text(1) ?? "") } }
            return Dictionary(hashes, uniquingKeysWith: { $1 })
        }
    }

    /// SQL for a field of `waiting.page`; NULL where the page cannot be read, which is not for SQLite to complain of.
    static func field(_ name: String) -> String {
        "CASE WHEN typeof(page) = 'text' AND json_valid(page) THEN json_extract(page, '$.\(name)') END"
    }

    public func stopWaiting(_ key: String, of feed: String) throws(StorageError) {
        try remembering {
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
        try remembering {
            let rows = try queue.read { db in
                try Row.fetchAll(
                    db,
                    sql:
                        "SELECT feed, COUNT(*), MIN(next_try) FROM waiting \(condition) GROUP BY feed",
                    arguments: arguments)
            }
            var summary: [String: (count: Int, next: Date)] = [:]
            for row in rows {
                guard let feed = row.text(0), let count = row.integer(1) else { continue }
                summary[feed] = (count, row.time(2) ?? .distantPast)
            }
            return summary
        }
    }

    // MARK: Bodies of pages

    /// Notes which body the page of an entry gave.
    public func notePages(
        _ bodies: [(key: String, hash: String)], of feed: String, now: Date
    ) throws(StorageError) {
        try remembering {
            try queue.write { db in
                for body in bodies {
                    try db.cachedStatement(
                        sql: """
                            INSERT OR REPLACE INTO pages (feed, hash, key, seen) VALUES (?, ?, ?, ?)
                            """
                    )
                    .execute(arguments: [feed, body.hash, body.key, now.timeIntervalSince1970])
                }
            }
        }
    }

    /// The keys of the entries whose pages gave these bodies, by hash.
    public func pageKeys(
        of feed: String, hashes: [String]
    ) throws(StorageError) -> [String: Set<String>] {
        try remembering {
            let rows = try queue.read { db in
                try Row.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT hash, key FROM pages
                            WHERE feed = ? AND hash IN (SELECT value FROM json_each(?))
                            """), arguments: [feed, try FeedStateStore.list(hashes)])
            }
            var keys: [String: Set<String>] = [:]
            for row in rows {
                guard let hash = row.text(0), let key = row.text(1) else { continue }
                keys[hash, default: []].insert(key)
            }
            return keys
        }
    }
}
