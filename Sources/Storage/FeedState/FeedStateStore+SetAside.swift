import FoundationEssentials
import GRDB

/// Rows that cannot be read are kept, and told of; nothing waits for them.
extension FeedStateStore {
    /// Rows that were set aside are kept for so many days.
    static let keptDays = 400.0

    /// Which row, by columns that are its key.
    struct RowPlace {
        var table: String
        var key: [(column: String, value: DatabaseValue)]

        var condition: String { key.map { "\($0.column) IS ?" }.joined(separator: " AND ") }
        var arguments: StatementArguments { StatementArguments(key.map(\.value)) }
    }

    /// Copies a row into `set_aside`, whole, whatever is in it.
    func keep(_ place: RowPlace, _ why: String, _ db: Database) throws {
        let columns = try db.columns(in: place.table).map(\.name)
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let values = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ', ' || ")
        try db.execute(
            sql: """
                INSERT INTO set_aside (place, row, why, since)
                SELECT ?, ? || \(values) || ')', ?, ? FROM \(place.table) WHERE \(place.condition)
                """,
            arguments: StatementArguments(
                [
                    place.table, "INSERT INTO \(place.table) (\(names)) VALUES (", why,
                    Date().timeIntervalSince1970,
                ] as [any DatabaseValueConvertible]) + place.arguments)
    }

    /// Keeps a row and takes it out of its table.
    func remove(_ place: RowPlace, _ why: String, _ db: Database) throws {
        try keep(place, why, db)
        try db.execute(
            sql: "DELETE FROM \(place.table) WHERE \(place.condition)", arguments: place.arguments)
    }

    /// The address of a feed, as far as it is known.
    func address(of feed: String, _ db: Database) throws -> String {
        try Row.fetchOne(db, sql: "SELECT url FROM feeds WHERE id = ?", arguments: [feed])?.text(0)
            ?? feed
    }

    func tell(_ rows: [SetAsideRow]) { for row in rows { onSetAside(row) } }

    /// Rows whose key or time is of another kind than it must be: nothing would ever find them.
    ///
    /// `entries` and `pages` are large; what is wrong with them shows when it is read.
    func setAsideMisfits() throws -> [SetAsideRow] {
        let limit = StoredBounds.time
        func noTime(_ column: String) -> String {
            "typeof(\(column)) NOT IN ('real', 'integer')"
                + " OR \(column) NOT BETWEEN \(limit.lowerBound) AND \(limit.upperBound)"
        }
        return try queue.write { db in
            // Kept for long enough to be looked at.
            try db.execute(
                sql: "DELETE FROM set_aside WHERE since < ?",
                arguments: [Date().timeIntervalSince1970 - Self.keptDays * 86_400])
            return try misfits("holds", ["host"], noTime("until"), db)
                + misfits(
                    "strict", ["host"],
                    "\(noTime("until")) OR typeof(subdomains) <> 'integer'", db)
                + misfits("waiting", ["feed", "key"], noTime("next_try"), db)
                + misfits("doubts", ["feed", "key"], "typeof(body) <> 'text'", db)
                + misfits("watched", ["folder", "path"], "FALSE", db)
        }
    }

    private func misfits(
        _ table: String, _ key: [String], _ fault: String, _ db: Database
    ) throws -> [SetAsideRow] {
        let noText = key.map { "typeof(\($0)) <> 'text'" }.joined(separator: " OR ")
        let columns = key.joined(separator: ", ")
        let rows = try Row.fetchAll(
            db, sql: "SELECT \(columns) FROM \(table) WHERE \(noText) OR \(fault)")
        return try rows.map { row in
            let why = "a value in it is of another kind than it must be"
            var subject = row.text(key.count - 1) ?? "a row without a name"
            if table == "waiting" || table == "doubts", let feed = row.text(0) {
                if table == "waiting", let key = row.text(1) { try want(feed, key, db) }
                subject = try address(of: feed, db)
            }
            let values = key.indices.map { row[$0] as DatabaseValue }
            try remove(RowPlace(table: table, key: zip(key, values).map { ($0, $1) }), why, db)
            return SetAsideRow(table: table, subject: subject, why: why, isKeptInPart: false)
        }
    }

    // MARK: Feeds that are to be read as a whole

    /// What waited for its page is lost: its feed is read as a whole, and says it again if it still has it.
    func want(_ feed: String, _ key: String, _ db: Database) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO wanted (feed) VALUES (?)", arguments: [feed])
        // Else the entry would count as unchanged.
        try db.execute(
            sql: "UPDATE entries SET sent = '' WHERE feed = ? AND key = ?", arguments: [feed, key])
    }

    /// Whether the feed is to be asked for without a condition, and read whatever it was last.
    public func isWanted(_ feed: String) throws(StorageError) -> Bool {
        try remembering {
            try queue.read { db in
                try Bool.fetchOne(
                    db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM wanted WHERE feed = ?)"),
                    arguments: [feed]) ?? false
            }
        }
    }

    public func noteRead(_ feed: String) throws(StorageError) {
        try remembering {
            try queue.write { db in
                try db.execute(sql: "DELETE FROM wanted WHERE feed = ?", arguments: [feed])
            }
        }
    }
}
