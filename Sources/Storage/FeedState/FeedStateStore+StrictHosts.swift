import BriefModel
import FoundationEssentials
import GRDB

extension FeedStateStore {
    /// Those in force; the others are forgotten.
    public func strictHosts(now: Date) throws(StorageError) -> [StrictHost] {
        try remembering {
            try queue.write { db in
                try db.execute(
                    sql: "DELETE FROM strict WHERE until <= ?",
                    arguments: [now.timeIntervalSince1970])
                let rows = try Row.fetchAll(db, sql: "SELECT host, until, subdomains FROM strict")
                return rows.compactMap { row in
                    guard let host = row.text(0), let until = row.time(1) else { return nil }
                    return StrictHost(
                        host: host, until: until, includesSubdomains: row.integer(2) != 0)
                }
            }
        }
    }

    /// - Parameter strict: forgotten where it holds until the distant past.
    public func save(_ strict: StrictHost) throws(StorageError) {
        try remembering {
            try queue.write { db in
                guard strict.until > .distantPast else {
                    return try db.execute(
                        sql: "DELETE FROM strict WHERE host = ?", arguments: [strict.host])
                }
                try db.execute(
                    sql: "INSERT OR REPLACE INTO strict (host, until, subdomains) VALUES (?, ?, ?)",
                    arguments: [
                        strict.host, strict.until.timeIntervalSince1970, strict.includesSubdomains,
                    ])
            }
        }
    }
}
