import Foundation

/// A word for comparison: lower case, without accents on Latin letters.
struct FoldedWord: Sendable, Hashable {
    var scalars: [UInt32]
    var hash: UInt64

    /// The same for any two equal words; equal ones are very likely equal (64 bits of FNV-1a).
    static func hash(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
        (hash ^ UInt64(scalar)) &* 0x100_0000_01b3
    }

    static let empty: UInt64 = 0xcbf2_9ce4_8422_2325
}

/// Cuts texts into words as the full-text search of the catalogue does (SQLite's fts5, "Unicode61 Tokenizer", with
/// remove_diacritics 2; scripts without spaces character by character), so that a rule finds what a search finds.
enum WordFolding {
    /// 0 where a scalar is no part of a word, 1 where it is a mark that is passed over, else what it is compared as.
    static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
        let value = scalar.value
        if value < UInt32(table.count) { return table[Int(value)] }
        return fold(scalar)
    }

    /// Gives each word of a text; its scalars are valid during the call only.
    static func forEachWord(of text: String, _ body: (_ scalars: [UInt32], _ hash: UInt64) -> Void)
    {
        var word: [UInt32] = []
        var hash = FoldedWord.empty
        func end() {
            guard !word.isEmpty else { return }
            body(word, hash)
            word.removeAll(keepingCapacity: true)
            hash = FoldedWord.empty
        }
        for scalar in text.unicodeScalars {
            let folded = folded(scalar)
            if folded == 0 {
                end()
            } else if isUnspaced(scalar.value) {
                end()
                word.append(folded)
                hash = FoldedWord.hash(hash, folded)
                end()
            } else if folded > 1 {
                word.append(folded)
                hash = FoldedWord.hash(hash, folded)
            }
        }
        end()
    }

    static func words(of text: String) -> [FoldedWord] {
        var words: [FoldedWord] = []
        forEachWord(of: text) { words.append(FoldedWord(scalars: $0, hash: $1)) }
        return words
    }

    /// Thai, Lao, Burmese, Khmer, kana and ideographs: as the catalogue sets them apart.
    static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0xe00: false
        case 0xe00...0xeff, 0x1000...0x109f, 0x1780...0x17ff, 0x3040...0x30ff, 0x3400...0x4dbf,
            0x4e00...0x9fff, 0xf900...0xfaff, 0x20000...0x3ffff:
            true
        default: false
        }
    }

    /// What most texts are made of.
    private static let table: [UInt32] = (0..<0x2100).map { value in
        Unicode.Scalar(UInt32(value)).map(fold) ?? 0
    }

    private static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar.value {
        case 0x300...0x331: return 1
        case 0..<0x80:
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            if (65...90).contains(byte) { return scalar.value + 32 }
            return (97...122).contains(byte) || (48...57).contains(byte) ? scalar.value : 0
        case 0x4e00...0x9fff, 0xac00...0xd7a3: return scalar.value
        default: break
        }
        guard isPartOfWord(scalar) else { return 0 }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        // As fts5 has it, accents are taken off Latin letters only.
        let base = String(lower).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? lower
        return (97...122).contains(base.value) ? base.value : lower.value
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
