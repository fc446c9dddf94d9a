/// What the form of a line says of its words: speech, questions and sentences are told, buttons are pressed.
enum OwnWords {
    /// Whether a line begins with a quotation mark or with the dash of speech; "— Advertisement —" is none.
    static func isSpeech(_ line: String) -> Bool {
        guard let first = line.unicodeScalars.first else { return false }
        if quotes.contains(first) { return true }
        guard dashes.contains(first), let last = line.unicodeScalars.last else { return false }
        return !dashes.contains(last) && last != "-" && line.unicodeScalars.count > 2
    }

    /// Whether somebody is quoted, and the line says so or ends there: “Follow us?” he asked.
    static func isQuoted(_ line: String) -> Bool {
        guard let first = line.unicodeScalars.first, let closing = pairs[first] else {
            return false
        }
        return isSentence(line)
            && line.unicodeScalars.dropFirst().contains { closing.unicodeScalars.contains($0) }
    }

    private static let pairs: [Unicode.Scalar: String] = [
        "“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "\"": "\"",
    ]

    static func isQuestion(_ line: String) -> Bool {
        line.unicodeScalars.reversed().first { !closers.contains($0) }.map(asks.contains) ?? false
    }

    /// Whether a line ends as a sentence does; three points trail off, as buttons do.
    static func isSentence(_ line: String) -> Bool {
        SentenceMarks.endsSentence(line) && !line.hasSuffix("...") && !line.hasSuffix("…")
    }

    /// "Yes." and "Go back.": few words with a full stop, which buttons do without.
    static func isShortSentence(_ line: String, words: Float) -> Bool {
        words <= 3 && isSentence(line)
    }

    /// Whether a line has the signs of a program's text: "}, [search]);".
    static func isCode(_ line: String) -> Bool {
        var signs = 0
        for byte in line.utf8.prefix(200) {
            switch byte {
            case 0x7B, 0x7D, 0x3B, 0x3D, 0x3C, 0x60: signs += 2
            case 0x28, 0x29, 0x5B, 0x5D, 0x24, 0x5F, 0x5C: signs += 1
            default: continue
            }
        }
        return signs >= 4 || line.hasSuffix("()")
    }

    private static let quotes = Set("“”„‟\"«»‹›‘‚「『《".unicodeScalars)
    private static let dashes = Set("—–―".unicodeScalars)
    private static let closers = Set("”“\"»«’‘›)]） 」』".unicodeScalars)
    private static let asks = Set("?？؟".unicodeScalars)
}
