/// A passage of a page, or a line of a text, with what was decided of it.
public struct ExplainedPassage: Sendable, Codable, Equatable {
    /// Clean text, on one line. From outside: not fit for a terminal as it is.
    public var text: String
    /// The nearest block element around it in lower case, "line" in plain text.
    public var element: String
    public var isKept: Bool
    /// Why, in words.
    public var reason: String
    /// The rule that dropped it although it had been chosen; nil where the choice stands.
    public var rule: String?
    /// The words by which the rule told it, folded; nil where none did. From outside, like `text`.
    public var phrase: String?
    /// The probability, 0 to 1, that it belongs to the article; nil where nothing was asked for one.
    public var score: Double?
    /// What it is remembered by among the lines and the places of its site; nil in plain text.
    public var line: UInt64?
    public var place: UInt64?

    public init(
        text: String, element: String, isKept: Bool, reason: String, rule: String? = nil,
        phrase: String? = nil, score: Double?
    ) {
        self.text = text
        self.element = element
        self.isKept = isKept
        self.reason = reason
        self.rule = rule
        self.phrase = phrase
        self.score = score
    }
}
