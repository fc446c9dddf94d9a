/// How texts are recognised: handed to the store, which keeps identities and does not make them.
public struct IdentityRules: Sendable {
    private let identify: @Sendable (_ text: String) -> Identity
    private let comparison: @Sendable (_ text: String, _ other: String) -> TextComparison

    public init(
        identify: @escaping @Sendable (_ text: String) -> Identity,
        compare: @escaping @Sendable (_ text: String, _ other: String) -> TextComparison
    ) {
        self.identify = identify
        comparison = compare
    }

    /// The identity of an article's `text`.
    public func callAsFunction(_ text: String) -> Identity { identify(text) }

    /// Compares two texts, block by block.
    public func compare(_ text: String, _ other: String) -> TextComparison {
        comparison(text, other)
    }
}
