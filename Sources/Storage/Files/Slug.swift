import Foundation

/// The readable part of an article's file name: its title, for example "the-day-after" or "η-επόμενη-μέρα".
///
/// Latin letters with accents become ASCII; letters of every other script stay as they are (decision 0019).
enum Slug {
    /// At most this many bytes of UTF-8.
    static let limit = 80
    /// So many marks may stand on one letter: Thai and Devanagari need three.
    private static let marksOnALetter = 3

    /// Lower-case letters and digits in NFC, joined by single hyphens. "article" where nothing of the title is left.
    static func make(from title: String) -> String {
        var slug = SlugText()
        let composed =
            title.utf8.allSatisfy { $0 < 0x80 }
            ? title : title.precomposedStringWithCanonicalMapping
        for scalar in composed.unicodeScalars {
            let folded = fold(scalar)
            if !folded.isEmpty {
                slug.append(letter: folded)
            } else if isMark(scalar) {
                slug.append(mark: scalar, atMost: marksOnALetter)
            } else if !joins(scalar) {
                slug.part()
            }
            if slug.bytes.count > limit { break }
        }
        return slug.cut(to: limit) ?? "article"
    }

    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar.properties.generalCategory == .format
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        [.nonspacingMark, .spacingMark].contains(scalar.properties.generalCategory)
    }

    /// Empty for what is neither letter nor digit.
    private static func fold(_ scalar: Unicode.Scalar) -> String.UTF8View {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7a: return String(scalar).utf8
        case 0x41...0x5a: return String(Character(scalar).lowercased()).utf8
        case 0xc0...0x17f: return latin[Int(scalar.value) - 0xc0].utf8
        case ..<0x180: return "".utf8
        default: break
        }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber:
            scalar.properties.lowercaseMapping.utf8
        default: "".utf8
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

/// A slug that is being made.
private struct SlugText {
    private(set) var bytes: [UInt8] = []
    /// Where the last letter begins, so that no letter is cut from its marks.
    private var lastLetter = 0
    private var lastWordEnd = 0
    private var marks = 0
    private var endsInLetter = false

    mutating func append(letter: String.UTF8View) {
        lastLetter = bytes.count
        bytes.append(contentsOf: letter)
        marks = 0
        endsInLetter = true
    }

    /// Accents of ASCII letters fall off, as those of all Latin letters do.
    mutating func append(mark: Unicode.Scalar, atMost most: Int) {
        guard endsInLetter, let last = bytes.last, last >= 0x80, marks < most else { return }
        bytes.append(contentsOf: String(mark).utf8)
        marks += 1
    }

    /// Ends a word.
    mutating func part() {
        guard endsInLetter else { return }
        lastWordEnd = bytes.count
        bytes.append(UInt8(ascii: "-"))
        endsInLetter = false
    }

    /// A word cut in two reads badly, unless it is the only one. Nil where no letter is left.
    mutating func cut(to limit: Int) -> String? {
        if bytes.count > limit {
            let end = lastWordEnd > limit / 2 ? lastWordEnd : min(lastLetter, limit)
            bytes.removeLast(bytes.count - end)
        }
        while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
