/// Characters that no one sees and that change what others see: they are never written.
enum HiddenCharacter {
    /// Control characters (also those that begin a terminal's escape sequences: U+001B, U+009B), marks that
    /// turn the direction of text (UAX #9), zero-width spaces and tags. Line ends and tabs count too.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool { isHidden(scalar.value) }

    static func isHidden(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x200B, 0x200E...0x200F, 0x202A...0x202E,
            0x2060...0x2069, 0xFEFF, 0xFFF9...0xFFFB:
            true
        default: false
        }
    }

    /// Preformatted text: line ends and tabs stay.
    static func code(_ text: some StringProtocol) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where scalar != "\r" {
            switch scalar {
            case "\n", "\t": out.append(scalar)
            case "\u{2028}", "\u{2029}", "\u{85}", "\u{0B}", "\u{0C}": out.append("\n")
            default: if !isHidden(scalar) { out.append(scalar) }
            }
        }
        return String(out)
    }
}
