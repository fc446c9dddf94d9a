import FoundationEssentials
import GRDB

extension FeedStateStore {
    /// What no upgrade has made readable for so long is forgotten; its entry stays known.
    static let quarantinedDays = 400.0

    public func quarantine(_ entry: QuarantinedEntry, of feed: String) throws(StorageError) {
        let seconds = entry.since.timeIntervalSince1970
        try remembering {
            try queue.write { db in
                try db.execute(
                    sql: "DELETE FROM quarantine WHERE since < ?",
                    arguments: [seconds - FeedStateStore.quarantinedDays * 86_400])
                try db.execute(
                    sql: """
                        INSERT OR REPLACE INTO quarantine
                            (feed, key, page, of_page, is_partial, why, version, since)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        feed, entry.page.key, try StoredPage.json(of: entry.page),
                        entry.isOfPage, entry.isPartial, entry.why, entry.version, seconds,
                    ])
            }
        }
    }

    /// The oldest first. A row that cannot be read is set aside.
    public func quarantined(of feed: String) throws(StorageError) -> [QuarantinedEntry] {
        let (found, aside) = try remembering {
            let rows = try queue.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT key, page, of_page, is_partial, why, version, since FROM quarantine
                        WHERE feed = ? ORDER BY since, key
                        """, arguments: [feed])
            }
            return try readPages(rows, of: feed, table: "quarantine")
        }
        tell(aside)
        return found.map { page, row in
            QuarantinedEntry(
                page: page, isOfPage: row.integer(2) == 1, isPartial: row.integer(3) == 1,
                why: row.text(4) ?? "",
                version: row.text(5) ?? "", since: row.time(6) ?? .distantPast)
        }
    }

    /// Feeds with entries that another version of briefd could not read.
    public func quarantinedFeeds(before version: String) throws(StorageError) -> [String] {
        try remembering {
            try queue.read { db in
                try String.fetchAll(
                    db,
                    sql: "SELECT DISTINCT feed FROM quarantine WHERE version <> ? ORDER BY feed",
                    arguments: [version])
            }
        }
    }

    /// By feed, the one with the oldest entry first.
    public func quarantineCounts() throws(StorageError) -> [QuarantineCount] {
        try remembering {
            try queue.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT feed, COUNT(*), MIN(since) FROM quarantine GROUP BY feed
                        ORDER BY MIN(since), feed
                        """
                ).compactMap { row in
                    guard let feed = row.text(0), let count = row.integer(1) else { return nil }
                    return QuarantineCount(
                        feed: feed, count: count, since: row.time(2) ?? .distantPast)
                }
            }
        }
    }

    public func release(_ key: String, of feed: String) throws(StorageError) {
        try remembering {
            try queue.write { db in
                try db.execute(
                    sql: "DELETE FROM quarantine WHERE feed = ? AND key = ?",
                    arguments: [feed, key])
            }
        }
    }
}
