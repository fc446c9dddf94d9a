/// A query as it was understood.
public indirect enum QueryNode: Sendable, Equatable {
    case all([QueryNode])
    case any([QueryNode])
    case not(QueryNode)
    case term(QueryTerm)
}

/// One condition.
public enum QueryTerm: Sendable, Equatable {
    case words(WordTerm)
    case name(QueryField, NamePattern)
    case pattern(QueryField, TextPattern)
    case number(QueryField, QueryComparison, Double)
    case date(QueryField, QueryComparison, DateValue)
    case isPartial
    case isEdited
}

/// Words that follow each other.
public struct WordTerm: Sendable, Equatable {
    /// Nil for title or text.
    public var field: QueryField?
    /// As they were written, without quotes and star.
    public var text: String
    /// Whether the last one is a beginning only.
    public var isBeginning: Bool
    /// The same for comparison.
    let words: [FoldedWord]

    init(field: QueryField?, text: String, isBeginning: Bool) {
        self.field = field
        self.text = text
        self.isBeginning = isBeginning
        words = WordFolding.words(of: text)
    }
}

public enum QueryComparison: String, Sendable {
    case less = "<"
    case atMost = "<="
    case equal = "="
    case atLeast = ">="
    case more = ">"

    func holds<Value: Comparable>(_ value: Value, _ bound: Value) -> Bool {
        switch self {
        case .less: value < bound
        case .atMost: value <= bound
        case .equal: value == bound
        case .atLeast: value >= bound
        case .more: value > bound
        }
    }
}
