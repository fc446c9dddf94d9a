/// The letters behind the drawn forms of Arabic and Hebrew (Unicode, Arabic Presentation Forms-A and -B, Alphabetic
/// Presentation Forms), as far as fonts in PDF files use them.
enum PresentationForms {
    static func letters(of scalar: Unicode.Scalar) -> String? {
        let value = Int(scalar.value)
        if value >= 0xFE80, value <= 0xFEF4 {
            // Two or four forms of each letter, in the order of the alphabet.
            var first = 0xFE80
            for (letter, count) in forms {
                if value < first + count { return String(letter) }
                first += count
            }
        }
        switch value {
        case 0xFEF5, 0xFEF6: return "لآ"
        case 0xFEF7, 0xFEF8: return "لأ"
        case 0xFEF9, 0xFEFA: return "لإ"
        case 0xFEFB, 0xFEFC: return "لا"
        case 0xFB56...0xFB59: return "پ"
        case 0xFB7A...0xFB7D: return "چ"
        case 0xFB8A, 0xFB8B: return "ژ"
        case 0xFB8E...0xFB91: return "ک"
        case 0xFB92...0xFB95: return "گ"
        case 0xFBFC...0xFBFF: return "ی"
        case 0xFB1D: return "\u{05D9}\u{05B4}"
        case 0xFB2A, 0xFB2C: return "\u{05E9}\u{05C1}"
        case 0xFB2B, 0xFB2D: return "\u{05E9}\u{05C2}"
        case 0xFB30...0xFB4A:
            return Unicode.Scalar(UInt32(value - 0xFB30 + 0x05D0)).map { String($0) + "\u{05BC}" }
        case 0xFB4B: return "\u{05D5}\u{05B9}"
        default: return nil
        }
    }

    private static let forms: [(Character, Int)] = [
        ("ء", 1), ("آ", 2), ("أ", 2), ("ؤ", 2), ("إ", 2), ("ئ", 4), ("ا", 2), ("ب", 4), ("ة", 2),
        ("ت", 4), ("ث", 4), ("ج", 4), ("ح", 4), ("خ", 4), ("د", 2), ("ذ", 2), ("ر", 2), ("ز", 2),
        ("س", 4), ("ش", 4), ("ص", 4), ("ض", 4), ("ط", 4), ("ظ", 4), ("ع", 4), ("غ", 4), ("ف", 4),
        ("ق", 4), ("ك", 4), ("ل", 4), ("م", 4), ("ن", 4), ("ه", 4), ("و", 2), ("ى", 2), ("ي", 4),
    ]
}
