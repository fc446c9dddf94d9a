/// Brings texts and questions to the form in which the full-text search compares them.
enum SearchText {
    /// The text with every character of a script without spaces between words set apart, so that any run of
    /// them can be found as a phrase.
    static func spaced(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0xe0 }) else { return text }
        var spaced = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isUnspaced(scalar.value) {
                spaced.append(" ")
                spaced.append(scalar)
                spaced.append(" ")
            } else {
                spaced.append(scalar)
            }
        }
        return String(spaced)
    }

    /// Thai, Lao, Burmese, Khmer, kana and ideographs.
    private static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0xe00...0xeff, 0x1000...0x109f, 0x1780...0x17ff, 0x3040...0x30ff, 0x3400...0x4dbf,
            0x4e00...0x9fff, 0xf900...0xfaff, 0x20000...0x3ffff:
            true
        default: false
        }
    }

    /// An FTS5 expression (SQLite's fts5, "Full-text Query Syntax") that finds the articles with all words of the
    /// question; words between double quotes follow each other, a word that ends in * is a beginning.
    /// Every word is quoted, so nothing in a question is syntax. Nil where it holds no word.
    static func expression(for question: String) -> String? {
        var phrases: [String] = []
        for (index, part) in question.split(separator: "\"", omittingEmptySubsequences: false)
            .enumerated()
        {
            if index % 2 == 1 {
                phrases += [phrase(part)].compactMap { $0 }
            } else {
                phrases += part.split(whereSeparator: \.isWhitespace).prefix(64).compactMap(phrase)
            }
            if phrases.count > 64 { break }
        }
        return phrases.isEmpty ? nil : phrases.joined(separator: " AND ")
    }

    static func phrase(_ words: Substring) -> String? {
        guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        let isBeginning = words.last == "*"
        // NUL would end the expression.
        let plain = words.filter { $0 != "\0" && $0 != "\"" }
        return "\"" + spaced(String(plain)) + "\"" + (isBeginning ? " *" : "")
    }
}
