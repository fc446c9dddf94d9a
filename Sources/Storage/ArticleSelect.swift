import BriefModel
import FoundationEssentials
import GRDB

/// The SQL of an `ArticleQuery`.
struct ArticleSelect {
    static let columns = """
        num, id, chain, path, title, published, filed, url, content_hash, quality, supersedes,
        superseded_by
        """

    let sql: String
    let arguments: StatementArguments

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
        if let start { require("(filed, num) < (?, ?)", [start.filed, start.num]) }
        sql = """
            SELECT \(Self.columns) FROM articles a WHERE \(conditions.joined(separator: " AND "))
            ORDER BY filed DESC, num DESC LIMIT \(query.limit + 1)
            """
        self.arguments = arguments
    }

    /// Whole seconds, rounded up: what is filed is noted in whole seconds.
    private static func seconds(_ date: Date) -> Int64 {
        Int64(min(max(date.timeIntervalSince1970, -1e12), 1e12).rounded(.up))
    }
}
