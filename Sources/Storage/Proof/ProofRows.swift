import GRDB

/// What the catalogue holds of the log of evidence: where it ends, and the latest entry of each Markdown file.
struct ProofRows {
    /// The latest entry of a revision's file.
    struct Row: Equatable {
        var id: String
        var path: String
        /// SHA-256, 64 hex digits.
        var markdown: String
        /// CRC-32 of the file as it was when it was compared with the entry; nil where it was not.
        var checksum: UInt32?
    }

    let db: Database

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    func row(of id: String) throws -> Row? {
        try row("id = ?", [id])
    }

    func row(at path: String) throws -> Row? {
        try row("path = ?", [path])
    }

    private func row(_ condition: String, _ arguments: StatementArguments) throws -> Row? {
        let sql = "SELECT id, path, markdown, checksum FROM proofs WHERE \(condition) LIMIT 1"
        return try GRDB.Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
            .map { Row(id: $0[0], path: $0[1], markdown: $0[2], checksum: $0[3]) }
    }

    /// Enters what an entry says of a file.
    func enter(_ entry: ProofEntry, checksum: UInt32?) throws {
        if entry.kind == .removed { return try run("DELETE FROM proofs WHERE id = ?", [entry.id]) }
        guard let path = entry.path, let markdown = entry.markdown else { return }
        try run(
            "INSERT OR REPLACE INTO proofs (id, path, markdown, checksum) VALUES (?, ?, ?, ?)",
            [entry.id, path, markdown, checksum])
    }

    func setChecksum(_ checksum: UInt32, of id: String) throws {
        try run("UPDATE proofs SET checksum = ? WHERE id = ?", [checksum, id])
    }

    /// Revisions whose file has no entry, or another place or other bytes than its entry says, as far as is known.
    func unsettled() throws -> [Revision] {
        let columns = Revision.columns.split(separator: ",")
            .map { "a." + $0.trimmed }.joined(separator: ", ")
        let sql = """
            SELECT \(columns) FROM articles a LEFT JOIN proofs p ON p.id = a.id
            WHERE p.id IS NULL OR p.checksum IS NOT a.checksum OR p.path <> a.path ORDER BY a.num
            """
        return try GRDB.Row.fetchAll(db, sql: sql).map(Revision.init)
    }

    /// Files that the log tells of and no article is made of; forgotten ones are left out.
    func withoutArticle() throws -> [Row] {
        let sql = """
            SELECT id, path, markdown, checksum FROM proofs
            WHERE id NOT IN (SELECT id FROM articles) AND path NOT LIKE 'forgotten/%'
            """
        return try GRDB.Row.fetchAll(db, sql: sql)
            .map { Row(id: $0[0], path: $0[1], markdown: $0[2], checksum: $0[3]) }
    }

    func revisionNumber(_ revision: Revision) throws -> Int {
        let sql = "SELECT COUNT(*) FROM articles WHERE chain = ? AND num <= ?"
        let statement = try db.cachedStatement(sql: sql)
        return try Int.fetchOne(statement, arguments: [revision.chain, revision.num]) ?? 1
    }

    var end: ProofLog.End? {
        get throws {
            let sql = "SELECT size, bytes, last, origin, parts FROM proof_end"
            guard let row = try GRDB.Row.fetchOne(db, sql: sql) else { return nil }
            let parts: String = row[4]
            let hashes = parts.split(separator: " ").compactMap { HexText.bytes($0) }
            guard let frontier = MerkleFrontier(size: row[0], parts: hashes) else { return nil }
            return ProofLog.End(frontier: frontier, bytes: row[1], last: row[2], origin: row[3])
        }
    }

    func set(_ end: ProofLog.End) throws {
        try run(
            "INSERT OR REPLACE INTO proof_end (one, size, bytes, last, origin, parts) VALUES (1, ?, ?, ?, ?, ?)",
            [
                end.frontier.size, end.bytes, end.last, end.origin,
                end.frontier.parts.map { HexText.make($0) }.joined(separator: " "),
            ])
    }

    /// Forgets all that was known of a log.
    func clear() throws {
        try db.execute(sql: "DELETE FROM proofs; DELETE FROM proof_end")
    }
}

extension Substring {
    fileprivate var trimmed: Substring { drop { $0.isWhitespace } }
}
