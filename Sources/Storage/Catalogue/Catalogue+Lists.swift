import BriefModel
import FoundationEssentials
import GRDB

extension Catalogue {
    /// A page with contents ends where these pass so many bytes, with one article at least.
    private static let contentLimit = 8 << 20

    /// Current articles, in the order that is asked for. A question without any word finds nothing.
    public func articles(_ query: ArticleQuery) throws(StorageError) -> ArticlePage {
        let start = try query.cursor.map { text throws(StorageError) in
            try ListCursor(text: text, order: query.order)
        }
        guard let select = ArticleSelect(query, from: start) else {
            return ArticlePage(
                items: [], next: nil, total: 0,
                position: try door.storing { try pool.read(head) }.text)
        }
        return try door.storing {
            if query.words != nil || query.query != nil { try catchUp() }
            return try page(select, query, from: start)
        }
    }

    /// Articles that arrived more than once or have near ones, latest filed first; 1 to 1000 of them.
    public func duplicates(
        limit: Int = 100, cursor: String? = nil
    ) throws(StorageError) -> ArticlePage {
        let query = ArticleQuery(limit: limit, cursor: cursor)
        let start = try cursor.map { text throws(StorageError) in
            try ListCursor(text: text, order: .filed)
        }
        let select = ArticleSelect(duplicatesFrom: start, limit: query.limit)
        return try door.storing { try page(select, query, from: start) }
    }

    private func page(
        _ select: ArticleSelect, _ query: ArticleQuery, from start: ListCursor?
    ) throws -> ArticlePage {
        var skipped: Int64 = 0
        if case .relevance(let skipping) = start { skipped = skipping }
        let found = try looking(up: select.lookups) { [skipped] db in
            let rows = try Row.fetchAll(
                db.cachedStatement(sql: select.sql), arguments: select.arguments)
            let total = try Int.fetchOne(
                db.cachedStatement(sql: select.countSQL), arguments: select.countArguments)
            let shown = rows.prefix(query.limit)
            return Found(
                count: rows.count, listed: try shown.map { try listing($0, db) },
                places: shown.enumerated().map { index, row in
                    ListCursor.behind(row, in: query.order, shown: skipped + Int64(index) + 1)
                }, total: total, head: try self.head(db))
        }
        var items: [ArticleListing] = []
        var bytes = 0
        for var item in found.listed where bytes < Self.contentLimit {
            bytes += complete(&item, with: query.content)
            items.append(item)
        }
        let last = items.isEmpty ? nil : found.places[items.count - 1]
        let position = query.order == .following ? last ?? start ?? .beginning : found.head
        return ArticlePage(
            items: items, next: found.count > items.count ? last?.text : nil,
            total: found.total ?? items.count, position: position.text)
    }

    /// What a reading of the catalogue gives for a page.
    private struct Found: Sendable {
        /// One more than the page has, where there are more.
        var count: Int
        var listed: [ArticleListing]
        /// Behind each of them.
        var places: [ListCursor]
        var total: Int?
        var head: ListCursor
    }

    /// Behind the last article of all.
    private func head(_ db: Database) throws -> ListCursor {
        let sql = "SELECT sequence, id FROM articles ORDER BY sequence DESC, id DESC LIMIT 1"
        return try Row.fetchOne(db.cachedStatement(sql: sql))
            .map { .following($0[0], id: $0[1]) } ?? .beginning
    }

    /// Reads what only the file has. A file that cannot be read leaves gaps: `verify` tells of it.
    ///
    /// - Returns: bytes of content that came along.
    private func complete(
        _ item: inout ArticleListing, with wanted: Set<ArticleQuery.Content>
    ) -> Int {
        guard !wanted.isEmpty, let bytes = content(of: item) else { return 0 }
        if wanted.contains(.markdown) { item.markdown = String(decoding: bytes, as: UTF8.self) }
        if wanted.contains(.text), let file = try? MarkdownFile.parse(bytes, path: item.path) {
            item.text = MarkdownText.plain(file.body, pictures: false)
        }
        return (item.markdown?.utf8.count ?? 0) + (item.text?.utf8.count ?? 0)
    }

    /// The file of an article; where a revision has just taken its place, that of the superseded one.
    public func content(of item: ArticleListing) -> [UInt8]? {
        content(id: item.id, path: item.path)
    }

    func content(id: String, path: String) -> [UInt8]? {
        if let bytes = try? files.read(path) { return bytes }
        let sql = "SELECT path FROM articles WHERE id = ?"
        let path = try? pool.read { try String.fetchOne($0, sql: sql, arguments: [id]) }
        return path.flatMap { try? files.read($0) }
    }

    func listing(_ row: Row, _ db: Database) throws -> ArticleListing {
        let chain: Int64 = row["chain"]
        let seen = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT source, seen, kind FROM sightings WHERE chain = ? AND kind <> 'revision'
                    ORDER BY num DESC LIMIT 100
                    """), arguments: [chain])
        let near = try CatalogueReader(db: db).neighbours(of: chain)
        var listing = ArticleListing(
            id: row["id"], path: row["path"], title: row["title"], published: row["published"],
            filed: Self.rfc3339(row["filed"]), url: row["url"], contentHash: row["content_hash"],
            quality: row["quality"],
            sightings: seen.reversed().map { row in
                let kind: String = row[2]
                return .init(
                    source: row[0], when: row[1], kind: Sighting.Kind(rawValue: kind) ?? .sighting)
            },
            supersedes: row["supersedes"], supersededBy: row["superseded_by"], near: near,
            isEdited: row["edited"])
        listing.seriesParts = try CatalogueReader(db: db).parts(besides: chain)
        listing.firstID =
            listing.supersedes == nil ? listing.id : try CatalogueReader(db: db).firstID(of: chain)
        listing.site = row["site"]
        listing.retitled = (row["retitled"] as Int64?).map(Self.rfc3339)
        listing.feed = row["feed"]
        listing.isPartial = row["partial"]
        listing.tags = try CatalogueReader(db: db).tags(of: chain)
        listing.position = ListCursor.following(row["sequence"], id: row["id"]).text
        listing.take(CarriedFacts(row) ?? CarriedFacts(readFrom: listing.path, in: files))
        return listing
    }
}

extension ArticleListing {
    fileprivate mutating func take(_ facts: CarriedFacts) {
        authors = facts.authors
        categories = facts.categories
        language = facts.language
        excerpt = facts.excerpt
        wordCount = facts.wordCount
    }
}
