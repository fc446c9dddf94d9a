/// One piece of a line that a date may be made of.
struct DateToken {
    enum Kind: Equatable {
        /// Its value, and how many digits it was written with.
        case number(Int, digits: Int)
        /// Folded.
        case word(String)
        case symbol(Unicode.Scalar)
    }

    var kind: Kind
    var range: Range<String.Index>

    var number: Int? {
        if case .number(let value, _) = kind { return value }
        return nil
    }

    var digits: Int {
        if case .number(_, let digits) = kind { return digits }
        return 0
    }

    var word: String? {
        if case .word(let word) = kind { return word }
        return nil
    }

    var symbol: Unicode.Scalar? {
        if case .symbol(let symbol) = kind { return symbol }
        return nil
    }
}

extension DateToken {
    /// The tokens of a line without its white space; every ideograph is a word of its own.
    static func tokens(of line: String, limit: Int = 400) -> [DateToken] {
        let scalars = line.unicodeScalars
        var tokens: [DateToken] = []
        var index = scalars.startIndex
        while index < scalars.endIndex, tokens.count < limit {
            let start = index
            let scalar = scalars[index]
            if digitValue(scalar) != nil {
                var value = 0
                var digits = 0
                while index < scalars.endIndex, let digit = digitValue(scalars[index]) {
                    if digits < 15 { value = value * 10 + digit }
                    digits += 1
                    index = scalars.index(after: index)
                }
                tokens.append(
                    DateToken(kind: .number(value, digits: digits), range: start..<index))
                continue
            }
            if isIdeograph(scalar) {
                index = scalars.index(after: index)
                tokens.append(DateToken(kind: .word(String(scalar)), range: start..<index))
                continue
            }
            if isLetter(scalar) {
                while index < scalars.endIndex,
                    isLetter(scalars[index]) && !isIdeograph(scalars[index])
                {
                    index = scalars.index(after: index)
                }
                let word = TextFolding.fold(String(scalars[start..<index]))
                tokens.append(DateToken(kind: .word(word), range: start..<index))
                continue
            }
            index = scalars.index(after: index)
            let isSpace = TextFolding.isSpace(scalar.value) || scalar.value == 0x200F
            if !isSpace { tokens.append(DateToken(kind: .symbol(scalar), range: start..<index)) }
        }
        return tokens
    }

    /// The value of a decimal digit of the scripts that dates are written in.
    private static func digitValue(_ scalar: Unicode.Scalar) -> Int? {
        let value = scalar.value
        if value < 0x80 { return value &- 0x30 < 10 ? Int(value - 0x30) : nil }
        guard value >= 0x660, value < 0x1820 || value >= 0xFF10 else { return nil }
        for zero in zeros where value >= zero && value < zero + 10 { return Int(value - zero) }
        return nil
    }

    /// The zeros of Arabic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam,
    /// Sinhala, Thai, Lao, Tibetan, Burmese, Khmer, Mongolian and full-width digits.
    private static let zeros: [UInt32] = [
        0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50,
        0xED0, 0xF20, 0x1040, 0x17E0, 0x1810, 0xFF10,
    ]

    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: return true
        case 0..<0x80: return false
        default:
            if scalar.properties.isAlphabetic { return true }
            let category = scalar.properties.generalCategory
            return category == .nonspacingMark || category == .spacingMark
        }
    }
}
