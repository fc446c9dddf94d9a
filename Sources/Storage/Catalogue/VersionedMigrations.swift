import GRDB

/// Brings a database from whatever version it has to the latest, step by step, each in a transaction of its own.
///
/// Versions before 3 were noted in `user_version` alone: their steps count as done. It is still kept, so that an earlier
/// briefd knows that the database is too new for it.
struct VersionedMigrations {
    /// SQL; the first makes version 1.
    let steps: [String]
    /// The error that names a later version.
    let tooNew: @Sendable (_ version: Int) -> StorageError

    /// Says whether the database was new.
    @discardableResult func migrate(_ writer: some DatabaseWriter) throws -> Bool {
        let found = try writer.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
        guard found <= steps.count else { throw tooNew(found) }
        let migrator = migrator
        if found == steps.count, try writer.read(migrator.hasCompletedMigrations) { return false }
        if found > 0 { try writer.write { try noteDone(found, $0) } }
        try migrator.migrate(writer)
        return found == 0
    }

    private var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator().disablingDeferredForeignKeyChecks()
        for (index, sql) in steps.enumerated() {
            migrator.registerMigration(Self.name(index + 1)) { db in
                try db.execute(sql: sql)
                try db.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
        }
        return migrator
    }

    /// In GRDB's own table, which it reads by this name.
    private func noteDone(_ version: Int, _ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)
                """)
        for step in 1...version {
            try db.execute(
                sql: "INSERT OR IGNORE INTO grdb_migrations (identifier) VALUES (?)",
                arguments: [Self.name(step)])
        }
    }

    private static func name(_ version: Int) -> String { "version \(version)" }
}
