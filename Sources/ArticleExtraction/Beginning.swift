/// How a text begins: it stands for the excerpt of what has neither title nor summary, so that lists can name it.
enum Beginning {
    /// Characters.
    private static let most = 160

    /// Whole words on one line; an ellipsis follows where that is not all. Nil where there is no word.
    static func of(_ text: String) -> String? {
        let head = text.prefix(most * 2)
        var beginning = ""
        for word in head.split(whereSeparator: \.isWhitespace) {
            if beginning.count + word.count > most {
                // A script without blanks is cut anywhere.
                return (beginning.isEmpty ? String(word.prefix(most)) : beginning) + "…"
            }
            beginning += beginning.isEmpty ? String(word) : " " + word
        }
        if beginning.isEmpty { return nil }
        return head.endIndex < text.endIndex ? beginning + "…" : beginning
    }
}
