import Charsets

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
    static func code(_ text: String) -> String {
        let utf8 = text.utf8Span.span
        var out: [UInt8] = []
        out.append(addingCapacity: utf8.count) { out in
            var index = 0
            while index < utf8.count {
                let start = index
                let value = UTF8Scalar.next(in: utf8, &index)
                switch value {
                case 0x0D: continue
                case 0x2028, 0x2029, 0x85, 0x0B, 0x0C: out.append(0x0A)
                case 0x0A, 0x09: out.append(utf8[start])
                default:
                    if isHidden(value) { continue }
                    for place in start..<index { out.append(utf8[place]) }
                }
            }
        }
        StreamSafeText.mend(&out)
        return String(decoding: out, as: UTF8.self)
    }
}
