import BriefModel
import GRDB
import Hashing
import LinuxIO

/// Compares files, originals, checksums, content hashes and catalogue. Changes nothing; one file is in memory at a time.
///
/// Filing may go on meanwhile, in this process or in another one: files are written before their rows, so that what is
/// being filed, revised, forgotten or removed looks wrong for a moment. What does is looked at again, in full, before
/// it is reported.
struct Verification {
    private static let page = 500

    /// When what looked wrong is looked at again.
    enum Second {
        /// While the writer of this process stands still.
        case barrier(DatabasePool)
        /// After each of so many pauses, as long as anything looks wrong: another process writes, and its group commit
        /// takes as long as the disk takes to sync.
        case pauses([Duration], pause: (Duration) -> Void)
    }

    private let pool: any DatabaseReader
    private let files: StoreFiles
    private let part: VerifyPart?
    private let second: Second
    private var report = VerifyReport()
    private var suspects: [Suspect] = []

    private let check: FileCheck
    /// Paths of edits that were not known before this start.
    private let newlyEdited: Set<String>

    /// Something that looked wrong.
    private enum Suspect {
        case article(Int64)
        case file(String)
        case original(String)
        case orphan(String, sha: String)
        case sightings(String)
    }

    struct Problem {
        var kind: VerifyReport.Finding.Kind
        var path: String
        var why: String
        var next: String
        /// An article that was edited by hand, and is as it shall be.
        var isKnownEdit = false
    }

    /// - Parameters:
    ///   - edited: edits that the start noticed.
    ///   - part: the part of the store that is looked at; nil for all of it.
    static func run(
        _ pool: some DatabaseReader, _ files: StoreFiles, _ identify: ArticleStore.Identify,
        edited: [MendReport.Note], part: VerifyPart?, second: Second
    ) throws -> VerifyReport {
        var verification = Verification(
            pool: pool, files: files, part: part, second: second,
            check: FileCheck(identify: identify), newlyEdited: Set(edited.map(\.path)))
        try verification.checkCatalogue()
        try verification.checkArticles()
        try verification.checkUnknownFiles()
        try verification.checkOriginals()
        try verification.checkSightings()
        try verification.settle()
        return verification.report
    }

