/// One article, to be held against many queries: what a query needs of it is made once, when it is first needed. For one
/// thread.
public final class QueryMatcher {
    public let facts: ArticleFacts
    private(set) lazy var titleWords = WordList(facts.title ?? "")
    private(set) lazy var textWords = WordList(facts.text)
    private lazy var authorWords = WordList(facts.authors)
    private lazy var seriesWords = WordList(facts.series ?? "")
    private var folded: [QueryField: [FoldedText]] = [:]
    /// Where literals begin, in each text of a field.
    private var places: [QueryField: [[UInt32]: [[Int]]]] = [:]
    private var run = PatternRun()
    /// What was looked for in a field already: what of it has no places is not there.
    private var looked: [QueryField: LiteralSearch] = [:]

    public init(_ facts: ArticleFacts) { self.facts = facts }

    /// A query without any word holds for no article.
    public func matches(_ query: Query) -> Bool { query.node.map(matches) ?? false }

    public func matches(_ node: QueryNode) -> Bool {
        switch node {
        case .all(let parts): parts.allSatisfy(matches)
        case .any(let parts): parts.contains(where: matches)
        case .not(let part): !matches(part)
        case .term(let term): matches(term)
        }
    }

    public func matches(_ term: QueryTerm) -> Bool {
        switch term {
        case .words(let words): return matches(words)
        case .name(let field, let pattern): return matches(field, pattern)
        case .pattern(let field, let pattern):
            return isFound(pattern, in: field)
        case .number(let field, let comparison, let bound):
            return comparison.holds(
                field == .quality ? facts.quality : Double(facts.wordCount), bound)
        case .date(let field, let comparison, let value):
            if field == .filed { return value.holds(comparison, seconds: facts.filed) }
            let stated = field == .published ? facts.published : facts.modified
            return stated.map { value.holds(comparison, $0) } ?? false
        case .isPartial: return facts.isPartial
        case .isEdited: return facts.isEdited
        }
    }

    private func matches(_ term: WordTerm) -> Bool {
        func found(_ list: WordList) -> Bool {
            list.contains(term.words, isBeginning: term.isBeginning)
        }
        return switch term.field {
        case .title: found(titleWords)
        case .text: found(textWords)
        case .author: found(authorWords)
        case .series: found(seriesWords)
        default: found(titleWords) || found(textWords)
        }
    }

    private func matches(_ field: QueryField, _ pattern: NamePattern) -> Bool {
        if field == .lang {
            guard let language = facts.language else { return false }
            return pattern.matches(language)
                || language.split(separator: "-").first.map { pattern.matches(String($0)) } ?? false
        }
        if field == .site, let host = facts.host, NamePattern.withoutWWW(pattern).matches(host) {
            return true
        }
        return names(of: field).contains { pattern.matches($0) }
    }

    /// What a field says, as far as it has names.
    func names(of field: QueryField) -> [String] {
        switch field {
        case .site: [facts.site, facts.host].compactMap(\.self)
        case .url: [facts.url].compactMap(\.self)
        case .lang: [facts.language].compactMap(\.self)
        case .feed: facts.feeds
        case .tag: facts.tags
        case .category: facts.categories
        case .source: [facts.source]
        case .title: [facts.title].compactMap(\.self)
        case .text: [facts.text]
        case .author: facts.authors
        case .series: [facts.series].compactMap(\.self)
        case .quality, .words, .published, .modified, .filed, .is: []
        }
    }

    private func texts(of field: QueryField) -> [FoldedText] {
        if let known = folded[field] { return known }
        let texts = names(of: field).map(FoldedText.init)
        folded[field] = texts
        return texts
    }

    private func isFound(_ pattern: TextPattern, in field: QueryField) -> Bool {
        let texts = texts(of: field)
        guard !pattern.literals.isEmpty else { return texts.contains(where: pattern.isFound) }
        // What it cannot do without is looked for first.
        let found = pattern.literals.map { places(of: $0.scalars, in: field) }
        return texts.indices.contains { index in
            found.contains { !$0[index].isEmpty }
                && pattern.others.allSatisfy { set in
                    set.contains { !places(of: $0.scalars, in: field)[index].isEmpty }
                }
                && pattern.isFound(in: texts[index], at: found.map { $0[index] }, &run)
        }
    }

    private func places(of literal: [UInt32], in field: QueryField) -> [[Int]] {
        if let known = places[field]?[literal] { return known }
        let isLooked = looked[field]?.knows(literal) ?? false
        let found = texts(of: field).map {
            isLooked ? [] : LiteralSearch.places(of: literal, in: $0.scalars)
        }
        if isLooked { return found }
        places[field, default: [:]][literal] = found
        return found
    }

    /// Looks for many literals at once, and remembers where they are. Gives the numbers of those that are there.
    func look(for search: LiteralSearch, in field: QueryField) -> [Int] {
        let texts = texts(of: field)
        var found: [Int: [[Int]]] = [:]
        for (index, text) in texts.enumerated() {
            for hit in search.hits(in: text.scalars) {
                found[hit.literal, default: Array(repeating: [], count: texts.count)][index]
                    .append(hit.place)
            }
        }
        for (number, all) in found { places[field, default: [:]][search.literals[number]] = all }
        looked[field] = search
        return Array(found.keys)
    }
}
