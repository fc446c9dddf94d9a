/// What text may stand in XML (XML 1.0 §2.2, Char), and how it is written into an attribute.
enum XMLText {
    static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
        default: false
        }
    }

    static func isSound(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isCharacter) }

    /// The text within the quotes of an attribute; what XML cannot say is left out.
    static func attribute(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            // No terminal that the list is shown on shall obey it.
            case "\t", "\n", "\r", "\u{7F}"..."\u{9F}", "\u{61C}", "\u{200E}", "\u{200F}",
                "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
                result += "&#\(scalar.value);"
            default: if isCharacter(scalar) { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}
