/// Quotation marks by language, as CLDR lists them.
enum QuotationMarks {
    static func of(_ language: String, isInner: Bool) -> (open: String, close: String) {
        let tag = language.lowercased()
        let code = String(tag.prefix { $0.isLetter })
        if tag.hasPrefix("de-ch") || tag.hasPrefix("it-ch") || tag.hasPrefix("fr-ch") {
            return isInner ? ("‹", "›") : ("«", "»")
        }
        if tag.hasPrefix("zh-hant") || tag.hasPrefix("zh-tw") || tag.hasPrefix("zh-hk") {
            return isInner ? ("『", "』") : ("「", "」")
        }
        let marks = table[code] ?? table["en"] ?? []
        guard marks.count == 4 else { return ("\"", "\"") }
        return isInner ? (marks[2], marks[3]) : (marks[0], marks[1])
    }

    /// Whether a text has its marks already.
    static func begin(_ text: String) -> Bool {
        text.first { !$0.isWhitespace }.map { "\"“”„«»‹›「『'‘’".contains($0) } ?? false
    }

    /// For each language the outer marks and the inner ones.
    private static let table: [String: [String]] = {
        var table: [String: [String]] = [:]
        for (codes, marks) in rows {
            for code in codes.split(separator: " ") { table[String(code)] = marks }
        }
        return table
    }()

    private static let rows: [(String, [String])] = [
        ("en nl tr hi bn ko th vi id ms tl zh ta te ur", ["“", "”", "‘", "’"]),
        ("de cs sk sl bg et lt is ka lb", ["„", "“", "‚", "‘"]),
        ("fr", ["« ", " »", "“", "”"]),
        ("es it pt ca gl eu el no nb nn fa ar", ["«", "»", "“", "”"]),
        ("ru uk be kk hy az uz", ["«", "»", "„", "“"]),
        ("pl ro hr", ["„", "”", "«", "»"]),
        ("hu", ["„", "”", "»", "«"]),
        ("sv fi", ["”", "”", "’", "’"]),
        ("da", ["“", "”", "‘", "’"]),
        ("sr mk bs sq", ["„", "“", "‘", "’"]),
        ("he yi", ["”", "”", "’", "’"]),
        ("ja", ["「", "」", "『", "』"]),
        ("lv", ["“", "”", "“", "”"]),
    ]
}
