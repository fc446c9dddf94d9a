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
    /// Articles whose files look other than when they were read last.
    private(set) var changed: [Revision] = []
    /// Articles whose files are gone.
    private(set) var missing: [(id: String, path: String)] = []
    /// Files and folders that are none of the store's.
    private(set) var leftOut: [MendReport.Note] = []

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
        try comparison.findFiles(files, goOn)
        try comparison.compareRows(db, files, goOn)
        return comparison
    }

    private mutating func findFiles(_ files: StoreFiles, _ goOn: () throws -> Void) throws {
        var passed: [MendReport.Note] = []
        func pass(_ path: String, _ why: String) { passed.append(.init(path: path, why: why)) }
        for folder in Self.folders {
            try files.files(under: folder, passed: pass) { path in
                try goOn()
                if StoreFiles.isTemporary(path) {
                    temporaries.append(path)
                } else if path.hasSuffix(".md") {
                    if !StoreFiles.isAside(path) { strangers.append(path) }
                } else if folder == "articles", !StoreFiles.name(of: path).hasPrefix(".") {
                    leftOut.append(.init(path: path, why: "it is no Markdown file"))
                }
            }
        }
        leftOut += passed
    }

    /// Leaves those among the strangers that have no row.
    private mutating func compareRows(
        _ db: Database, _ files: StoreFiles, _ goOn: () throws -> Void
    ) throws {
        var present = Set(strangers)
        var first = 0
        let rows = try Row.fetchCursor(db, sql: "SELECT \(Revision.columns) FROM articles")
        while let row = try rows.next() {
            try goOn()
            let article = Revision(row)
            guard present.remove(article.path) != nil else {
                missing.append((article.id, article.path))
                continue
            }
            if article.stamp == nil {
                first += 1
                guard first <= Self.lookedAtFirst else { continue }
            }
            guard let status = try files.root.status(of: article.path),
                FileStamp(status) != article.stamp
            else { continue }
            changed.append(article)
        }
        strangers.removeAll { !present.contains($0) }
    }

    /// What of it is so still. For a comparison that was made while filing went on, asked for where nobody files: what is
    /// being written is no rubbish, and what was written has its row by now.
    func standing(_ db: Database, _ files: StoreFiles) throws -> StoreComparison {
        let reader = CatalogueReader(db: db)
        var still = StoreComparison()
        still.strangers = try strangers.filter {
            try files.exists($0) && !reader.isTaken(path: $0)
        }
        still.changed = try changed.compactMap { try reader.revision(num: $0.num) }
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
