/// Brings text into the form in which phrases, names of months and titles are compared.
enum TextFolding {
    /// Lower case, without accents on Latin and Greek letters, plain quotes and hyphens, one space for
    /// every run of white space, none at the ends.
    static func fold(_ text: String) -> String {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value == 0x20 || (value < 0x80 ? (9...13).contains(value) : isSpace(scalar)) {
                pendingSpace = !folded.isEmpty
                continue
            }
            if value >= 0x80, isIgnored(value) { continue }
            if pendingSpace {
                folded.append(0x20)
                pendingSpace = false
            }
            append(scalar, to: &folded)
        }
        return String(decoding: folded, as: UTF8.self)
    }

    /// Words of folded text: runs of letters and digits, with the apostrophes and hyphens within them.
    static func words(ofFolded text: String) -> [Substring] {
        text.unicodeScalars.split { !isWordPart($0) }.map { Substring($0) }
    }

    static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "'", "-": true
        default: scalar.value >= 0x80 && scalar.properties.isAlphabetic
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        switch scalar.value {
        case 0x41...0x5A: folded.append(UInt8(truncatingIfNeeded: scalar.value + 32))
        case 0..<0x80: folded.append(UInt8(truncatingIfNeeded: scalar.value))
        case 0x2018, 0x2019, 0x201B, 0x2032, 0xB4: folded.append(0x27)
        case 0x201C...0x201F, 0xAB, 0xBB: folded.append(0x22)
        case 0x2010...0x2015, 0x2212: folded.append(0x2D)
        case 0xFF01...0xFF5E:
            append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)), to: &folded)
        case 0xC0..<0x2000:
            let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
            folded.append(contentsOf: String(bases[lower] ?? lower).utf8)
        default: folded.append(contentsOf: String(scalar).utf8)
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xA0 || scalar.value == 0x3000 || scalar.properties.isWhitespace
    }

    /// Accents that stand alone, and marks that cannot be seen.
    private static func isIgnored(_ value: UInt32) -> Bool {
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
