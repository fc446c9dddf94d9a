import BriefModel

/// Something of which a query needs at least one in an article: what an index finds candidates by.
enum QueryAnchor: Hashable {
    /// A word of title or text, or of another field that is cut into words.
    case word(UInt64)
    case author(UInt64)
    case series(UInt64)
    /// A beginning of a word of title or text, of at most `longestBeginning` characters.
    case beginning(UInt64)
    case name(QueryField, String)
    /// Characters that a match of a pattern holds.
    case literal(QueryField, [UInt32])

    static let longestBeginning = 6

    /// How many candidates it is thought to give.
    var cost: Int {
        switch self {
        case .author, .series: 1
        case .word: 2
        case .literal(_, let scalars): max(2, 64 >> scalars.count)
        case .name(.lang, _): 400
        case .name: 10
        case .beginning: 20
        }
    }

    /// All anchors of which a query needs one; nil where it may match without any.
    static func all(of node: QueryNode) -> [QueryAnchor]? {
        switch node {
        case .all(let parts):
            parts.compactMap { all(of: $0) }.min { cost($0) < cost($1) }
        case .any(let parts): joined(parts.map { all(of: $0) })
        case .not: nil
        case .term(let term): all(of: term)
        }
    }

    private static func joined(_ branches: [[QueryAnchor]?]) -> [QueryAnchor]? {
        var anchors: [QueryAnchor] = []
        for branch in branches {
            guard let branch else { return nil }
            anchors += branch
        }
        return anchors
    }

    private static func cost(_ anchors: [QueryAnchor]) -> Int {
        anchors.reduce(0) { $0 + $1.cost }
    }

    private static func all(of term: QueryTerm) -> [QueryAnchor]? {
        switch term {
        case .words(let words): words.anchor.map { [$0] }
        case .name(let field, let pattern):
            // A feed has names that nobody has to spell alike, and "www." goes for none.
            pattern.plain.map { [.name(field, field == .site ? $0.withoutWWW : $0)] }
        case .pattern(let field, let pattern):
            pattern.literals.isEmpty
                ? nil : pattern.literals.map { .literal(field, $0.scalars) }
        case .number, .date, .isPartial, .isEdited: nil
        }
    }
}

extension WordTerm {
    /// The longest of its words: the rarest, most likely.
    fileprivate var anchor: QueryAnchor? {
        let whole = isBeginning ? words.dropLast() : words[...]
        if let longest = whole.max(by: { $0.scalars.count < $1.scalars.count }) {
            switch field {
            case .author: return .author(longest.hash)
            case .series: return .series(longest.hash)
            default: return .word(longest.hash)
            }
        }
        guard let beginning = words.last, field != .author, field != .series else { return nil }
        let first = beginning.scalars.prefix(QueryAnchor.longestBeginning)
        return .beginning(first.reduce(FoldedWord.empty, FoldedWord.hash))
    }
}
