import FoundationEssentials
import GRDB

/// Facts of a file that the catalogue carries for lists, and decides nothing by.
///
/// Catalogues before version 5 lack them. They are filled in from the files, some at each start and some with each
/// small batch; a list reads those that it shows meanwhile.
struct CarriedFacts: Equatable {
    /// Files that are read at one start, and beside one batch.
    static let atStart = 20_000
    static let besideBatch = 64

    var authors: [String] = []
    var categories: [String] = []
    var language: String?
    var excerpt: String?
    var wordCount = 0

    init(_ front: FrontMatter) {
        authors = front.authors
        categories = front.categories
        language = front.language
        excerpt = front.excerpt
        wordCount = front.wordCount
    }

    /// Nil where the row lacks them.
    init?(_ row: Row) {
        guard let words: Int = row["word_count"] else { return nil }
        wordCount = words
        authors = StringList.strings(in: row["authors"])
        categories = StringList.strings(in: row["categories"])
        language = row["language"]
        excerpt = row["excerpt"]
    }

    /// None where the file cannot be read.
    init(readFrom path: String, in files: StoreFiles) {
        let file = (try? files.read(path)).flatMap { try? MarkdownFile.parse($0, path: path) }
        self.init(file?.front ?? FrontMatter())
    }

    /// For the columns authors, categories, language, excerpt, word_count, in this order.
    var columns: StatementArguments {
        [StringList.json(authors), StringList.json(categories), language, excerpt, wordCount]
    }

    /// Fills in at most `limit` rows that lack them. Says whether there were fewer.
    @discardableResult
    static func fill(_ db: Database, _ files: StoreFiles, limit: Int) throws -> Bool {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT num, path FROM articles WHERE word_count IS NULL LIMIT ?"),
            arguments: [limit])
        let sql = """
            UPDATE articles SET authors = ?, categories = ?, language = ?, excerpt = ?, word_count = ?
            WHERE num = ?
            """
        for row in rows {
            let num: Int64 = row[0]
            let facts = CarriedFacts(readFrom: row[1], in: files)
            try db.cachedStatement(sql: sql).execute(arguments: facts.columns + [num])
        }
        return rows.count < limit
    }
}
