/// How texts are recognised: handed to the store, which keeps identities and does not make them.
public struct IdentityRules: Sendable {
    private let identify: @Sendable (_ text: String) -> Identity
    private let comparison: @Sendable (_ text: String, _ other: String) -> TextComparison
    private let likeness: @Sendable (_ text: String, _ others: [String]) -> [TextLikeness?]
    private let agreement: @Sendable (_ one: WholeText, _ other: WholeText) -> Bool
    private let addition: @Sendable (_ text: String, _ other: String) -> [String]
    private var documents: (@Sendable (ExtractionRequest) -> String?)?

    public init(
        identify: @escaping @Sendable (_ text: String) -> Identity,
        compare: @escaping @Sendable (_ text: String, _ other: String) -> TextComparison,
        liken:
            @escaping @Sendable (_ text: String, _ others: [String]) -> [TextLikeness?] = {
                [TextLikeness?](repeating: nil, count: $1.count)
            },
        agree:
            @escaping @Sendable (_ one: WholeText, _ other: WholeText) -> Bool = { _, _ in false },
        add:
            @escaping @Sendable (_ text: String, _ other: String) -> [String] = { _, _ in [] }
    ) {
        self.identify = identify
        comparison = compare
        likeness = liken
        agreement = agree
        addition = add
    }

    /// The same rules, able to look into the documents that texts were read from.
    ///
    /// - Parameter read: gives all words of a document, furniture included; nil where it cannot be read. It may block,
    ///   and is asked rarely.
    public func reading(
        _ read: @escaping @Sendable (ExtractionRequest) -> String?
    ) -> IdentityRules {
        var rules = self
        rules.documents = read
        return rules
    }

    /// The identity of an article's `text`.
    public func callAsFunction(_ text: String) -> Identity { identify(text) }

    /// Compares two texts, block by block.
    public func compare(_ text: String, _ other: String) -> TextComparison {
        comparison(text, other)
    }

    /// How a text hangs together with each of others that share much with it; nil where the two are not nearly the same.
    /// What several of them have is of their source, and is set aside.
    public func liken(_ text: String, to others: [String]) -> [TextLikeness?] {
        likeness(text, others)
    }

    /// Whether all that only one of two texts says stands in the other one's document too, as in a page and what somebody
    /// copied from it.
    public func agree(_ one: WholeText, _ other: WholeText) -> Bool { agreement(one, other) }

    /// The sentences that a text has at its beginning or end and another has not, furniture left aside.
    public func additions(of text: String, to other: String) -> [String] { addition(text, other) }

    /// All words of a document; nil where nobody can look into it.
    public func words(of document: ExtractionRequest) -> String? { documents?(document) }
}
