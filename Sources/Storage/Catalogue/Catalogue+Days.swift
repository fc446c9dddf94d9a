import FoundationEssentials
import GRDB

/// How many current articles were filed on a day, UTC.
public struct DayCount: Sendable, Equatable {
    /// YYYY-MM-DD.
    public var day: String
    public var count: Int
}

extension Catalogue {
    /// Current articles by the day on which they were filed, from the day of `start` on; days without any are left out.
    ///
    /// One walk along an index: it costs as much as articles were filed in that time.
    public func filedByDay(since start: Date) throws(StorageError) -> [DayCount] {
        let first = Int64((start.timeIntervalSince1970 / 86_400).rounded(.down)) * 86_400
        let sql = """
            SELECT filed / 86400 AS day, COUNT(*) FROM articles INDEXED BY articles_filed
            WHERE superseded_by IS NULL AND filed >= ? GROUP BY day ORDER BY day
            """
        return try storing {
            try pool.read { db in
                try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [first]).map { row in
                    let day: Int64 = row[0]
                    return DayCount(
                        day: String(Self.rfc3339(day * 86_400).prefix(10)), count: row[1])
                }
            }
        }
    }
}
