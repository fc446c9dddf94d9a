import GRDB

/// Keeps the full-text search abreast of the catalogue.
///
/// Entering a text costs more than all else that filing does. So it is not part of a large batch: articles
/// that are not entered yet have no `search_id`, and are entered from their files when a batch is small, and
/// before a question is answered. A question always sees every article.
struct SearchIndex {
    let db: Database
    let files: StoreFiles

    private static let waiting = "search_id IS NULL AND superseded_by IS NULL"

    static func isBehind(_ db: Database) throws -> Bool {
        let sql = "SELECT 1 FROM articles WHERE \(waiting) LIMIT 1"
        return try Int.fetchOne(db.cachedStatement(sql: sql)) != nil
    }

    /// The number of the last article that is not entered; nil where all are.
    static func lastWaiting(_ db: Database) throws -> Int64? {
        let sql = "SELECT num FROM articles WHERE \(waiting) ORDER BY num DESC LIMIT 1"
        return try Int64.fetchOne(db.cachedStatement(sql: sql))
    }

    /// Enters at most `limit` articles, up to the number `last`, and says how many.
    @discardableResult
    func catchUp(limit: Int, to last: Int64 = .max) throws -> Int {
        let sql =
            "SELECT num, path, title FROM articles WHERE \(Self.waiting) AND num <= ? ORDER BY num LIMIT ?"
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [last, limit])
        for row in rows {
            let path: String = row[1]
            let file = try? MarkdownFile.parse(files.read(path), path: path)
            try enter(row[0], title: row[2] ?? "", text: MarkdownText.plain(file?.body ?? ""))
        }
        return rows.count
    }

    /// The search keeps no text, so an entry cannot be taken out without it: a text entered anew gets another
    /// number, and the old one leads nowhere. `rebuild` drops such left-overs.
    private func enter(_ num: Int64, title: String, text: String) throws {
        try db.cachedStatement(sql: "INSERT INTO search (title, body) VALUES (?, ?)")
            .execute(arguments: [SearchText.spaced(title), SearchText.spaced(text)])
        try db.cachedStatement(sql: "UPDATE articles SET search_id = ? WHERE num = ?")
            .execute(arguments: [db.lastInsertedRowID, num])
    }
}
