import GRDB

/// An article as exports read it: many at a time, its lists as the JSON that the catalogue holds.
public struct ExportRow: Sendable {
    public var id: String
    /// Relative to the store.
    public var path: String
    public var title: String?
    /// A JSON array of strings; nil where the catalogue does not have it yet.
    public var authors: String?
    public var published: String?
    /// RFC 3339, UTC.
    public var filed: String
    public var url: String?
    public var site: String?
    public var feed: String?
    public var language: String?
    /// A JSON array of strings.
    public var tags: String
    public var categories: String?
    public var excerpt: String?
    public var wordCount: Int?
    public var quality: Double
    public var isPartial: Bool
    public var isEdited: Bool
    public var contentHash: String?
    public var supersedes: String?
    /// Where a list that follows goes on behind it.
    public var position: String

    init(_ row: Row) {
        let sequence: Int64 = row[0]
        id = row[1]
        path = row[2]
        title = row[3]
        authors = row[4]
        published = row[5]
        filed = row[6] ?? ""
        url = row[7]
        site = row[8]
        feed = row[9]
        language = row[10]
        tags = row[11] ?? "[]"
        categories = row[12]
        excerpt = row[13]
        wordCount = row[14]
        quality = row[15]
        isPartial = row[16]
        isEdited = row[17]
        contentHash = row[18]
        supersedes = row[19]
        position = ListCursor.following(sequence, id: id).text
    }
}

extension Catalogue {
    /// The articles of a query in the order of filing, without their files: a page, and where the next one begins.
    ///
    /// - Parameter cursor: from the page before; nil for the first.
    public func exported(
        _ query: ArticleQuery, from cursor: String?
    ) throws(StorageError) -> (rows: [ExportRow], next: String?) {
        var query = query
        query.order = .following
        let start = try ListCursor(text: cursor ?? "0", order: .following)
        guard let select = ArticleSelect(query, from: start, columns: ArticleSelect.exported) else {
            return ([], nil)
        }
        return try door.storing {
            let rows = try looking(up: select.lookups) { db in
                try Row.fetchAll(db.cachedStatement(sql: select.sql), arguments: select.arguments)
                    .map(ExportRow.init)
            }
            let page = Array(rows.prefix(query.limit))
            return (page, rows.count > page.count ? page.last?.position : nil)
        }
    }

    /// The bytes of a document by their SHA-256; nil where they are gone or altered, which `verify` tells of.
    public func original(_ sha: String) -> [UInt8]? { try? Originals.read(sha, in: files) }

    /// What an article's file holds; nil where it cannot be read, which `verify` tells of.
    public func content(of row: ExportRow) -> [UInt8]? { content(id: row.id, path: row.path) }
}
