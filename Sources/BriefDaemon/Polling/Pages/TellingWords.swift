/// The words by which a text is known: cut to their first letters, so that endings do not count; scripts that write
/// no spaces give pairs of characters.
///
/// At most `limit` characters of a text are looked at.
struct TellingWords: Sendable {
    static let limit = 200_000
    /// Letters that are kept of a word.
    private static let stem = 5
    /// Shorter words tell little in most languages.
    private static let least = 4

    private(set) var words: Set<String> = []

    var count: Int { words.count }

    private init() {}

    /// All words of a text: what those of another are looked for in.
    init(all text: String) {
        for word in Self.cut(text) { words.insert(word.stem) }
    }

    /// Those of a text that tell it from others; where it has short ones only, these.
    init(_ texts: String...) {
        var short: Set<String> = []
        for text in texts {
            for word in Self.cut(text) where !FunctionWords.contain(word.stem) {
                if word.isTelling { words.insert(word.stem) } else { short.insert(word.stem) }
            }
        }
        if words.isEmpty { words = short }
    }

    /// How many of these are among `others`.
    func found(in others: TellingWords) -> Int {
        words.count { others.words.contains($0) }
    }

    func union(_ other: TellingWords) -> TellingWords {
        var both = TellingWords()
        both.words = words.union(other.words)
        return both
    }

    private struct Word {
        var stem: String
        var isTelling: Bool
    }

    private static func cut(_ text: String) -> [Word] {
        var words: [Word] = []
        var run: [Character] = []
        var isUnspaced = false
        func end() {
            defer { run = [] }
            guard !run.isEmpty else { return }
            isUnspaced ? addPairs(of: run, to: &words) : addWord(run, to: &words)
        }
        for character in text.prefix(limit) {
            guard character.isLetter || character.isNumber else {
                // An apostrophe parts an article from its word, or an ending.
                end()
                continue
            }
            let unspaced = Self.isUnspaced(character)
            if unspaced != isUnspaced { end() }
            isUnspaced = unspaced
            run.append(character)
        }
        end()
        return words
    }

    private static func addWord(_ run: [Character], to words: inout [Word]) {
        // Numbers alone stand everywhere: years, counters, days.
        guard run.count > 1, run.contains(where: { !$0.isNumber }) else { return }
        let isName = run.count < least && run.allSatisfy(\.isUppercase)
        let stem = String(run.prefix(stem)).lowercased()
        words.append(Word(stem: stem, isTelling: run.count >= least || isName))
    }

    private static func addPairs(of run: [Character], to words: inout [Word]) {
        guard run.count > 1 else {
            words.append(Word(stem: String(run), isTelling: false))
            return
        }
        for index in 1..<run.count {
            let pair = run[index - 1...index]
            // Hiragana alone is grammar.
            let isGrammar = pair.allSatisfy { ("\u{3041}"..."\u{309F}").contains($0) }
            words.append(Word(stem: String(pair), isTelling: !isGrammar))
        }
    }

    /// Scripts whose words are not parted by spaces, and Hangul, whose words bear their particles.
    private static func isUnspaced(_ character: Character) -> Bool {
        guard let value = character.unicodeScalars.first?.value else { return false }
        switch value {
        case 0..<0xE00: return false
        case 0xE01...0xEDF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3041...0x30FF,
            0x31F0...0x31FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            return true
        default: return false
        }
    }
}
