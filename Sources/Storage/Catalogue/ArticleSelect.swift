import BriefModel
import FoundationEssentials
import GRDB

/// The SQL of an `ArticleQuery`.
struct ArticleSelect {
    static let columns = """
        num, id, chain, path, title, published, filed, url, content_hash, quality, supersedes,
        superseded_by, edited
        """

    let sql: String
    let arguments: StatementArguments
    /// Counts the articles of all pages.
    let countSQL: String
    let countArguments: StatementArguments

    /// Nil where nothing can be found: a question that holds no word.
    init?(_ query: ArticleQuery, from start: Cursor?) {
        var conditions = ["superseded_by IS NULL"]
        var arguments: StatementArguments = []
        func require(_ condition: String, _ values: StatementArguments) {
            conditions.append(condition)
            arguments += values
        }
        if let words = query.words {
            guard let expression = SearchText.expression(for: words) else { return nil }
            require("search_id IN (SELECT rowid FROM search WHERE search MATCH ?)", [expression])
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
                [site, host.hasPrefix("www.") ? String(host.dropFirst(4)) : host])
        }
        if let quality = query.qualityBelow { require("quality < ?", [quality]) }
        self.init(conditions, arguments, from: start, limit: query.limit)
    }

    /// Articles that arrived more than once or have near ones.
    init(duplicatesFrom start: Cursor?, limit: Int) {
        let isSeenAgain = """
            (EXISTS (SELECT 1 FROM sightings s WHERE s.chain = a.chain AND kind = 'sighting')
                OR EXISTS (SELECT 1 FROM near n WHERE n.chain = a.chain))
            """
        self.init(["superseded_by IS NULL", isSeenAgain], [], from: start, limit: limit)
    }

    private init(
        _ conditions: [String], _ arguments: StatementArguments, from start: Cursor?, limit: Int
    ) {
        let all = conditions.joined(separator: " AND ")
        countSQL = "SELECT COUNT(*) FROM articles a WHERE \(all)"
        countArguments = arguments
        let rest = start == nil ? "" : " AND (filed, num) < (?, ?)"
        sql = """
            SELECT \(Self.columns) FROM articles a WHERE \(all)\(rest)
            ORDER BY filed DESC, num DESC LIMIT \(limit + 1)
            """
        self.arguments = start.map { arguments + [$0.filed, $0.num] } ?? arguments
    }

    /// Whole seconds, rounded up: what is filed is noted in whole seconds.
    private static func seconds(_ date: Date) -> Int64 {
        Int64(min(max(date.timeIntervalSince1970, -1e12), 1e12).rounded(.up))
    }
}
