import BriefModel
import GRDB
import Hashing
import LinuxIO

/// Compares files, originals, checksums, content hashes and catalogue. Changes nothing; one file is in memory at a time.
///
/// Filing may go on meanwhile: what changed while it was looked at is looked at once more before it is reported.
struct Verification {
    private static let page = 500

    private let pool: DatabasePool
    private let files: StoreFiles
    private var report = VerifyReport()

    private let check: FileCheck
    /// Paths of edits that were not known before this start.
    private let newlyEdited: Set<String>

    /// - Parameter edited: edits that the start noticed.
    static func run(
        _ pool: DatabasePool, _ files: StoreFiles, _ identify: ArticleStore.Identify,
        edited: [MendReport.Note]
    ) throws -> VerifyReport {
        var verification = Verification(
            pool: pool, files: files, check: FileCheck(identify: identify),
            newlyEdited: Set(edited.map(\.path)))
        try verification.checkCatalogue()
        try verification.checkArticles()
        try verification.checkUnknownFiles()
        try verification.checkOriginals()
        try verification.checkSightings()
        return verification.report
    }

    private init(
        pool: DatabasePool, files: StoreFiles, check: FileCheck, newlyEdited: Set<String>
    ) {
        self.pool = pool
        self.files = files
        self.check = check
        self.newlyEdited = newlyEdited
    }

    private mutating func checkCatalogue() throws {
        let problems = try pool.read { db in
            try String.fetchAll(db, sql: "PRAGMA integrity_check(10)").filter { $0 != "ok" }
        }
        for problem in problems {
            report.note(.corrupt, StoreFiles.catalogue, problem, next: VerifyAdvice.catalogue)
        }
    }

    private mutating func checkArticles() throws {
        var last: Int64 = 0
        while true {
            let rows = try articles("num > ? ORDER BY num LIMIT \(Self.page)", [last])
            for row in rows {
                report.articles += 1
                if let wrong = try problem(of: row),
                    let again = try articles("num = ?", [row.num]).first,
                    let still = again.path == row.path ? wrong : try problem(of: again)
                {
                    note(still, again.path)
                }
                last = row.num
            }
            if rows.count < Self.page { return }
        }
    }

    private func articles(
        _ condition: String, _ arguments: StatementArguments
    ) throws -> [Revision] {
        try pool.read { db in
            let sql = "SELECT \(Revision.columns) FROM articles WHERE \(condition)"
            return try Row.fetchAll(db, sql: sql, arguments: arguments).map(Revision.init)
        }
    }

    private struct Problem {
        var kind: VerifyReport.Finding.Kind
        var why: String
        var next: String
    }

    private mutating func note(_ problem: Problem, _ path: String) {
        report.note(problem.kind, path, problem.why, next: problem.next)
    }

    private mutating func problem(of row: Revision) throws -> Problem? {
        let bytes: [UInt8]
        do {
            bytes = try files.read(row.path)
        } catch {
            return error.isNotFound
                ? Problem(
                    kind: .missing, why: "article \(row.id) has no file",
                    next: VerifyAdvice.article)
                : Problem(
                    kind: .unreadable, why: error.description, next: VerifyAdvice.unreadable)
        }
        let isSame = Checksum.crc32(of: bytes) == row.checksum
        if !isSame, try files.root.status(of: row.path).map(FileStamp.init) == row.stamp {
            return Problem(
                kind: .corrupt,
                why:
                    "its bytes changed and its time of change did not: the disk's doing, nobody's edit",
                next: VerifyAdvice.article)
        }
        let front = try pool.read { try CatalogueReader(db: $0).front(of: row) }
        switch check.check(
            bytes, path: row.path, modified: try files.modified(row.path), known: front,
            isSameFile: isSame)
        {
        case .damaged(let why):
            return Problem(kind: .corrupt, why: why, next: VerifyAdvice.article)
        case .edited(let file):
            let misfit =
                file.front.contentHash == row.contentHash
                ? "its facts are not those that were written"
                : "its text does not fit its content_hash \(row.contentHash ?? "null")"
            return Problem(
                kind: .edited, why: "edited by hand, not known yet: \(misfit)",
                next: VerifyAdvice.edit)
        case .asWritten:
            guard row.isEdited, row.supersededBy == nil else { return nil }
            if newlyEdited.contains(row.path) {
                return Problem(
                    kind: .edited,
                    why: "edited by hand, noticed just now: its text or facts are not those of"
                        + " its original", next: VerifyAdvice.edit)
            }
            report.editedCount += 1
            return Problem(
                kind: .edited, why: "edited by hand, and known as such", next: VerifyAdvice.edit)
        }
    }

    private mutating func checkUnknownFiles() throws {
        for folder in ["articles", "superseded"] {
            var unknown: [String] = []
            try files.files(under: folder) { path in
                let isKnown = try pool.read { try CatalogueReader(db: $0).isTaken(path: path) }
                if !isKnown, !StoreFiles.isTemporary(path), !StoreFiles.isAside(path) {
                    unknown.append(path)
                }
            }
            for path in unknown where try files.exists(path) {
                let isKnown = try pool.read { try CatalogueReader(db: $0).isTaken(path: path) }
                guard !isKnown else { continue }
                report.note(
                    .unknown, path, "the catalogue does not know it",
                    next: path.hasSuffix(".md")
                        ? VerifyAdvice.unknownArticle : VerifyAdvice.stranger)
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
            if digests.count < Self.page { break }
        }
        try checkOrphans()
    }

    private mutating func checkOrphans() throws {
        try files.files(under: "originals") { path in
            let sha = String(path.dropFirst(StoreFiles.folder(of: path).count + 1).dropLast(3))
            guard path == StoreFiles.original(sha), !StoreFiles.isTemporary(path),
                try !pool.read({ try CatalogueReader(db: $0).isKnown(original: sha) })
            else { return }
            report.note(
                .orphan, path, "no article names this original", next: VerifyAdvice.orphan)
        }
    }

    private mutating func checkOriginal(_ sha: String) {
        let path = StoreFiles.original(sha)
        do throws(StorageError) {
            _ = try Originals.read(sha, in: files)
        } catch {
            switch error {
            case .damaged(_, let why):
                report.note(.corrupt, path, why, next: VerifyAdvice.original)
            case .system(let fault) where fault.isNotFound:
                report.note(
                    .missing, path, "the original is gone", next: VerifyAdvice.original)
            case .system(let fault):
                report.note(
                    .unreadable, path, fault.description, next: VerifyAdvice.unreadable)
            default:
                report.note(
                    .unreadable, path, error.description, next: VerifyAdvice.unreadable)
            }
        }
    }

    private mutating func checkSightings() throws {
        for name in try SightingLog.files(in: files.root) {
            var lines = 0
            do {
                let read = try SightingLog.read(name, from: 0, in: files.root) { _ in lines += 1 }
                if read.unreadable > 0 {
                    report.note(
                        .corrupt, name, "\(read.unreadable) lines are no sightings",
                        next: VerifyAdvice.sightings)
                }
            } catch {
                report.note(
                    .unreadable, name, StorageError(any: error).description,
                    next: VerifyAdvice.unreadable)
            }
            report.sightings += lines
        }
    }
}
