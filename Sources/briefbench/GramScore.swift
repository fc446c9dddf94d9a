/// F1 over 4-grams of words, as training/pages.py and the public benchmark of article extraction have it.
enum GramScore {
    /// Runs of letters, digits and underscores; each character of a script without spaces is a word.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func end() {
            if !word.isEmpty { words.append(String(word)) }
            word = .init()
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x0E00...0x0E7F:
                end()
                words.append(String(scalar))
            default:
                if isWord(scalar) { word.append(scalar) } else { end() }
            }
        }
        end()
        return words
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "_" || scalar.properties.isAlphabetic { return true }
        switch scalar.properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: return true
        default: return false
        }
    }

    static func f1(_ truth: [String], _ found: [String]) -> Double {
        let (want, have) = (grams(truth), grams(found))
        let hit = want.reduce(0) { $0 + min($1.value, have[$1.key] ?? 0) }
        let (all, given) = (want.values.reduce(0, +), have.values.reduce(0, +))
        return all + given > 0 ? 2 * Double(hit) / Double(all + given) : 0
    }

    private static func grams(_ words: [String]) -> [[String]: Int] {
        guard !words.isEmpty else { return [:] }
        var grams: [[String]: Int] = [:]
        for start in 0..<max(1, words.count - 3) {
            grams[Array(words[start..<min(words.count, start + 4)]), default: 0] += 1
        }
        return grams
    }
}
