/// Counts over the characters of a line, in one pass.
struct LetterCounts {
    /// Unicode scalars.
    private(set) var characters = 0
    private(set) var words = 0
    private(set) var ideographs = 0
    private(set) var digits = 0
    private(set) var commas = 0
    /// Words that begin with a small letter, or with a capital.
    private(set) var small = 0
    private(set) var capital = 0
    private(set) var smallLetters = 0
    private(set) var capitalLetters = 0
    /// Bars and arrows that divide menus and paths.
    private(set) var dividers = 0
    private(set) var startsCapital = false
    private(set) var hasQuotes = false

    init(_ text: String) {
        let bytes = text.utf8Span.span
        let known = Self.known.span
        var inWord = false
        var isFirst = true
        var index = 0
        while index < bytes.count {
            characters += 1
            let byte = bytes[index]
            // Most of all characters: small letters of ASCII, and the blanks between words.
            if byte &- 0x61 < 26 {
                index += 1
                addLetter(.small, beginsWord: !inWord, isFirst: isFirst)
                (inWord, isFirst) = (true, false)
                continue
            }
            if byte == 0x20 {
                index += 1
                inWord = false
                continue
            }
            let value = UTF8Scalar.next(in: bytes, &index)
            let traits = value < Self.limit ? known[Int(value)] : Traits(of: value)
            if traits.isDisjoint(with: .inWords) {
                if traits.contains(.joiner) { continue }
                inWord = false
                addMark(traits)
            } else if traits.contains(.ideograph) {
                ideographs += 1
                (inWord, isFirst) = (false, false)
            } else {
                addLetter(traits, beginsWord: !inWord, isFirst: isFirst)
                (inWord, isFirst) = (true, false)
            }
        }
    }

    @inline(__always)
    private mutating func addLetter(_ traits: Traits, beginsWord: Bool, isFirst: Bool) {
        let (isCapital, isSmall) = (traits.contains(.capital), traits.contains(.small))
        if traits.contains(.digit) { digits += 1 }
        if isCapital { capitalLetters += 1 } else if isSmall { smallLetters += 1 }
        guard beginsWord else { return }
        words += 1
        if isCapital { capital += 1 } else if isSmall { small += 1 }
        if isFirst { startsCapital = isCapital || traits.contains(.digit) }
    }

    private mutating func addMark(_ traits: Traits) {
        if traits.contains(.comma) { commas += 1 }
        if traits.contains(.quote) { hasQuotes = true }
        if traits.contains(.divider) { dividers += 1 }
    }

    // MARK: - Characters

    fileprivate struct Traits: OptionSet {
        let rawValue: UInt16

        static let capital = Traits(rawValue: 1)
        static let small = Traits(rawValue: 1 << 1)
        static let otherLetter = Traits(rawValue: 1 << 2)
        static let digit = Traits(rawValue: 1 << 3)
        static let ideograph = Traits(rawValue: 1 << 4)
        /// What may stand within a word: an apostrophe, a hyphen.
        static let joiner = Traits(rawValue: 1 << 5)
        static let comma = Traits(rawValue: 1 << 6)
        static let quote = Traits(rawValue: 1 << 7)
        static let divider = Traits(rawValue: 1 << 8)

        static let inWords: Traits = [.capital, .small, .otherLetter, .digit, .ideograph]
    }

    /// The traits of the characters below `limit`, of nearly all texts in letters.
    private static let known: [Traits] = (0..<limit).map { Traits(of: $0) }
    private static let limit: UInt32 = 0x800
}

extension LetterCounts.Traits {
    fileprivate init(of value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else {
            self = []
            return
        }
        if (0x3041...0x9FFF).contains(value) || (0xE01...0xE4E).contains(value) {
            self = .ideograph
        } else if value < 0x80 {
            self = Self.ascii(scalar)
        } else {
            let properties = scalar.properties
            self = []
            if properties.isUppercase { insert(.capital) }
            if properties.isLowercase { insert(.small) }
            if properties.isAlphabetic { insert(.otherLetter) }
            if properties.numericType != nil { insert(.digit) }
            formUnion(Self.mark(scalar))
        }
    }

    private static func ascii(_ scalar: Unicode.Scalar) -> Self {
        switch scalar {
        case "0"..."9": .digit
        case "A"..."Z": .capital
        case "a"..."z": .small
        default: mark(scalar)
        }
    }

    private static func mark(_ scalar: Unicode.Scalar) -> Self {
        switch scalar {
        case "'", "’", "-": .joiner
        case _ where SentenceMarks.isComma(scalar): .comma
        case "\"", "“", "”", "„", "「", "」": .quote
        case "«", "»": [.quote, .divider]
        case "|", "›", "·", "•", "/", ">", "→": .divider
        default: []
        }
    }
}
