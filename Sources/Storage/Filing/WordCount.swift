import BriefModel

/// Counts words, in scripts that space them and in those that do not.
enum WordCount {
    /// Two characters of a script that writes no spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) count as a word.
    ///
    /// - Parameter limit: counting stops there, for whoever asks only whether there are so many.
    static func words(of text: String, upTo limit: Int = .max) -> Int {
        var words = 0
        var unspaced = 0
        var isInWord = false
        for scalar in text.unicodeScalars {
            if isUnspaced(scalar.value) {
                unspaced += 1
                isInWord = false
            } else if scalar.value == 0x27 || scalar.value == 0x2019 {
                continue
            } else if isOfWord(scalar) {
                if !isInWord { words += 1 }
                isInWord = true
            } else {
                isInWord = false
            }
            if words + (unspaced + 1) / 2 >= limit { return limit }
        }
        return words + (unspaced + 1) / 2
    }

    /// Letters and numbers. Most are ASCII, and need no look into Unicode's tables.
    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80: false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    /// The different words of four letters or more, in lower case; pairs of characters where words are not spaced.
    /// Shorter ones are in every text.
    static func longWords(of text: String) -> Set<String> {
        var words: Set<String> = []
        for run in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
            let characters = Array(run)
            if run.unicodeScalars.contains(where: { isUnspaced($0.value) }) {
                for pair in zip(characters, characters.dropFirst()) {
                    words.insert(String([pair.0, pair.1]))
                }
            } else if characters.count >= 4 {
                words.insert(String(run))
            }
        }
        return words
    }

    private static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0xE00: false
        case 0xE01...0xEDF, 0x1000...0x109F, 0x1780...0x17FF: true
        case 0x3005...0x3007, 0x3041...0x30FF, 0x31F0...0x31FF: true
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}
