/// The readable part of an article's file name: its title in ASCII, for example "the-day-after".
enum Slug {
    /// At most this many bytes.
    static let limit = 80

    /// Lower-case ASCII letters and digits, joined by single hyphens; accents fall off. "article" where
    /// nothing of the title is left, as with scripts that have no ASCII form.
    static func make(from title: String) -> String {
        var slug: [UInt8] = []
        var lastWordEnd = 0
        for scalar in title.unicodeScalars {
            let folded = fold(scalar)
            if folded.isEmpty {
                // An apostrophe joins ("don't" is one word), as accents do; all else parts.
                if joins(scalar) || slug.isEmpty || slug.last == UInt8(ascii: "-") { continue }
                lastWordEnd = slug.count
                slug.append(UInt8(ascii: "-"))
            } else {
                slug.append(contentsOf: folded)
            }
            if slug.count > limit {
                // A word cut in two reads badly, unless it is the only one.
                slug.removeLast(slug.count - (lastWordEnd > limit / 2 ? lastWordEnd : limit))
                break
            }
        }
        while slug.last == UInt8(ascii: "-") { slug.removeLast() }
        return slug.isEmpty ? "article" : String(decoding: slug, as: UTF8.self)
    }

    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || (0x300...0x36f).contains(scalar.value)
    }

    private static func fold(_ scalar: Unicode.Scalar) -> String.UTF8View {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7a: return String(scalar).utf8
        case 0x41...0x5a: return String(Character(scalar).lowercased()).utf8
        case 0xc0...0x17f: return latin[Int(scalar.value) - 0xc0].utf8
        default: return "".utf8
        }
    }

    /// U+00C0 to U+017F without their accents.
    private static let latin: [String] = """
        a a a a ae a ae c e e e e i i i i d n o o o o oe - o u u u ue y th ss \
        a a a a ae a ae c e e e e i i i i d n o o o o oe - o u u u ue y th y \
        a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h \
        i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n \
        o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u \
        w w y y y z z z z z z s
        """.split(separator: " ").map { $0 == "-" ? "" : String($0) }
}
