/// Quoted text, macros and links of AsciiDoc (docs.asciidoctor.org/asciidoc: "Text Formatting", "Macros").
struct AsciiDocInline: InlineRules {
    static let spans = [
        InlineSpan("**", "strong", isFree: true), InlineSpan("__", "em", isFree: true),
        InlineSpan("``", "code", isFree: true), InlineSpan("##", nil, isFree: true),
        InlineSpan("++", nil, isLiteral: true, isFree: true),
        InlineSpan("*", "strong"), InlineSpan("_", "em"), InlineSpan("`", "code"),
        InlineSpan("#", nil), InlineSpan("+", nil, isLiteral: true),
        InlineSpan("^", "sup", isFree: true), InlineSpan("~", "sub", isFree: true),
    ]
    /// What `{name}` stands for.
    var attributes: [String: String] = [:]

    private static let characters: [String: String] = [
        "nbsp": "\u{A0}", "zwsp": "\u{200B}", "apos": "'", "quot": "\"", "lsquo": "‘", "rsquo": "’",
        "ldquo": "“", "rdquo": "”", "deg": "°", "plus": "+", "brvbar": "¦", "vbar": "|", "amp": "&",
        "lt": "<", "gt": ">", "startsb": "[", "endsb": "]", "caret": "^", "asterisk": "*",
        "tilde": "~", "backslash": "\\", "backtick": "`", "two-colons": "::", "cpp": "C++",
        "empty": "", "sp": " ", "wj": "\u{2060}", "blank": "",
    ]

    func special(
        _ reader: InlineReader<Self>, at place: Int, before end: Int
    ) -> (markup: String, end: Int)? {
        let text = reader.text
        switch text[place] {
        case "\\":
            guard place + 1 < end, "*_`#+^~{<[h:".unicodeScalars.contains(text[place + 1]) else {
                return nil
            }
            return (Markup.escaped(String(Character(text[place + 1]))), place + 2)
        case "{": return attribute(reader, place, end)
        case "<": return reference(reader, place, end)
        case "[": return mark(reader, place, end)
        case "\"", "'": return quotation(reader, place, end)
        case "(":
            for (sign, character) in [("(C)", "©"), ("(R)", "®"), ("(TM)", "™")]
            where reader.starts(sign.unicodeScalars, at: place, before: end) {
                return (character, place + sign.count)
            }
            return nil
        case " ":
            // A plus at the end of a line breaks it there.
            guard place + 1 < end, text[place + 1] == "+",
                place + 2 == end || text[place + 2] == "\n"
            else { return nil }
            return ("<br>", place + 2)
        case let sign where sign.properties.isAlphabetic: return word(reader, place, end)
        default: return nil
        }
    }

    private func attribute(
        _ reader: InlineReader<Self>, _ place: Int, _ end: Int
    ) -> (markup: String, end: Int)? {
        guard let close = reader.next("}", from: place, before: min(end, place + 60)) else {
            return nil
        }
        let name = reader.string(place + 1..<close).lowercased()
        guard let value = attributes[name] ?? Self.characters[name] else { return nil }
        return (Markup.escaped(value), close + 1)
    }

    /// `<<place,words>>`.
    private func reference(
        _ reader: InlineReader<Self>, _ place: Int, _ end: Int
    ) -> (markup: String, end: Int)? {
        guard reader.starts("<<".unicodeScalars, at: place, before: end),
            let close = reader.next(">>", from: place + 2, before: end, stoppingAt: "<<")
        else { return nil }
        guard let comma = reader.next(",", from: place, before: close) else {
            return (Markup.escaped(reader.string(place + 2..<close)), close + 2)
        }
        return (reader.inner(comma + 1..<close).trimmingBlanks(), close + 2)
    }

