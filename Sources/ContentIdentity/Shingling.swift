import BriefModel

/// Makes the shingles that near duplicates are found by.
public enum Shingling {
    /// Tokens in a shingle.
    static let width = 5

    /// Shingles of five tokens each: a token is a word, case-folded and normalised as for the hash, or one
    /// character of a script whose words are not spaced (Chinese, Japanese, Thai, Lao, Khmer, Burmese). A
    /// text of fewer than five tokens is one shingle. The same text gives the same numbers on every
    /// machine and in every run.
    public static func shingles(of text: String) -> Shingles {
        var tokens: [UInt64] = []
        tokens.reserveCapacity(text.utf8.count / 5)
        forEachNumber(of: text) { tokens.append($0) }
        guard !tokens.isEmpty else { return Shingles() }
        var hashes: [UInt64] = []
        let count = max(1, tokens.count - width + 1)
        hashes.reserveCapacity(count)
        for start in 0..<count {
            hashes.append(hash(of: tokens[start..<min(tokens.count, start + width)]))
        }
        let fingerprints = Winnowing.fingerprints(of: hashes)
        hashes.sort()
        var unique: [UInt64] = []
        unique.reserveCapacity(hashes.count)
        for hash in hashes where hash != unique.last { unique.append(hash) }
        return Shingles(hashes: unique, fingerprints: fingerprints)
    }

    /// The number of some words in a row.
    static func hash(of words: ArraySlice<UInt64>) -> UInt64 {
        var hash: UInt64 = 0x9AE1_6A3B_2F90_404F
        for word in words { hash = mixed(hash ^ word) }
        return hash
    }

    /// Gives the number of each word to `take`, in order.
    private static func forEachNumber(of text: String, _ take: (UInt64) -> Void) {
        var word: UInt64 = 0
        forEachScalar(of: text) { part in
            switch part {
            case .letter(let scalar):
                word = added(scalar, to: word)
            case .word(let scalar):
                if word != 0 { take(word) }
                word = 0
                take(mixed(UInt64(scalar.value)))
            case .border:
                if word != 0 { take(word) }
                word = 0
            }
        }
        if word != 0 { take(word) }
    }

    /// Gives each word to `take`, in order: its number and its letters in lower case; what stands between two words, white
    /// space included, to `between`.
    static func forEachWord(
        of text: String, _ take: (UInt64, [Unicode.Scalar]) -> Void,
        between: (Unicode.Scalar) -> Void = { _ in }
    ) {
        var word: UInt64 = 0
        var letters: [Unicode.Scalar] = []
        func end() {
            if word != 0 { take(word, letters) }
            word = 0
            letters.removeAll(keepingCapacity: true)
        }
        forEachScalar(of: text) { part in
            switch part {
            case .letter(let scalar):
                word = added(scalar, to: word)
                letters.append(Unicode.Scalar(lowercased(scalar)) ?? scalar)
            case .word(let scalar):
                end()
                take(mixed(UInt64(scalar.value)), [scalar])
            case .border(let scalar):
                end()
                between(scalar)
            }
        }
        end()
    }

    private enum Part {
        /// Of a word.
        case letter(Unicode.Scalar)
        /// A word of its own.
        case word(Unicode.Scalar)
        /// Between words.
        case border(Unicode.Scalar)
    }

    private static func forEachScalar(of text: String, _ take: (Part) -> Void) {
        TextNormalisation.forEachScalar(of: text) { scalar in
            // An apostrophe belongs to its word, whether written or left out.
            if scalar == "'" { return }
            if isUnspaced(scalar.value) {
                take(.word(scalar))
            } else {
                take(isWordPart(scalar) ? .letter(scalar) : .border(scalar))
            }
        }
    }

    private static func added(_ scalar: Unicode.Scalar, to word: UInt64) -> UInt64 {
        (word ^ UInt64(lowercased(scalar))) &* 0x0000_0100_0000_01B3 &+ 0x51ED
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if TextNormalisation.isLetterOrDigit(scalar) { return true }
        guard scalar.value > 0x2FF else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }

    static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0xE00: false
        case 0xE01...0xE3A, 0xE40...0xE4E, 0xE81...0xEBD, 0xEC0...0xECD: true
        case 0x1000...0x103F, 0x1050...0x109F, 0x1780...0x17D3: true
        case 0x3005...0x3007, 0x3041...0x309F, 0x30A1...0x30FF, 0x31F0...0x31FF: true
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar.value {
        case 0x61...0x7A: scalar.value
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F:
            scalar.value + 32
        case 0..<0x100, 0x3B1...0x3C9, 0x430...0x44F: scalar.value
        default:
            scalar.properties.isUppercase
                ? scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
                : scalar.value
        }
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private static func mixed(_ value: UInt64) -> UInt64 {
        var bits = value &+ 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