    private init(
        pool: any DatabaseReader, files: StoreFiles, part: VerifyPart?, second: Second,
        check: FileCheck, newlyEdited: Set<String>
    ) {
        self.pool = pool
        self.files = files
        self.part = part
        self.second = second
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

    // MARK: A second look

    private mutating func take(_ problem: Problem?, of suspect: Suspect) {
        if problem != nil { suspects.append(suspect) }
    }

    private mutating func settle() throws {
        switch second {
        case .barrier(let writer):
            guard !suspects.isEmpty else { return }
            let wrong = try writer.writeWithoutTransaction { _ in
                try suspects.compactMap { try problem(of: $0) }
            }
            for problem in wrong { note(problem) }
        case .pauses(let pauses, let pause):
            var wrong: [Problem] = []
            for duration in pauses where !suspects.isEmpty {
                pause(duration)
                wrong = []
                suspects = try suspects.filter { suspect in
                    guard let problem = try problem(of: suspect) else { return false }
                    wrong.append(problem)
                    return true
                }
            }
            for problem in wrong { note(problem) }
        }
    }

    private mutating func note(_ problem: Problem) {
        report.note(problem.kind, problem.path, problem.why, next: problem.next)
        if problem.isKnownEdit { report.editedCount += 1 }
    }

    private func problem(of suspect: Suspect) throws -> Problem? {
        switch suspect {
        case .article(let number):
            guard let row = try articles("num = ?", [number]).first else { return nil }
            return try problem(of: row)
        case .file(let path): return try problem(ofUnknown: path)
        case .original(let sha): return try problem(ofOriginal: sha)
        case .orphan(let path, let sha):
            return try files.exists(path) ? problem(ofOrphan: path, sha) : nil
        case .sightings(let name): return problem(ofSightings: name).problem
        }
    }

    // MARK: Articles

    private mutating func checkArticles() throws {
        var last: Int64 = 0
        while true {
            let rows = try articles("num > ? ORDER BY num LIMIT \(Self.page)", [last])
            for row in rows where part?.holds(article: row.num) ?? true {
                report.articles += 1
                take(try problem(of: row), of: .article(row.num))
            }
            guard rows.count == Self.page, let end = rows.last else { return }
            last = end.num
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

    private func problem(of row: Revision) throws -> Problem? {
        let bytes: [UInt8]
        do {
            bytes = try files.read(row.path)
        } catch {
            return error.isNotFound
                ? Problem(
                    kind: .missing, path: row.path, why: "article \(row.id) has no file",
                    next: VerifyAdvice.article)
                : Problem(
                    kind: .unreadable, path: row.path, why: error.description,
                    next: VerifyAdvice.unreadable)
        }
        let isSame = Checksum.crc32(of: bytes) == row.checksum
        if !isSame, try files.root.status(of: row.path).map(FileStamp.init) == row.stamp {
            return Problem(
                kind: .corrupt, path: row.path,
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
            return Problem(
                kind: .corrupt, path: row.path, why: why, next: VerifyAdvice.article)
        case .edited(let file): return unknownEdit(file, row)
        case .asWritten(let file):
            let wrong = front.misfits(file.front, MarkdownFile.misfits(in: bytes, of: row))
            if !wrong.isEmpty {
                return Problem(
                    kind: .corrupt, path: StoreFiles.catalogue,
                    why:
                        "what it says of article \(row.id) is not what \(row.path) says: \(wrong.joined(separator: ", "))",
                    next: VerifyAdvice.catalogue)
            }
            guard row.isEdited, row.supersededBy == nil else { return nil }
            if newlyEdited.contains(row.path) {
                return Problem(
                    kind: .edited, path: row.path,
                    why: "edited by hand, noticed just now: its text or facts are not those of"
                        + " its original", next: VerifyAdvice.edit)
            }
            return Problem(
                kind: .edited, path: row.path, why: "edited by hand, and known as such",
                next: VerifyAdvice.edit, isKnownEdit: true)
        }
    }

    /// Beside a daemon that is its lot: it takes edits down when it starts the next time.
    private func unknownEdit(_ file: MarkdownFile, _ row: Revision) -> Problem {
        let misfit =
            file.front.contentHash == row.contentHash
            ? "its facts are not those that were written"
            : "its text does not fit its content_hash \(row.contentHash ?? "null")"
        if case .pauses = second {
            return Problem(
                kind: .edited, path: row.path,
                why: "edited by hand, and taken down when briefd starts again: \(misfit)",
                next: VerifyAdvice.edit, isKnownEdit: true)
        }
        return Problem(
            kind: .edited, path: row.path, why: "edited by hand, not known yet: \(misfit)",
            next: VerifyAdvice.edit)
    }

    private mutating func checkUnknownFiles() throws {
        for folder in ["articles", "superseded"] {
            var unknown: [String] = []
            try files.files(under: folder) { path in
                guard part?.holds(file: path) ?? true, !StoreFiles.isTemporary(path),
                    !StoreFiles.isAside(path)
                else { return }
                let isKnown = try pool.read { try CatalogueReader(db: $0).isTaken(path: path) }
                if !isKnown { unknown.append(path) }
            }
            for path in unknown { take(try problem(ofUnknown: path), of: .file(path)) }
        }
    }

    private func problem(ofUnknown path: String) throws -> Problem? {
        guard try files.exists(path),
            try !pool.read({ try CatalogueReader(db: $0).isTaken(path: path) })
        else { return nil }
        return Problem(
            kind: .unknown, path: path, why: "the catalogue does not know it",
            next: path.hasSuffix(".md") ? VerifyAdvice.unknownArticle : VerifyAdvice.stranger)
    }

    // MARK: Originals and sightings

    private mutating func checkOriginals() throws {
        var last = ""
        while true {
            let digests = try pool.read { db in
                let sql = "SELECT DISTINCT sha FROM originals WHERE sha > ? ORDER BY sha LIMIT ?"
                return try String.fetchAll(db, sql: sql, arguments: [last, Self.page])
            }
            for sha in digests where part?.holds(file: StoreFiles.original(sha)) ?? true {
                report.originals += 1
                take(try problem(ofOriginal: sha), of: .original(sha))
            }
            guard digests.count == Self.page, let end = digests.last else { break }
            last = end
        }
        try checkOrphans()
    }

    private mutating func checkOrphans() throws {
        var orphans: [Suspect] = []
        try files.files(under: "originals") { path in
            let sha = String(StoreFiles.name(of: path).dropLast(3))
            guard part?.holds(file: path) ?? true, path == StoreFiles.original(sha),
                !StoreFiles.isTemporary(path), try problem(ofOrphan: path, sha) != nil
            else { return }
            orphans.append(.orphan(path, sha: sha))
        }
        suspects += orphans
    }

    private func problem(ofOrphan path: String, _ sha: String) throws -> Problem? {
        let isKnown = try pool.read { try CatalogueReader(db: $0).isKnown(original: sha) }
        return isKnown
            ? nil
            : Problem(
                kind: .orphan, path: path, why: "no article names this original",
                next: VerifyAdvice.orphan)
    }

    /// One that was given up since, with its article or beyond its limit, is no loss.
    private func problem(ofOriginal sha: String) throws -> Problem? {
        let path = StoreFiles.original(sha)
        func problem(
            _ kind: VerifyReport.Finding.Kind, _ why: String, _ next: String
        ) throws -> Problem? {
            let sql = "SELECT EXISTS (SELECT 1 FROM originals WHERE sha = ?)"
            let isNamed = try pool.read { try Bool.fetchOne($0, sql: sql, arguments: [sha]) }
            return isNamed == true
                ? Problem(kind: kind, path: path, why: why, next: next) : nil
        }
        do throws(StorageError) {
            _ = try Originals.read(sha, in: files)
            return nil
        } catch {
            switch error {
            case .damaged(_, let why): return try problem(.corrupt, why, VerifyAdvice.original)
            case .system(let fault) where fault.isNotFound:
                return try problem(.missing, "the original is gone", VerifyAdvice.original)
            case .system(let fault):
                return try problem(.unreadable, fault.description, VerifyAdvice.unreadable)
            default: return try problem(.unreadable, error.description, VerifyAdvice.unreadable)
            }
        }
    }

    private mutating func checkSightings() throws {
        for name in try SightingLog.files(in: files.root) where part?.holds(file: name) ?? true {
            let found = problem(ofSightings: name)
            report.sightings += found.lines
            take(found.problem, of: .sightings(name))
        }
    }

    private func problem(ofSightings name: String) -> (lines: Int, problem: Problem?) {
        var lines = 0
        do {
            let read = try SightingLog.read(name, from: 0, in: files.root) { _ in lines += 1 }
            guard read.unreadable > 0 else { return (lines, nil) }
            return (
                lines,
                Problem(
                    kind: .corrupt, path: name, why: "\(read.unreadable) lines are no sightings",
                    next: VerifyAdvice.sightings)
            )
        } catch {
            return (
                lines,
                Problem(
                    kind: .unreadable, path: name, why: StorageError(any: error).description,
                    next: VerifyAdvice.unreadable)
            )
        }
    }
}
