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
    /// Each day's count is kept: this costs as much as there are days, however many articles.
    public func filedByDay(since start: Date) throws(StorageError) -> [DayCount] {
        let first = Int64((start.timeIntervalSince1970 / 86_400).rounded(.down))
        let sql = "SELECT day, filed FROM days WHERE day >= ? AND filed > 0 ORDER BY day"
        return try door.storing {
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
