import Charsets

/// Brings text into the form in which phrases, names of months and titles are compared.
enum TextFolding {
    /// Lower case, without accents on Latin and Greek letters, plain quotes and hyphens, one space for
    /// every run of white space, none at the ends.
    static func fold(_ text: String) -> String {
        String(decoding: folded(text.utf8Span.span), as: UTF8.self)
    }

    /// The same for well-formed UTF-8.
    static func folded(_ text: Span<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        if text.isSettled {
            folded.append(addingCapacity: text.count) { out in
                for index in text.indices { out.append(text[index].asciiLowered) }
            }
            return folded
        }
        // Some letters of two bytes are three in lower case, and so is U+FFFD, which one that is cut off becomes.
        folded.append(addingCapacity: text.count + text.count / 2 + 3) { out in
            var pendingSpace = false
            var index = 0
            while index < text.count {
                let byte = text[index]
                if byte &- 0x20 < 0x60 {
                    // Most of all texts: ASCII.
                    index += 1
                    if byte == 0x20 {
                        pendingSpace = !out.isEmpty
                        continue
                    }
                    if pendingSpace { out.append(0x20) }
                    pendingSpace = false
                    out.append(byte.asciiLowered)
                    continue
                }
                let value = UTF8Scalar.next(in: text, &index)
                if isSpace(value) {
                    pendingSpace = !out.isEmpty
                    continue
                }
                if value >= 0x80, isIgnored(value) { continue }
                if pendingSpace {
                    out.append(0x20)
                    pendingSpace = false
                }
                if value < 0x80 {
                    out.append(UInt8(truncatingIfNeeded: Self.folded(value)))
                } else {
                    UTF8Scalar.append(Self.folded(value), to: &out)
                }
            }
        }
        // What is ignored may have stood between marks.
        StreamSafeText.mend(&folded)
        return folded
    }

    /// The character that stands for another in folded text.
    static func folded(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x41...0x5A: value + 32
        case 0..<0x80: value
        case 0x2018, 0x2019, 0x201B, 0x2032, 0xB4: 0x27
        case 0x201C...0x201F, 0xAB, 0xBB: 0x22
        case 0x2010...0x2015, 0x2212: 0x2D
        case 0xFF01...0xFF5E: folded(value - 0xFEE0)
        case 0xC0..<0x2000: letters[Int(value - 0xC0)]
        default: value
        }
    }

    /// White_Space (Unicode 16, PropList).
    static func isSpace(_ value: UInt32) -> Bool {
        switch value {
        case 0x09...0x0D, 0x20: true
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// From U+00C0 to U+1FFF each letter in lower case, without accents.
    private static let letters: [UInt32] = (0xC0..<0x2000).map { (value: UInt32) in
        guard let scalar = Unicode.Scalar(value) else { return value }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        return (bases[lower] ?? lower).value
    }

    /// Accents that stand alone, and marks that cannot be seen.
    static func isIgnored(_ value: UInt32) -> Bool {
        switch value {
        case 0xAD, 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF, 0xFE0F: true
        case 0x640, 0x64B...0x652: true
        default: false
        }
    }

    /// Letter with accents → letter without.
    private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
        let groups = [
            "aàáâãäåāăą", "cçćĉċč", "dďđ", "eèéêëēĕėęě", "gĝğġģ", "hĥħ", "iìíîïĩīĭįı", "jĵ", "kķ",
            "lĺļľł", "nñńņň", "oòóôõöøōŏő", "rŕŗř", "sśŝşšș", "tţťŧț", "uùúûüũūŭůűų", "wŵ", "yýÿŷ",
            "zźżž", "αά", "εέ", "ηή", "ιίϊΐ", "οό", "υύϋΰ", "ωώ", "σς", "еѐё", "اأإآ", "هة", "يى",
            "aạảấầẩẫậắằẳẵặ", "eẹẻẽếềểễệ", "iịỉ", "oọỏốồổỗộớờởỡợơ", "uụủứừửữựư", "yỳỵỷỹ",
        ]
        var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
        for group in groups {
            let letters = Array(group.unicodeScalars)
            for letter in letters.dropFirst() { bases[letter] = letters[0] }
        }
        return bases
    }()
}
