/// A run of inline text between two borders of blocks: what the extractor keeps or drops as one.
///
/// Kept small: a page may have a million of them.
struct Passage: Sendable {
    private let places: (firstNode: Int32, endNode: Int32, block: Int32, text: Range<Int32>)
    let isPreformatted: Bool
    let census: TextCensus
    /// The length of the text inside links.
    let linked: TextLength

    /// - Parameters:
    ///   - nodes: the nodes of the tree from its first text to one past its last.
    ///   - block: the nearest block element around it.
    ///   - text: where its clean text stands in the page's `text`.
    init(
        nodes: Range<Int>, block: Int, text: Range<Int>, isPreformatted: Bool, census: TextCensus,
        linked: TextLength
    ) {
        places = (
            Int32(nodes.lowerBound), Int32(nodes.upperBound), Int32(block),
            Int32(text.lowerBound)..<Int32(text.upperBound)
        )
        self.isPreformatted = isPreformatted
        self.census = census
        self.linked = linked
    }

    var nodes: Range<Int> { Int(places.firstNode)..<Int(places.endNode) }
    var block: Int { Int(places.block) }
    var text: Range<Int> { Int(places.text.lowerBound)..<Int(places.text.upperBound) }
}

/// How long a text is.
struct TextLength: Sendable {
    var words: Int32 = 0
    var ideographs: Int32 = 0

    /// In words; a character of a script without spaces counts 0.6.
    var length: Float { Float(words) + 0.6 * Float(ideographs) }

    mutating func add(_ census: TextCensus) {
        words += census.words
        ideographs += census.ideographs
    }
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

    /// In words; a character of a script without spaces counts 0.6.
    var length: Float { TextLength(words: words, ideographs: ideographs).length }

    init() {}

    init(_ text: ArraySlice<UInt8>) {
        count(text.span)
    }

    init(_ text: String) { count(text.utf8Span.span) }

    private mutating func count(_ text: Span<UInt8>) {
        let steps = Self.steps.span
        var index = 0
        var state: UInt8 = 0
        while index < text.count {
            // So many characters at most that no count runs over into the next one.
            let end = min(text.count, index + 8_000)
            var sum: UInt64 = 0
            while index < end {
                let byte = text[index]
                characters &+= 1
                guard byte < 0x80 else {
                    state = countScalar(text, &index, state >> 7) << 7
                    continue
                }
                index &+= 1
                // Most characters are small letters, and blanks: a branch tells them sooner than the table does.
                if byte &- 0x61 < 26 {
                    if state == 0 { sum &+= 1 }
                    state = 0x80
                    continue
                }
                if byte == 0x20 {
                    state = 0
                    continue
                }
                let step = steps[Int(byte | state)]
                sum &+= step & Self.counts
                state = UInt8(truncatingIfNeeded: step >> 48) & 0x80
                if step & Self.mark != 0 {
                    let next = index < text.count ? text[index] : 0x20
                    if next == 0x20 || next == 0x22 || next == 0xE2 { sentenceEnds += 1 }
                }
            }
            words += Int32(sum & 0x1FFF)
            capitals += Int32(sum >> 13 & 0x1FFF)
            digits += Int32(sum >> 26 & 0x1FFF)
            commas += Int32(sum >> 39 & 0x1FFF)
        }
    }

    /// Thirteen bits for each count.
    private static let counts: UInt64 = (1 << 52) - 1
    private static let inWord: UInt64 = 1 << 55
    private static let mark: UInt64 = 1 << 56
    /// What an ASCII character adds to the counts, and whether a word goes on after it: first for characters outside of
    /// words, then for those within.
    private static let steps: [UInt64] = [1, 0].flatMap { (begins: UInt64) in
        (0..<0x80).map { (byte: UInt8) -> UInt64 in
            switch byte {
            case 0x30...0x39: inWord | begins | 1 << 26
            case 0x41...0x5A: inWord | begins | begins << 13
            case 0x61...0x7A, 0x5F: inWord | begins
            case 0x2C: 1 << 39
            case 0x2E, 0x21, 0x3F: mark
            default: 0
            }
        }
    }

    /// - Returns: 1 where the character is within a word, else 0.
    private mutating func countScalar(_ text: Span<UInt8>, _ index: inout Int, _ inWord: UInt8)
        -> UInt8
    {
        let byte = text[index]
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let scalar = Self.scalar(text, index, length)
        index += length
        switch scalar {
        case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x0E00...0x0E7F,
            0x20000...0x3FFFF:
            ideographs += 1
        case 0xFF0C, 0x3001, 0x060C, 0xFE50, 0x1363:
            commas += 1
        case 0x3002, 0xFF0E, 0xFF01, 0xFF1F, 0x061F, 0x06D4, 0x0964, 0x2026:
            sentenceEnds += 1
        case 0x2000...0x206F, 0x3000...0x303F, 0xFF00...0xFF0F, 0xA0...0xBF, 0xFF1A...0xFF20,
            0x2190...0x2BFF:
            return 0
        default:
            words += Int32(1 - inWord)
            return 1
        }
        return 0
    }

    private static func scalar(_ text: Span<UInt8>, _ index: Int, _ length: Int) -> UInt32 {
        guard index + length <= text.count else { return 0xFFFD }
        var scalar = UInt32(text[index]) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length { scalar = scalar << 6 | UInt32(text[index + offset] & 0x3F) }
        return scalar
    }
}
