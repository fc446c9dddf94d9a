import GRDB
import Hashing
import LinuxIO

/// Compares files, originals, checksums and catalogue. Changes nothing; one file is in memory at a time.
///
/// Filing may go on meanwhile: what changed while it was looked at is looked at once more before it is reported.
struct Verification {
    private static let page = 500

    private let pool: DatabasePool
    private let files: StoreFiles
    private var report = VerifyReport()

    private struct Known {
        var num: Int64
        var path: String
        var checksum: UInt32
        var id: String
    }

    static func run(_ pool: DatabasePool, _ files: StoreFiles) throws -> VerifyReport {
        var verification = Verification(pool: pool, files: files)
        try verification.checkCatalogue()
        try verification.checkArticles()
        try verification.checkUnknownFiles()
        try verification.checkOriginals()
        try verification.checkSightings()
        return verification.report
    }

    private init(pool: DatabasePool, files: StoreFiles) {
        self.pool = pool
        self.files = files
    }

    private mutating func checkCatalogue() throws {
        let problems = try pool.read { db in
            try String.fetchAll(db, sql: "PRAGMA integrity_check(10)").filter { $0 != "ok" }
        }
        for problem in problems { report.note(.corrupt, StoreFiles.catalogue, problem) }
    }

    private mutating func checkArticles() throws {
        var last: Int64 = 0
        while true {
            let rows = try known(after: last)
            for row in rows {
                report.articles += 1
                if let wrong = problem(of: row), let again = try known(num: row.num),
                    let still = again.path == row.path ? wrong : problem(of: again)
                {
                    report.note(still.kind, again.path, still.why)
                }
                last = row.num
            }
            if rows.count < Self.page { return }
        }
    }

    private func known(after num: Int64) throws -> [Known] {
        try pool.read { db in
            let sql =
                "SELECT num, path, checksum, id FROM articles WHERE num > ? ORDER BY num LIMIT ?"
            return try Row.fetchAll(db, sql: sql, arguments: [num, Self.page]).map(Self.known)
        }
    }

    private func known(num: Int64) throws -> Known? {
        try pool.read { db in
            let sql = "SELECT num, path, checksum, id FROM articles WHERE num = ?"
            return try Row.fetchOne(db, sql: sql, arguments: [num]).map(Self.known)
        }
    }

    private static func known(_ row: Row) -> Known {
        Known(num: row[0], path: row[1], checksum: row[2], id: row[3])
    }

    private func problem(of row: Known) -> (kind: VerifyReport.Finding.Kind, why: String)? {
        do {
            let bytes = try files.read(row.path)
            guard Checksum.crc32(of: bytes) == row.checksum else {
                return (.corrupt, "its checksum differs from the catalogue's")
            }
            let file = try MarkdownFile.parse(bytes, path: row.path)
            return file.front.id == row.id ? nil : (.corrupt, "it says it is \(file.front.id)")
        } catch let error as SystemError {
            return error.isNotFound
                ? (.missing, "article \(row.id) has no file") : (.unreadable, error.description)
        } catch {
            return (.corrupt, String(describing: error))
        }
    }

    private mutating func checkUnknownFiles() throws {
        for folder in ["articles", "superseded"] {
            var unknown: [String] = []
            try files.files(under: folder) { path in
                let isKnown = try pool.read { try CatalogueReader(db: $0).isTaken(path: path) }
                if !isKnown, !StoreFiles.isTemporary(path) { unknown.append(path) }
            }
            for path in unknown where try files.exists(path) {
                let isKnown = try pool.read { try CatalogueReader(db: $0).isTaken(path: path) }
                if !isKnown { report.note(.unknown, path, "the catalogue does not know it") }
            }
        }
    }

    private mutating func checkOriginals() throws {
        var last = ""
        while true {
            let digests = try pool.read { db in
                let sql = "SELECT DISTINCT sha FROM originals WHERE sha > ? ORDER BY sha LIMIT ?"
                return try String.fetchAll(db, sql: sql, arguments: [last, Self.page])
            }
            for sha in digests {
                report.originals += 1
                checkOriginal(sha)
                last = sha
            }
            if digests.count < Self.page { return }
        }
    }

    private mutating func checkOriginal(_ sha: String) {
        let path = StoreFiles.original(sha)
        do throws(StorageError) {
            _ = try Originals.read(sha, in: files)
        } catch {
            switch error {
            case .damaged(_, let why): report.note(.corrupt, path, why)
            case .system(let fault) where fault.isNotFound:
                report.note(.missing, path, "the original is gone")
            default: report.note(.unreadable, path, error.description)
            }
        }
    }

    private mutating func checkSightings() throws {
        for name in try SightingLog.files(in: files.root) {
            var lines = 0
            do {
                let read = try SightingLog.read(name, from: 0, in: files.root) { _ in lines += 1 }
                if read.unreadable > 0 {
                    report.note(.corrupt, name, "\(read.unreadable) lines are no sightings")
                }
            } catch {
                report.note(.unreadable, name, StorageError(any: error).description)
            }
            report.sightings += lines
        }
    }
}
