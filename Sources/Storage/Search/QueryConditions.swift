import BriefModel
import GRDB
import Queries

/// The SQL of a query. Words become one question to the full-text search as far as they stand together; what the catalogue
/// has no column for is looked up in the article's file (`FileLookups`).
struct QueryConditions {
    private(set) var arguments: StatementArguments = []
    /// What is looked up in files; the SQL names them by their number.
    private(set) var lookups: [QueryTerm] = []

    private let feeds: [String: [String]]

    /// - Parameter feeds: what feeds are called besides their ids, by id.
    init(feeds: [String: [String]]) { self.feeds = feeds }

    /// The words that every article has which the query finds, as a question to the full-text search; nil where there are
    /// none.
    static func required(_ node: QueryNode) -> String? {
        if let expression = expression(node) { return expression }
        guard case .all(let parts) = node else { return nil }
        let all = parts.compactMap(expression)
        return all.isEmpty ? nil : all.joined(separator: " AND ")
    }

    mutating func add(_ node: QueryNode) -> String { condition(node) }

    private mutating func condition(_ node: QueryNode) -> String {
        if let expression = Self.expression(node) { return search(expression) }
        switch node {
        case .all(let parts): return joined(parts, "AND")
        case .any(let parts): return joined(parts, "OR")
        case .not(let part): return "NOT COALESCE(\(condition(part)), 0)"
        case .term(let term): return condition(term)
        }
    }

    /// The parts that are words alone make one question.
    private mutating func joined(_ parts: [QueryNode], _ word: String) -> String {
        let expressions = parts.compactMap(Self.expression)
        var conditions: [String] = []
        if !expressions.isEmpty {
            conditions.append(search(expressions.joined(separator: " \(word) ")))
        }
        for part in parts where Self.expression(part) == nil { conditions.append(condition(part)) }
        return "(" + conditions.joined(separator: " \(word) ") + ")"
    }

    private mutating func search(_ expression: String) -> String {
        arguments += [expression]
        return "search_id IN (SELECT rowid FROM search WHERE search MATCH ?)"
    }

    /// For fts5; nil where there is more to it than words.
    private static func expression(_ node: QueryNode) -> String? {
        func joined(_ parts: [QueryNode], _ word: String) -> String? {
            let all = parts.compactMap(expression)
            guard all.count == parts.count else { return nil }
            return "(" + all.joined(separator: " \(word) ") + ")"
        }
        switch node {
        case .all(let parts): return joined(parts, "AND")
        case .any(let parts): return joined(parts, "OR")
        case .not: return nil
        case .term(.words(let words)):
            let text = words.text + (words.isBeginning && words.text.last != "*" ? "*" : "")
            guard let phrase = SearchText.phrase(text[...]) else { return nil }
            switch words.field {
            case nil: return phrase
            case .title: return "title : " + phrase
            case .text: return "body : " + phrase
            default: return nil
            }
        case .term: return nil
        }
    }

    private mutating func condition(_ term: QueryTerm) -> String {
        switch term {
        case .isPartial: return "partial <> 0"
        case .isEdited: return "edited <> 0"
        case .number(.quality, let comparison, let bound):
            arguments += [bound]
            return "quality \(comparison.rawValue) ?"
        case .date(.filed, let comparison, let value): return filed(comparison, value)
        case .date(.published, let comparison, let value) where value.moment == nil:
            let count = value.text.utf8.count
            arguments += [value.text]
            return "(length(published) >= \(count) AND substr(published, 1, \(count))"
                + " \(comparison.rawValue) ?)"
        case .name(let field, let pattern): return name(field, pattern) ?? lookUp(term)
        default: return lookUp(term)
        }
    }

    private mutating func filed(_ comparison: QueryComparison, _ value: DateValue) -> String {
        let span = value.span
        switch comparison {
        case .less:
            arguments += [span.lowerBound]
            return "filed < ?"
        case .atMost:
            arguments += [span.upperBound]
            return "filed < ?"
        case .equal:
            arguments += [span.lowerBound, span.upperBound]
            return "(filed >= ? AND filed < ?)"
        case .atLeast:
            arguments += [span.lowerBound]
            return "filed >= ?"
        case .more:
            arguments += [span.upperBound]
            return "filed >= ?"
        }
    }

    private mutating func name(_ field: QueryField, _ pattern: NamePattern) -> String? {
        switch field {
        case .tag:
            return "chain IN (SELECT chain FROM tags WHERE \(likeness("tag", pattern)))"
        case .site:
            let host = NamePattern.withoutWWW(pattern)
            return "(\(likeness("site", pattern)) OR \(likeness("host", host)))"
        case .url: return likeness("url", pattern)
        case .feed:
            let ids = feeds.filter { $0.value.contains(where: pattern.matches) }.map(\.key)
            let list = ids.isEmpty ? "" : String(repeating: ", ?", count: ids.count).dropFirst(2)
            let like = likeness("feed", pattern)
            arguments += StatementArguments(ids)
            return "chain IN (SELECT chain FROM keys WHERE \(like) OR feed IN (\(list)))"
        default: return nil
        }
    }

    /// SQLite's LIKE takes no account of the case of ASCII letters; for others the file is asked.
    private mutating func likeness(_ column: String, _ pattern: NamePattern) -> String {
        let escaped = pattern.text.map { character in
            switch character {
            case "%", "_", "\\": "\\\(character)"
            case "*": "%"
            default: String(character)
            }
        }.joined()
        arguments += [escaped]
        return "\(column) LIKE ? ESCAPE '\\'"
    }

    private mutating func lookUp(_ term: QueryTerm) -> String {
        lookups.append(term)
        return "\(FileLookups.function)(path, \(lookups.count - 1))"
    }
}
