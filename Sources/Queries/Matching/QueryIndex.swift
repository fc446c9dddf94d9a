import BriefModel

/// Many queries, of which those that hold for an article are found without trying them all: each is entered under words,
/// names or characters of which it needs one (`QueryAnchor`). Those that need none are tried on every article.
public struct QueryIndex: Sendable {
    private let queries: [Query]
    private var words: [UInt64: [Int]] = [:]
    private var beginnings: [UInt64: [Int]] = [:]
    private var authors: [UInt64: [Int]] = [:]
    private var series: [UInt64: [Int]] = [:]
    private var names: [QueryField: [String: [Int]]] = [:]
    private var literals: [QueryField: LiteralSearch] = [:]
    /// The queries of each literal, by its number.
    private var literalQueries: [QueryField: [[Int]]] = [:]
    private var always: [Int] = []

    public init(_ queries: [Query]) {
        self.queries = queries
        for (index, query) in queries.enumerated() {
            guard let node = query.node else { continue }
            guard let anchors = QueryAnchor.all(of: node) else {
                always.append(index)
                continue
            }
            for anchor in Set(anchors) { enter(index, under: anchor) }
        }
        for field in literals.keys { literals[field]?.finish() }
    }

    private mutating func enter(_ index: Int, under anchor: QueryAnchor) {
        switch anchor {
        case .word(let hash): words[hash, default: []].append(index)
        case .author(let hash): authors[hash, default: []].append(index)
        case .series(let hash): series[hash, default: []].append(index)
        case .beginning(let hash): beginnings[hash, default: []].append(index)
        case .name(let field, let name): names[field, default: [:]][name, default: []].append(index)
        case .literal(let field, let scalars):
            let number = number(of: scalars, in: field)
            literalQueries[field]?[number].append(index)
            // What else its patterns need is looked for in the same walk.
            for case .pattern(field, let pattern) in queries[index].terms {
                for literal in pattern.others.joined() {
                    _ = self.number(of: literal.scalars, in: field)
                }
            }
        }
    }

    private mutating func number(of literal: [UInt32], in field: QueryField) -> Int {
        let number = literals[field, default: LiteralSearch()].enter(literal)
        if number == literalQueries[field, default: []].count {
            literalQueries[field, default: []].append([])
        }
        return number
    }

    /// The numbers of the queries that hold, in their order.
    public func matches(_ matcher: QueryMatcher) -> [Int] {
        guard !queries.isEmpty else { return [] }
        var isCandidate = [Bool](repeating: false, count: queries.count)
        var candidates: [Int] = []
        func add(_ found: [Int]?) {
            for index in found ?? [] where !isCandidate[index] {
                isCandidate[index] = true
                candidates.append(index)
            }
        }
        add(always)
        let lists =
            words.isEmpty && beginnings.isEmpty ? [] : [matcher.titleWords, matcher.textWords]
        for list in lists {
            if !words.isEmpty { for hash in list.distinct { add(words[hash]) } }
            if !beginnings.isEmpty {
                for hash in Self.beginnings(of: list) { add(beginnings[hash]) }
            }
        }
        if !authors.isEmpty {
            for author in matcher.facts.authors {
                WordFolding.forEachWord(of: author) { add(authors[$1]) }
            }
        }
        if !series.isEmpty {
            WordFolding.forEachWord(of: matcher.facts.series ?? "") { add(series[$1]) }
        }
        for (field, known) in names {
            for name in Self.spellings(of: matcher.names(of: field), field) { add(known[name]) }
        }
        for (field, search) in literals {
            for number in matcher.look(for: search, in: field) {
                add(literalQueries[field]?[number])
            }
        }
        return candidates.filter { matcher.matches(queries[$0]) }.sorted()
    }

    private static func spellings(of names: [String], _ field: QueryField) -> [String] {
        names.flatMap { name in
            let name = name.lowercased()
            return switch field {
            case .lang: [name] + name.split(separator: "-").prefix(1).map(String.init)
            case .site: [name, name.withoutWWW]
            default: [name]
            }
        }
    }

    private static func beginnings(of list: WordList) -> Set<UInt64> {
        var words: Set<UInt64> = []
        var all: Set<UInt64> = []
        for (index, word) in list.hashes.enumerated() where words.insert(word).inserted {
            var hash = FoldedWord.empty
            for scalar in list.word(index).prefix(QueryAnchor.longestBeginning) {
                hash = FoldedWord.hash(hash, scalar)
                all.insert(hash)
            }
        }
        return all
    }
}
