/// Regular expressions that titles are held against, in the way and within the limits of `TextPattern`.
public struct TitlePatterns: Sendable, Equatable {
    /// What is wrong with one of them, and what to do about it.
    public struct Fault: Error, Sendable, Equatable {
        /// The pattern, as it was written.
        public var pattern: String
        public var what: String
        public var next: String
    }

    private let patterns: [TextPattern]

    public init() { patterns = [] }

    public init(_ texts: [String]) throws(Fault) {
        var patterns: [TextPattern] = []
        for text in texts {
            do {
                patterns.append(try TextPattern(text))
            } catch {
                throw Fault(pattern: text, what: error.what, next: error.next)
            }
        }
        self.patterns = patterns
    }

    /// The first pattern that is found in a title, as it was written.
    public func first(in title: String) -> String? {
        guard !patterns.isEmpty else { return nil }
        let folded = FoldedText(title)
        return patterns.first { $0.isFound(in: folded) }?.text
    }
}
