/// Changes bytes at random, the same way for the same seed.
struct Mutator {
    /// What breaks parsers: markup, entities, encodings, numbers and dates at their ends.
    private static let tokens: [[UInt8]] =
        [
            "<", ">", "</", "/>", "<![CDATA[", "]]>", "<!--", "-->", "<?xml version=\"1.0\"?>", "&",
            "&#",
            "&#x110000;", "&#0;", "&amp;amp;", "&nbsp;", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;",
            "<item>", "</item>", "<entry>", "</entry>", "<rss>",
            "<feed xmlns='http://www.w3.org/2005/Atom'>",
            "<content type='xhtml'>", "xml:base=\"//\"", "xmlns:a=\"b\"", "encoding=\"utf-16\"",
            "{", "}",
            "[", "\"", "\\u", "\\ud800", "99999999999999999999", "-1", "0000-00-00T99:99:99Z",
            "Thu, 32 Foo 2099 25:61:61 +9999", "\u{0}", "\u{FEFF}", "\u{1F600}", "base64", "  ",
        ].map { Array($0.utf8) } + [
            [0xFF, 0xFE], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90],
        ]

    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    mutating func below(_ limit: Int) -> Int { limit < 1 ? 0 : Int(next() % UInt64(limit)) }

    mutating func mutate(_ bytes: [UInt8], _ other: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(4) { change(&bytes, other) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8], _ other: [UInt8]) {
        let place = below(bytes.count)
        let length = min(below(1 << below(12)), bytes.count - place)
        switch below(8) {
        case 0 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8(below(8))
        case 1 where !bytes.isEmpty: bytes[place] = UInt8(truncatingIfNeeded: next())
        case 2: bytes.removeSubrange(place..<place + length)
        case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
        case 4:
            let from = below(other.count)
            let part = other[from..<from + min(length, other.count - from)]
            bytes.insert(contentsOf: part, at: place)
        case 5: bytes.removeLast(length)
        case 6:
            let piece = bytes[place..<place + min(length, 64)]
            for _ in 0...below(200) { bytes.insert(contentsOf: piece, at: place) }
        default: bytes.insert(contentsOf: Mutator.tokens[below(Mutator.tokens.count)], at: place)
        }
    }
}
