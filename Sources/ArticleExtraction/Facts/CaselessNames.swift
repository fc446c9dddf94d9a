/// Tells names from sentences in scripts without capitals, where any words could be a name: by how many there are, and by
/// the mark at the end of a sentence.
enum CaselessNames {
    /// A name of more words is rare, and most sentences have more.
    private static let longest = 3

    /// False where words are too many for a name in a script without capitals.
    static func mayBe(_ name: String) -> Bool {
        !isCaseless(name) || name.split(whereSeparator: \.isWhitespace).count <= longest
    }

    /// Whether what follows "By" is told: it ends as a sentence does, or has more words than the names of one or two
    /// persons.
    static func isTold(_ clause: String) -> Bool {
        guard isCaseless(clause) else { return false }
        if OwnWords.isSentence(clause) { return true }
        let parts = clause.split { ",،、;؛|".contains($0) }
        guard let first = parts.first else { return false }
        return first.split(whereSeparator: \.isWhitespace).count > longest + 1
    }

    /// Whether a text ends as a sentence does, and not as an initial or "Jr." does.
    static func endsSentence(_ text: String) -> Bool {
        guard OwnWords.isSentence(text) else { return false }
        guard !isCaseless(text), let last = text.split(whereSeparator: \.isWhitespace).last else {
            return true
        }
        return last.count(where: \.isLetter) > 3
    }

    /// Whether the first letter of a text has no case.
    private static func isCaseless(_ text: String) -> Bool {
        text.unicodeScalars.first { $0.properties.isAlphabetic }
            .map { !$0.properties.isLowercase && !$0.properties.isUppercase } ?? false
    }
}