    /// `[[place]]` names a place; `[.role]#text#` is text.
    private func mark(
        _ reader: InlineReader<Self>, _ place: Int, _ end: Int
    ) -> (markup: String, end: Int)? {
        if reader.starts("[[".unicodeScalars, at: place, before: end),
            let close = reader.next(
                "]]", from: place + 2, before: min(end, place + 80), stoppingAt: "[[")
        {
            return ("", close + 2)
        }
        guard place + 1 < end, ".#%".unicodeScalars.contains(reader.text[place + 1]),
            let close = reader.next("]", from: place, before: min(end, place + 80)),
            close + 1 < end,
            "#*_`".unicodeScalars.contains(reader.text[close + 1])
        else { return nil }
        return ("", close + 1)
    }

    /// "\"`words`\"" in curved quotation marks.
    private func quotation(
        _ reader: InlineReader<Self>, _ place: Int, _ end: Int
    ) -> (markup: String, end: Int)? {
        let sign = reader.text[place]
        guard place + 1 < end, reader.text[place + 1] == "`",
            let close = reader.next("`" + String(Character(sign)), from: place + 2, before: end)
        else { return nil }
        let inner = reader.inner(place + 2..<close)
        return (sign == "\"" ? "“\(inner)”" : "‘\(inner)’", close + 2)
    }

    /// A word that begins here: plain, an address, or the name of a macro.
    private func word(
        _ reader: InlineReader<Self>, _ place: Int, _ end: Int
    ) -> (markup: String, end: Int)? {
        guard place == 0 || !reader.text[place - 1].properties.isAlphabetic else { return nil }
        if let last = reader.address(at: place, before: end) {
            let address = reader.string(place..<last)
            guard let (words, after) = bracket(reader, last, end) else {
                let shown = address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address
                return (reader.link(to: address, Markup.escaped(shown)), last)
            }
            let shown = words.isEmpty ? Markup.escaped(address) : reader.inner(words)
            return (reader.link(to: address, shown.trimmingBlanks()), after)
        }
        var next = place
        while next < end, reader.text[next].properties.isAlphabetic { next += 1 }
        guard next < end, reader.text[next] == ":", next - place <= 10 else { return nil }
        return macro(reader, named: reader.string(place..<next), from: next + 1, end)
    }

    private func macro(
        _ reader: InlineReader<Self>, named name: String, from start: Int, _ end: Int
    ) -> (markup: String, end: Int)? {
        guard Self.macros.contains(name) else { return nil }
        var open = start
        while open < min(end, start + 500), reader.text[open] != "[",
            !reader.text[open].properties.isWhitespace
        {
            open += 1
        }
        guard let (content, after) = bracket(reader, open, end) else { return nil }
        let target = reader.string(start..<open)
        switch name {
        case "link", "xref":
            let words = content.isEmpty ? Markup.escaped(target) : reader.inner(content)
            let isWeb = name == "link" && target.contains("://")
            return (isWeb ? reader.link(to: target, words) : words, after)
        case "image":
            let alt = reader.string(content).prefix { $0 != "," }
            return ("<img src=\"\(Markup.escaped(target))\" alt=\"\(Markup.escaped(alt))\">", after)
        case "footnote", "footnoteref":
            return content.isEmpty ? ("", after) : (" (\(reader.inner(content)))", after)
        case "stem", "latexmath", "asciimath":
            return ("$\(Markup.escaped(reader.string(content)))$", after)
        case "icon", "anchor", "indexterm": return ("", after)
        default: return (reader.inner(content), after)
        }
    }

    private static let macros: Set<String> = [
        "link", "xref", "image", "footnote", "footnoteref", "stem", "latexmath", "asciimath",
        "icon",
        "anchor", "indexterm", "kbd", "btn", "menu", "pass",
    ]

    /// What stands in brackets at a place; the words alone where roles and windows follow.
    private func bracket(
        _ reader: InlineReader<Self>, _ place: Int, _ end: Int
    ) -> (content: Range<Int>, after: Int)? {
        guard place < end, reader.text[place] == "[",
            let close = reader.next("]", from: place, before: end)
        else { return nil }
        var last = close
        for sign in [",window=", ",role=", ",title="] {
            if let option = reader.next(sign, from: place, before: close) {
                last = min(last, option)
            }
        }
        return (place + 1..<last, close + 1)
    }
}
