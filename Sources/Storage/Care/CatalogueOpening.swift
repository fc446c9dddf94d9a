import FoundationEssentials
import GRDB
import LinuxIO

/// Opens the catalogue and brings it together with the files. One that is damaged is set aside, and made anew from them.
struct CatalogueOpening {
    let path: String
    let files: StoreFiles
    let identify: ArticleStore.Identify

    func open() throws -> (DatabasePool, MendReport) {
        do {
            return try openSound()
        } catch let error {
            guard case .catalogueCorrupt(let why) = StorageError(any: error) else { throw error }
            let name = try setAside()
            var (pool, report) = try openSound()
            report.setAside = .init(name: name, why: why)
            return (pool, report)
        }
    }

    private func openSound() throws -> (DatabasePool, MendReport) {
        let pool = try DatabasePool(
            path: path + "/" + StoreFiles.catalogue, configuration: Schema.configuration)
        do {
            // Before anything else: what is read out of a damaged page may be of any type.
            let fault = try pool.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
            if let fault, fault != "ok" { throw StorageError.catalogueCorrupt(fault) }
            try Schema.prepare(pool)
            let report = try pool.write { db in
                let report = try Mending.run(db, files, identify)
                try CarriedFacts.fill(db, files, limit: CarriedFacts.atStart)
                return report
            }
            return (pool, report)
        } catch {
            try? pool.close()
            throw error
        }
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
