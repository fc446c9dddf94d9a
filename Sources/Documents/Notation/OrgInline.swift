/// Emphasis, links and notes of Org (The Org Manual, "Markup for Rich Contents", "Link Format").
struct OrgInline: InlineRules {
    static let spans = [
        InlineSpan("*", "strong"), InlineSpan("/", "em"), InlineSpan("_", nil),
        InlineSpan("+", "del"), InlineSpan("=", "code", isLiteral: true),
        InlineSpan("~", "code", isLiteral: true),
    ]

    func special(
        _ reader: InlineReader<Self>, at place: Int, before end: Int
    ) -> (markup: String, end: Int)? {
        switch reader.text[place] {
        case "[":
            if reader.starts("[[".unicodeScalars, at: place, before: end) {
                return link(reader, place, end)
            }
            if reader.starts("[fn:".unicodeScalars, at: place, before: end) {
                return note(reader, place, end)
            }
        case "<": return time(reader, place, end)
        case "\\" where reader.starts("\\\\".unicodeScalars, at: place, before: end):
            // Breaks a line where nothing follows.
            let after = place + 2
            if after == end || reader.text[after] == "\n" { return ("<br>", after) }
        case "h", "m", "f":
            guard let last = reader.address(at: place, before: end) else { return nil }
            let address = reader.string(place..<last)
            return (reader.link(to: address, Markup.escaped(address)), last)
        default: break
        }
        return nil
    }

    /// `[[address][words]]`, `[[address]]`.
    private func link(
        _ reader: InlineReader<Self>, _ place: Int, _ end: Int
    ) -> (markup: String, end: Int)? {
        guard let close = reader.next("]]", from: place + 2, before: end, stoppingAt: "[[") else {
            return nil
        }
        let middle = reader.next("][", from: place + 2, before: close)
        var address = reader.string(place + 2..<(middle ?? close))
        let words = middle.map { $0 + 2..<close }
        for scheme in ["file:", "attachment:"] where address.hasPrefix(scheme) {
            address.removeFirst(scheme.count)
        }
        if Self.isPicture(address) {
            let alt = words.map { reader.string($0) } ?? ""
            return (
                "<img src=\"\(Markup.escaped(address))\" alt=\"\(Markup.escaped(alt))\">", close + 2
            )
        }
        let isWeb = ["http:", "https:", "mailto:", "ftp:"].contains { address.hasPrefix($0) }
        let content = words.map { reader.inner($0) } ?? Markup.escaped(address)
        return (isWeb ? reader.link(to: address, content) : content, close + 2)
    }

    private static func isPicture(_ address: String) -> Bool {
        let lower = address.lowercased()
        return [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"]
            .contains { lower.hasSuffix($0) }
    }

    /// `[fn:3]`, `[fn:name: what it says]`, `[fn:: what it says]`.
    private func note(
        _ reader: InlineReader<Self>, _ place: Int, _ end: Int
    ) -> (markup: String, end: Int)? {
        guard let close = reader.next("]", from: place, before: end) else { return nil }
        let content = reader.string(place + 4..<close)
        guard let colon = content.firstIndex(of: ":") else {
            return (Markup.reference(to: content), close + 1)
        }
        let said = content[content.index(after: colon)...]
        return (" (\(Markup.escaped(said.drop { $0 == " " })))", close + 1)
    }

    /// `<2026-03-01 Sun 10:00>`: the time without its brackets.
    private func time(
        _ reader: InlineReader<Self>, _ place: Int, _ end: Int
    ) -> (markup: String, end: Int)? {
        let digits = place + 1..<min(end, place + 5)
        guard digits.count == 4, reader.text[digits].allSatisfy({ ("0"..."9").contains($0) }),
            let close = reader.next(">", from: place, before: min(end, place + 60))
        else { return nil }
        return (Markup.escaped(reader.string(place + 1..<close)), close + 1)
    }
}
