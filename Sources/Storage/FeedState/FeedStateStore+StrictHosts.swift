import BriefModel
import FoundationEssentials
import GRDB

extension FeedStateStore {
    /// Those in force; the others are forgotten.
    public func strictHosts(now: Date) throws(StorageError) -> [StrictHost] {
        try storing {
            try queue.write { db in
                try db.execute(
                    sql: "DELETE FROM strict WHERE until <= ?",
                    arguments: [now.timeIntervalSince1970])
                let rows = try Row.fetchAll(db, sql: "SELECT host, until, subdomains FROM strict")
                return rows.map {
                    StrictHost(
                        host: $0[0], until: Date(timeIntervalSince1970: $0[1]),
                        includesSubdomains: $0[2])
                }
            }
        }
    }

    public func save(_ strict: StrictHost) throws(StorageError) {
        try storing {
            try queue.write { db in
                try db.execute(
                    sql: "INSERT OR REPLACE INTO strict (host, until, subdomains) VALUES (?, ?, ?)",
                    arguments: [
                        strict.host, strict.until.timeIntervalSince1970, strict.includesSubdomains,
                    ])
            }
        }
    }
}
