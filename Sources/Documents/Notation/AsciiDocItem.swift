/// A line that begins an item of a list in AsciiDoc.
struct AsciiDocItem: Equatable {
    /// What tells lists apart: "**" stands below "*".
    var mark: String
    /// The term of "term:: text"; else empty.
    var term: Substring = ""
    var text: Substring

    var isTerm: Bool { mark.first == ":" || mark.first == ";" }
    var isNumbered: Bool { mark.first == "." || mark.first == "1" || mark.first == "<" }

    init?(_ line: Substring) {
        let text = line.drop { $0 == " " }
        guard let first = text.first else { return nil }
        if "*-.".contains(first) {
            let signs = text.prefix { $0 == first }
            let rest = text[signs.endIndex...]
            if signs.count <= 6, first != "-" || signs.count == 1, rest.first == " " {
                mark = String(signs)
                self.text = Self.unchecked(rest.drop { $0 == " " })
                return
            }
        }
        if let number = ListMark(line, bullets: "", closers: "."),
            line.first.map({ $0 != "(" }) ?? false
        {
            mark = "1."
            self.text = line.dropFirst(number.indent + number.width)
            return
        }
        if first == "<", let close = text.firstIndex(of: ">"),
            text[..<close].dropFirst().allSatisfy({ $0.isNumber || $0 == "." }),
            text[..<close].count > 1
        {
            mark = "<1>"
            self.text = text[text.index(after: close)...].drop { $0 == " " }
            return
        }
        guard let (sign, end) = Self.termEnd(text) else { return nil }
        mark = sign
        term = text[..<end]
        self.text = text[end...].dropFirst(sign.count).drop { $0 == " " }
    }

    /// "[x] done" of a list of tasks.
    private static func unchecked(_ text: Substring) -> Substring {
        for box in ["[ ] ", "[x] ", "[*] "] where text.hasPrefix(box) { return text.dropFirst(4) }
        return text
    }

    /// "term::" before a blank or the end of the line; no macro, no address.
    private static func termEnd(_ text: Substring) -> (sign: String, end: Substring.Index)? {
        for sign in ["::::", ":::", "::", ";;"] {
            guard let found = text.firstRange(of: sign), found.lowerBound > text.startIndex else {
                continue
            }
            let after = text[found.upperBound...]
            guard after.isEmpty || after.first == " " else { continue }
            return (sign, found.lowerBound)
        }
        return nil
    }

    /// Whether a list of such items stands below an item of another one.
    func isBelow(_ other: AsciiDocItem) -> Bool {
        guard mark != other.mark else { return false }
        if mark.first == other.mark.first { return mark.count > other.mark.count }
        return true
    }
}
