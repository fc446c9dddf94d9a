/// Emphasis, roles, links and notes of reStructuredText (docutils' Markup Specification, "Inline Markup").
struct RestructuredInline: InlineRules {
    static let spans = [
        InlineSpan("**", "strong"), InlineSpan("``", "code", isLiteral: true),
        InlineSpan("*", "em"),
    ]
    /// Addresses by the names that link to them, in small letters.
    var targets: [String: String] = [:]
    /// What `|name|` stands for.
    var substitutions: [String: String] = [:]

    func special(
        _ reader: InlineReader<Self>, at place: Int, before end: Int
    ) -> (markup: String, end: Int)? {
        switch reader.text[place] {
        case "\\":
            guard place + 1 < end else { return ("", end) }
            let next = reader.text[place + 1]
            let isBlank = next.properties.isWhitespace
            return (isBlank ? "" : Markup.escaped(String(Character(next))), place + 2)
        case "`": return quoted(reader, place, end, role: "")
        case ":":
            guard let close = role(reader, place, end) else { return nil }
            return quoted(reader, close + 1, end, role: reader.string(place + 1..<close))
        case "[": return note(reader, place, end)
        case "|":
            guard let close = reader.next("|", from: place + 1, before: min(end, place + 80)),
                let text = substitutions[reader.string(place + 1..<close).lowercased()]
            else { return nil }
            return (
                text,
                reader.starts("_".unicodeScalars, at: close + 1, before: end)
                    ? close + 2 : close + 1
            )
        case "h", "f", "m":
            if let last = reader.address(at: place, before: end) {
                let address = reader.string(place..<last)
                return (reader.link(to: address, Markup.escaped(address)), last)
            }
            return reference(reader, place, end)
        default: return reference(reader, place, end)
        }
    }

    /// The colon behind the name of a role that begins at a colon, where text in backquotes follows.
    private func role(_ reader: InlineReader<Self>, _ place: Int, _ end: Int) -> Int? {
        var next = place + 1
        while next < min(end, place + 40),
            Self.isName(reader.text[next]) || reader.text[next] == ":"
        {
            next += 1
        }
        guard next > place + 2, next < end, reader.text[next] == "`", reader.text[next - 1] == ":"
        else { return nil }
        return next - 1
    }

    /// "`words <target>`_", "`words`_", ":role:`words <target>`", "`words`".
    private func quoted(
        _ reader: InlineReader<Self>, _ place: Int, _ end: Int, role: String
    ) -> (markup: String, end: Int)? {
        guard reader.starts("`".unicodeScalars, at: place, before: end),
            let close = reader.next("`", from: place + 1, before: end), close > place + 1
        else { return nil }
        let content = reader.string(place + 1..<close)
        var last = close + 1
        while last < min(end, close + 3), reader.text[last] == "_" { last += 1 }
        let isLink = last > close + 1
        if role == "math" { return ("$\(Markup.escaped(content))$", last) }
        if ["code", "literal", "command", "file", "samp", "kbd", "envvar", "option", "program"]
            .contains(role)
            || role.hasPrefix("py:") || role.hasPrefix("c:")
        {
            return ("<code>\(Markup.escaped(Self.words(of: content).shown))</code>", last)
        }
        if let element = [
            "sub": "sub", "subscript": "sub", "sup": "sup", "superscript": "sup",
            "strong": "strong", "emphasis": "em",
        ][role] {
            return ("<\(element)>\(Markup.escaped(content))</\(element)>", last)
        }
        let (shown, target) = Self.words(of: content)
        let text = Markup.escaped(shown)
        guard role.isEmpty else { return (text, last) }
        guard isLink else { return ("<em>\(text)</em>", last) }
        let address =
            target.map { targets[$0.lowercased().trimmingSuffix("_")] ?? $0 }
            ?? targets[shown.lowercased()]
        guard let address, address.contains(":") || address.contains("/") else {
            return (text, last)
        }
        return (reader.link(to: address, text), last)
    }

    /// "words <target>" apart.
    private static func words(of content: String) -> (shown: String, target: String?) {
        guard content.hasSuffix(">"), let open = content.lastIndex(of: "<") else {
            return (content, nil)
        }
        let target = String(content[content.index(after: open)...].dropLast())
        let shown = StatedFacts.trimmed(String(content[..<open]))
        return (shown.isEmpty ? target : shown, target)
    }

    /// "[1]_", "[#name]_", "[CIT2002]_".
    private func note(
        _ reader: InlineReader<Self>, _ place: Int, _ end: Int
    ) -> (markup: String, end: Int)? {
        guard let close = reader.next("]_", from: place + 1, before: min(end, place + 60)) else {
            return nil
        }
        let label = reader.string(place + 1..<close)
        guard !label.isEmpty, !label.contains(where: \.isWhitespace) else { return nil }
        return (Markup.reference(to: label), close + 2)
    }

    /// "name_": a link to a target of that name; where there is none, it is a word.
    private func reference(
        _ reader: InlineReader<Self>, _ place: Int, _ end: Int
    ) -> (markup: String, end: Int)? {
        guard Self.isName(reader.text[place]), place == 0 || !Self.isName(reader.text[place - 1])
        else {
            return nil
        }
        var next = place
        while next < end, Self.isName(reader.text[next]) { next += 1 }
        let word = reader.string(place..<next)
        guard word.hasSuffix("_"), word.count > 1 else { return (Markup.escaped(word), next) }
        let name = String(word.trimmingSuffix("_"))
        guard let address = targets[name.lowercased()] else { return (Markup.escaped(word), next) }
        return (reader.link(to: address, Markup.escaped(name)), next)
    }

    private static func isName(_ sign: Unicode.Scalar) -> Bool {
        sign.properties.isAlphabetic || sign.properties.numericType != nil || sign == "_"
            || sign == "-"
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(_ sign: Character) -> String {
        var text = String(self)
        while text.last == sign { text.removeLast() }
        return text
    }
}
