import FoundationEssentials
import GRDB
import LinuxIO

/// Opens the catalogue and brings it together with the files. One that is damaged is set aside, and made anew from them.
struct CatalogueOpening {
    struct Opened {
        var pool: DatabasePool
        var report: MendReport
        /// Whether each file and each page of the catalogue was looked at.
        var isWhole: Bool
    }

    let path: String
    let files: StoreFiles
    let identify: ArticleStore.Identify
    /// Bytes of the catalogue from which on one that was closed cleanly is opened without looking at all; nil for never.
    let quickFrom: Int?

    func open() throws -> Opened {
        let size = try files.root.status(of: StoreFiles.catalogue)?.size ?? 0
        let isLarge = quickFrom.map { size >= $0 } ?? false
        // It goes whatever the size: it is true of what nobody works with.
        let isQuick = try CleanClose.take(from: files) && isLarge
        do {
            return try openSound(isWhole: !isQuick)
        } catch let error {
            guard case .catalogueCorrupt(let why) = StorageError(any: error) else { throw error }
            let name = try setAside()
            var opened = try openSound(isWhole: true)
            opened.report.setAside = .init(name: name, why: why)
            return opened
        }
    }

    private func openSound(isWhole: Bool) throws -> Opened {
        let pool = try DatabasePool(
            path: path + "/" + StoreFiles.catalogue, configuration: Schema.configuration)
        do {
            // Before anything else: what is read out of a damaged page may be of any type.
            if isWhole { try pool.read(Self.check) }
            try Schema.prepare(pool)
            let report = try pool.write { db in
                let report = try Mending.run(
                    db, files, identify, comparison: isWhole ? nil : StoreComparison())
                try CarriedFacts.fill(db, files, limit: CarriedFacts.atStart)
                return report
            }
            return Opened(pool: pool, report: report, isWhole: isWhole)
        } catch {
            try? pool.close()
            throw error
        }
    }

    /// Reads every page of the catalogue. Throws `catalogueCorrupt` where one is not as SQLite writes it.
    private static func check(_ db: Database) throws { try check(db, "1") }

    /// The same table by table: SQLite heeds no interruption within one. Pages of no table are not looked at.
    ///
    /// - Parameter goOn: asked before each; ends the check by throwing.
    static func check(_ db: Database, goOn: () throws -> Void) throws {
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
        for table in try String.fetchAll(db, sql: sql) {
            try goOn()
            try check(db, table.quotedDatabaseIdentifier)
        }
    }

    private static func check(_ db: Database, _ what: String) throws {
        let fault = try String.fetchOne(db, sql: "PRAGMA quick_check(\(what))")
        if let fault, fault != "ok" { throw StorageError.catalogueCorrupt(fault) }
    }

    /// Renames the database, and its log after it. Says the new name.
    private func setAside() throws -> String {
        let time = Date().rfc3339.filter { $0 != "-" && $0 != ":" }
        var name = "\(StoreFiles.catalogue).damaged-\(time)"
        var number = 2
        while try files.exists(name) {
            name = "\(StoreFiles.catalogue).damaged-\(time)-\(number)"
            number += 1
        }
        for suffix in ["-wal", "-shm", ""] where try files.exists(StoreFiles.catalogue + suffix) {
            try files.root.rename(StoreFiles.catalogue + suffix, to: name + suffix)
        }
        try files.root.sync()
        return name
    }
}
