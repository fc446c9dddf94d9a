/// A run of inline text between two borders of blocks: what the extractor keeps or drops as one.
struct Passage: Sendable {
    /// The nodes of the tree from its first text to one past its last.
    var nodes: Range<Int>
    /// The nearest block element around it.
    var block: Int
    /// Where its clean text stands in the page's `text`.
    var text: Range<Int>
    var isPreformatted: Bool
    var census: TextCensus
    /// The census of the text inside links.
    var linked: TextCensus
}

/// Counts of a text that its judgement needs.
struct TextCensus: Sendable {
    var characters: Int32 = 0
    /// Words where words are spaced.
    var words: Int32 = 0
    /// Characters of scripts without spaces between words.
    var ideographs: Int32 = 0
    var commas: Int32 = 0
    /// Full stops, question and exclamation marks that end a word.
    var sentenceEnds: Int32 = 0
    var digits: Int32 = 0
    /// Words that begin with a capital (ASCII letters only).
    var capitals: Int32 = 0

    /// The length in words; a character of a script without spaces counts 0.6.
    var length: Float { Float(words) + 0.6 * Float(ideographs) }

    static func += (left: inout TextCensus, right: TextCensus) {
        left.characters += right.characters
        left.words += right.words
        left.ideographs += right.ideographs
        left.commas += right.commas
        left.sentenceEnds += right.sentenceEnds
        left.digits += right.digits
        left.capitals += right.capitals
    }

    init() {}

    init(_ text: ArraySlice<UInt8>) {
        count(text.span)
    }

    init(_ text: String) { count(text.utf8Span.span) }

    private mutating func count(_ text: Span<UInt8>) {
        var index = 0
        var inWord = false
        while index < text.count {
            let byte = text[index]
            characters += 1
            if byte < 0x80 {
                inWord = countASCII(
                    byte, inWord: inWord, next: index + 1 < text.count ? text[index + 1] : 0x20)
                index += 1
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            let scalar = Self.scalar(text, index, length)
            index += length
            switch scalar {
            case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x0E00...0x0E7F,
                0x20000...0x3FFFF:
                ideographs += 1
                inWord = false
            case 0xFF0C, 0x3001, 0x060C, 0xFE50, 0x1363:
                commas += 1
                inWord = false
            case 0x3002, 0xFF0E, 0xFF01, 0xFF1F, 0x061F, 0x06D4, 0x0964, 0x2026:
                sentenceEnds += 1
                inWord = false
            case 0x2000...0x206F, 0x3000...0x303F, 0xFF00...0xFF0F, 0xA0...0xBF, 0xFF1A...0xFF20,
                0x2190...0x2BFF:
                inWord = false
            default:
                if !inWord { words += 1 }
                inWord = true
            }
        }
    }

    private mutating func countASCII(_ byte: UInt8, inWord: Bool, next: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39:
            digits += 1
            if !inWord { words += 1 }
            return true
        case 0x41...0x5A:
            if !inWord {
                words += 1
                capitals += 1
            }
            return true
        case 0x61...0x7A, 0x5F:
            if !inWord { words += 1 }
            return true
        case 0x2C:
            commas += 1
        case 0x2E, 0x21, 0x3F:
            if next == 0x20 || next == 0x22 || next == 0xE2 { sentenceEnds += 1 }
        default:
            break
        }
        return false
    }

    private static func scalar(_ text: Span<UInt8>, _ index: Int, _ length: Int) -> UInt32 {
        guard index + length <= text.count else { return 0xFFFD }
        var scalar = UInt32(text[index]) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length { scalar = scalar << 6 | UInt32(text[index + offset] & 0x3F) }
        return scalar
    }
}
