import GRDB

/// Tables that are not as they must be, whoever changed them: what is missing is added, and nothing is thrown away.
extension FeedStateSchema {
    /// - Returns: what was mended, to be told.
    static func mend(_ queue: DatabaseQueue) throws -> [SetAsideRow] {
        let model = try DatabaseQueue()
        _ = try prepare(model)
        let wanted = try model.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT type, name, sql, tbl_name FROM sqlite_schema
                    WHERE sql IS NOT NULL AND name NOT LIKE 'grdb%' ORDER BY type DESC, name
                    """)
        }
        var mended: [SetAsideRow] = []
        try queue.write { db in
            for row in wanted {
                guard let type = row.text(0), let name = row.text(1), let sql = row.text(2) else {
                    continue
                }
                let isThere =
                    try Row.fetchOne(
                        db, sql: "SELECT 1 FROM sqlite_schema WHERE type = ? AND name = ?",
                        arguments: [type, name]) != nil
                if !isThere {
                    try db.execute(sql: sql)
                    guard type == "table" else { continue }
                    mended.append(told(name, "the table was missing and is made anew, empty"))
                } else if type == "table" {
                    let columns = try model.read { try $0.columns(in: name) }
                    mended += try add(columns, to: name, sql, db)
                }
            }
        }
        return mended
    }

    private static func add(
        _ wanted: [ColumnInfo], to table: String, _ sql: String, _ db: Database
    ) throws -> [SetAsideRow] {
        let there = Set(try db.columns(in: table).map(\.name))
        let missing = wanted.filter { !there.contains($0.name) }
        guard !missing.isEmpty else { return [] }
        let names = missing.map { "\"\($0.name)\"" }.joined(separator: ", ")
        if missing.contains(where: { $0.primaryKeyIndex > 0 }) {
            var aside = "\(table)_set_aside"
            while try db.tableExists(aside) { aside += "_" }
            try db.execute(sql: "ALTER TABLE \(table) RENAME TO \(aside)")
            for index in try db.indexes(on: aside) where !index.name.hasPrefix("sqlite_") {
                try db.execute(sql: "DROP INDEX \"\(index.name)\"")
            }
            try db.execute(sql: sql)
            return [
                told(
                    table, "it had no \(names): it is now the table \(aside), and made anew, empty")
            ]
        }
        for column in missing {
            let empty = column.type == "TEXT" ? "''" : "0"
            let constraint = column.isNotNull ? " NOT NULL DEFAULT \(empty)" : ""
            try db.execute(
                sql: "ALTER TABLE \(table) ADD COLUMN \(column.name) \(column.type)\(constraint)")
        }
        return [told(table, "it had no \(names), which was added, empty")]
    }

    private static func told(_ table: String, _ why: String) -> SetAsideRow {
        SetAsideRow(table: table, subject: "the table \(table)", why: why, isKeptInPart: true)
    }
}
