/// The words of a text in order: runs of letters, marks and digits; each character of a script that writes no spaces
/// for itself.
struct WordParts: Sequence, IteratorProtocol {
    struct Part {
        var text: Substring
        var isWide: Bool
    }

    private let scalars: Substring.UnicodeScalarView
    private var index: Substring.UnicodeScalarView.Index

    init(_ text: String) {
        scalars = text[...].unicodeScalars
        index = scalars.startIndex
    }

    mutating func next() -> Part? {
        while index < scalars.endIndex, !WordParts.isWord(scalars[index]) {
            scalars.formIndex(after: &index)
        }
        guard index < scalars.endIndex else { return nil }
        let start = index
        let isWide = WordParts.isWide(scalars[index])
        scalars.formIndex(after: &index)
        while !isWide, index < scalars.endIndex, WordParts.isWord(scalars[index]),
            !WordParts.isWide(scalars[index])
        {
            scalars.formIndex(after: &index)
        }
        return Part(text: Substring(scalars[start..<index]), isWide: isWide)
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0xA4CF, 0xAC00...0xD7AF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return (0x30...0x39).contains(scalar.value)
                || (0x61...0x7A).contains(scalar.value | 0x20)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
