/// Characters as they are meant, where a PDF has them as they are drawn.
enum PDFCharacters {
    /// Ligatures and the drawn forms of Arabic letters as letters, blanks of all widths as blanks, and nothing that is not
    /// text. A hyphen at a word's end stays what it is: it tells a break from a dash.
    static func plain(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFB00...0xFB06:
                result.append(contentsOf: ligatures[Int(scalar.value - 0xFB00)].unicodeScalars)
            case 0xFB1D...0xFDFB, 0xFE70...0xFEFC:
                result.append(contentsOf: decomposed(scalar))
            case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: result.append(" ")
            // Marks of direction, and of joining where Latin script has none; private use (signs of symbol fonts).
            case 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFFD: break
            case 0xF0B7, 0xF0A7, 0xF0D8, 0xF076: result.append("•")
            case 0xE000...0xF8FF: break
            case 0..<0x20, 0x7F..<0xA0: break
            default: result.append(scalar)
            }
        }
        while result.first == " " { result.removeFirst() }
        while result.last == " " { result.removeLast() }
        return String(result)
    }

    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

    private static func decomposed(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        PresentationForms.letters(of: scalar)?.unicodeScalars ?? String(scalar).unicodeScalars
    }

    /// Written from right to left.
    static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF,
            0x1E800...0x1EFFF:
            true
        default: false
        }
    }

    /// Written without blanks between words.
    static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x312F, 0x3190...0x9FFF,
            0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
