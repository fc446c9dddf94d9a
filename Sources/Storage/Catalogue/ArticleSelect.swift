import BriefModel
import FoundationEssentials
import GRDB
import Queries

/// The SQL of an `ArticleQuery`.
struct ArticleSelect {
    static let columns = """
        num, id, chain, path, title, published, filed, url, content_hash, quality, supersedes,
        superseded_by, edited, partial, site, feed, language, excerpt, word_count, authors, categories,
        sequence, published_time, retitled
        """
    /// Where articles without a date stand: before all that have one. Seconds since 1970.
    static let undated: Int64 = -100_000_000_000

    /// When a text or its headline changed last, and whether one did, as the index `articles_changed` has it.
    static let changedKey = "COALESCE(retitled, filed)"
    static let isChanged = "(supersedes IS NOT NULL OR retitled IS NOT NULL)"

    /// The same for `ExportRow`, in its order.
    static let exported = """
        sequence, id, path, title, authors, published,
        strftime('%Y-%m-%dT%H:%M:%SZ', filed, 'unixepoch'), url, site, feed, language,
        (SELECT json_group_array(tag) FROM tags t WHERE t.chain = a.chain), categories, excerpt,
        word_count, quality, partial, edited, content_hash, supersedes
        """

    let sql: String
    let arguments: StatementArguments
    /// Counts the articles of all pages.
    let countSQL: String
    let countArguments: StatementArguments
    /// What is looked up in files.
    private(set) var lookups: [QueryTerm] = []

    /// Nil where nothing can be found: a question that holds no word.
    init?(
        _ query: ArticleQuery, from start: ListCursor?, columns: String = ArticleSelect.columns
    ) {
        var conditions = ["superseded_by IS NULL"]
        var arguments: StatementArguments = []
        var table = "articles a"
        var isRanked = query.words != nil
        func require(_ condition: String, _ values: StatementArguments) {
            conditions.append(condition)
            arguments += values
        }
        if let words = query.words {
            guard let expression = SearchText.expression(for: words) else { return nil }
            if query.order == .relevance {
                table = Self.ranked
                arguments += [expression]
            } else {
                require(
                    "search_id IN (SELECT rowid FROM search WHERE search MATCH ?)", [expression])
            }
        }
        var lookups: [QueryTerm] = []
        if let asked = query.query {
            guard let node = asked.node else { return nil }
            var found = QueryConditions(feeds: query.feedNames)
            if query.order == .relevance, let words = QueryConditions.required(node) {
                table = Self.ranked
                arguments += [words]
                isRanked = true
            }
            require(found.add(node), found.arguments)
            lookups = found.lookups
        }
        if let since = query.since { require("filed >= ?", [Self.seconds(since)]) }
        if let until = query.until { require("filed < ?", [Self.seconds(until)]) }
        if let feed = query.feed {
            require("chain IN (SELECT chain FROM keys WHERE feed = ?)", [feed])
        }
        if let tag = query.tag { require("chain IN (SELECT chain FROM tags WHERE tag = ?)", [tag]) }
        if let site = query.site {
            let host = site.lowercased()
            require(
                "(site = ? COLLATE NOCASE OR host = ?)",
                [site, host.withoutWWW])
        }
        if let quality = query.qualityBelow { require("quality < ?", [quality]) }
        if query.isRevised { require(Self.isChanged, []) }
        let order = query.order == .relevance && !isRanked ? .filed : query.order
        self.init(columns, table, conditions, arguments, order, from: start, limit: query.limit)
        self.lookups = lookups
    }

    /// Articles that arrived more than once or have near ones.
    init(duplicatesFrom start: ListCursor?, limit: Int) {
        let isSeenAgain = """
            (EXISTS (SELECT 1 FROM sightings s WHERE s.chain = a.chain AND kind = 'sighting')
                OR EXISTS (SELECT 1 FROM near n WHERE n.chain = a.chain
                    AND n.kind IS NOT '\(CatalogueReader.partKind)'))
            """
        self.init(
            Self.columns, "articles a", ["superseded_by IS NULL", isSeenAgain], [], .filed,
            from: start, limit: limit)
    }

    private init(
        _ columns: String, _ table: String, _ conditions: [String], _ arguments: StatementArguments,
        _ order: ArticleQuery.Order, from start: ListCursor?, limit: Int
    ) {
        let all = conditions.joined(separator: " AND ")
        // How many there are in all is kept by triggers.
        let isAll = table == "articles a" && conditions == ["superseded_by IS NULL"]
        countSQL =
            isAll
            ? "SELECT value FROM counts WHERE name = 'current'"
            : "SELECT COUNT(*) FROM \(table) WHERE \(all)"
        countArguments = arguments
        let rest = Self.rest(start)
        sql = """
            SELECT \(columns) FROM \(table) WHERE \(all)\(rest.condition)
            ORDER BY \(Self.terms(of: order)) LIMIT \(limit + 1)\(rest.offset)
            """
        self.arguments = arguments + rest.values
    }

    /// A word in the title weighs as much as four in the text.
    private static let ranked = """
        articles a JOIN (
            SELECT rowid AS found, bm25(search, 4.0, 1.0) AS weight FROM search WHERE search MATCH ?
        ) ON search_id = found
        """

    /// As the index `articles_published` has it.
    private static let publishedKey = "COALESCE(published_time, \(undated))"

    private static func terms(of order: ArticleQuery.Order) -> String {
        switch order {
        case .filed: "filed DESC, num DESC"
        case .published: "\(publishedKey) DESC, num DESC"
        case .relevance: "weight, num DESC"
        case .changed: "\(changedKey) DESC, num DESC"
        case .following: "sequence, id"
        }
    }

    private static func rest(
        _ start: ListCursor?
    ) -> (condition: String, values: StatementArguments, offset: String) {
        switch start {
        case nil: ("", [], "")
        case .filed(let filed, let num): (" AND (filed, num) < (?, ?)", [filed, num], "")
        case .published(let published, let num):
            (" AND (\(publishedKey), num) < (?, ?)", [published, num], "")
        case .changed(let changed, let num):
            (" AND (\(changedKey), num) < (?, ?)", [changed, num], "")
        case .relevance(let skipping): ("", [], " OFFSET \(skipping)")
        case .following(let sequence, let id):
            (" AND (sequence, id) > (?, ?)", [sequence, id], "")
        }
    }

    /// Whole seconds, rounded up: what is filed is noted in whole seconds.
    private static func seconds(_ date: Date) -> Int64 {
        Int64(min(max(date.timeIntervalSince1970, -1e12), 1e12).rounded(.up))
    }
}
