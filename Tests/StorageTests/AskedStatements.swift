import GRDB
import Synchronization

/// The statements that connections to a database are asked.
final class AskedStatements: Sendable {
    private let statements = Mutex<Set<String>>([])

    var count: Int { statements.withLock { $0.count } }

    func listen(to db: Database) {
        db.trace { event in
            guard case .statement(let statement) = event else { return }
            self.statements.withLock { _ = $0.insert(statement.sql) }
        }
    }

    /// Walks along whole tables among the steps that SQLite plans for them, a line each; aliases have one letter in our
    /// statements. One in the order of an index is none where it ends with the page: LIMIT.
    func walks(in db: Database) throws -> String {
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'counts'"
        let tables = try String.fetchSet(db, sql: sql)
        let asked = statements.withLock { $0.sorted() }
        return try asked.flatMap { sql -> [String] in
            guard ["SELECT", "UPDATE", "DELETE", "WITH"].contains(where: sql.hasPrefix) else {
                return []
            }
            let plan = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
            plan.setUncheckedArguments([])
            return try Row.fetchAll(plan).compactMap { row -> String? in
                let step: String = row["detail"]
                let words = step.split(separator: " ").map(String.init)
                guard words.first == "SCAN", !step.contains("VIRTUAL TABLE"),
                    words[1].count == 1 || tables.contains(words[1]),
                    !(step.contains("USING") && sql.contains("LIMIT"))
                else { return nil }
                return "\(step): \(sql)"
            }
        }.joined(separator: "\n")
    }
}
