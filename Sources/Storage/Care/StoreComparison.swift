import GRDB
import LinuxIO

/// What differs between the catalogue and the files, found without changing either.
struct StoreComparison {
    /// Those in which the files of articles lie. Articles first: what lies in superseded/ is judged by them.
    static let folders = ["articles", "superseded"]
    /// Files of a catalogue of 0.1.0 that are looked at in one start; they were not since they were filed.
    private static let lookedAtFirst = 20_000

    /// Files that were being written when the last run ended, or are now.
    private(set) var temporaries: [String] = []
    /// Markdown files that no row names.
    private(set) var strangers: [String] = []
    /// Numbers of articles whose files look other than when they were read last.
    private(set) var changed: [Int64] = []
    /// Articles whose files are gone.
    private(set) var missing: [(id: String, path: String)] = []
    /// Files and folders that are none of the store's.
    private(set) var leftOut: [MendReport.Note] = []
    private var notLookedAt = 0

    /// Nothing differs.
    init() {}

    var isEmpty: Bool {
        temporaries.isEmpty && strangers.isEmpty && changed.isEmpty && missing.isEmpty
            && leftOut.isEmpty
    }

    /// Looks at every file, and at the row of every article.
    ///
    /// - Parameter goOn: asked at each of them; ends the look by throwing.
    static func between(
        _ db: Database, _ files: StoreFiles, goOn: () throws -> Void = {}
    ) throws -> StoreComparison {
        var comparison = StoreComparison()
        try files.files(under: "originals") {
            try goOn()
            if StoreFiles.isTemporary($0) { comparison.temporaries.append($0) }
        }
        var rows = StampedRows(db: db)
        var passed: [MendReport.Note] = []
        func pass(_ path: String, _ why: String) { passed.append(.init(path: path, why: why)) }
        for folder in folders {
            try files.files(under: folder, passed: pass) { path in
                try goOn()
                try comparison.take(path, &rows, files)
            }
        }
        comparison.leftOut += passed
        if try !rows.areAllFound { try comparison.findMissing(db, files, goOn) }
        return comparison
    }

    private mutating func take(
        _ path: String, _ rows: inout StampedRows, _ files: StoreFiles
    ) throws {
        if StoreFiles.isTemporary(path) {
            temporaries.append(path)
        } else if path.hasSuffix(".md") {
            if StoreFiles.isAside(path) { return }
            guard let row = try rows.row(of: path) else { return strangers.append(path) }
            if row.stamp == nil {
                notLookedAt += 1
                guard notLookedAt <= Self.lookedAtFirst else { return }
            }
            guard let status = try files.root.status(of: path), FileStamp(status) != row.stamp
            else { return }
            changed.append(row.num)
        } else if path.hasPrefix("articles/"), !StoreFiles.name(of: path).hasPrefix(".") {
            leftOut.append(.init(path: path, why: "it is no Markdown file"))
        }
    }

    private mutating func findMissing(
        _ db: Database, _ files: StoreFiles, _ goOn: () throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT id, path FROM articles")
        while let row = try rows.next() {
            try goOn()
            let path: String = row[1]
            if try !files.exists(path) { missing.append((row[0], path)) }
        }
    }

    /// What of it is so still. For a comparison that was made while filing went on, asked for where nobody files: what is
    /// being written is no rubbish, and what was written has its row by now.
    func standing(_ db: Database, _ files: StoreFiles) throws -> StoreComparison {
        let reader = CatalogueReader(db: db)
        var still = StoreComparison()
        still.strangers = try strangers.filter {
            try files.exists($0) && !reader.isTaken(path: $0)
        }
        still.changed = changed
        still.missing = try missing.compactMap { lost in
            guard let path = try reader.revision(id: lost.id)?.path, try !files.exists(path) else {
                return nil
            }
            return (lost.id, path)
        }
        still.leftOut = leftOut
        return still
    }
}

/// The rows of articles as a comparison needs them, asked for by path. None is kept: there may be a million.
private struct StampedRows {
    let db: Database
    private var found = 0

    init(db: Database) { self.db = db }

    mutating func row(of path: String) throws -> (num: Int64, stamp: FileStamp?)? {
        let statement = try db.cachedStatement(
            sql: "SELECT num, size, modified FROM articles WHERE path = ?")
        guard let row = try Row.fetchOne(statement, arguments: [path]) else { return nil }
        found += 1
        let (size, modified): (Int?, Int64?) = (row[1], row[2])
        guard let size, let modified else { return (row[0], nil) }
        return (row[0], FileStamp(size: size, modified: modified))
    }

    /// Whether a file was found of each.
    var areAllFound: Bool {
        get throws {
            try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM articles") == found
        }
    }
}
