/// Takes the mark of a list item, a heading or a quotation off the start of a line.
enum LineMarker {
    /// - Parameter isContinuation: the line before was full, so that a dash or a number may stand in the
    ///   middle of a wrapped sentence; only marks that no sentence has are taken then.
    static func split(
        _ text: String, isContinuation: Bool = false
    ) -> (marker: TextLine.Marker, rest: String) {
        guard let first = text.unicodeScalars.first else { return (.none, text) }
        let rest = text.dropFirst()
        switch first {
        case "•", "‣", "◦", "▪", "●", "○", "■", "□", "▸", "►", "✓", "✔", "➢", "➤", "\u{F0B7}", "·",
            "・":
            return taken(.bullet, rest, needsSpace: false) ?? (.none, text)
        case "*", "+", "→", "⁃", "∙", "➔", "➜", "▶", "▷", "◆", "◇", "★", "☆", "☐", "☑", "☒", "✅",
            "❖":
            return taken(.bullet, rest, needsSpace: true) ?? (.none, text)
        // The longest dash begins speech in most languages that begin it with one.
        case "-", "–":
            guard !isContinuation else { return (.none, text) }
            return taken(.bullet, rest, needsSpace: true) ?? (.none, text)
        case "#":
            let level = text.prefix { $0 == "#" }.count
            guard level <= 6 else { return (.none, text) }
            return taken(.heading(level), text.dropFirst(level), needsSpace: true) ?? (.none, text)
        case ">":
            return taken(.quote, rest, needsSpace: true) ?? (.none, text)
        case "o", "§":
            // As programs of offices write the marks of symbol fonts: with a stop of the tabulator behind them.
            guard rest.hasPrefix("  ") else { return (.none, text) }
            return taken(.bullet, rest, needsSpace: true) ?? (.none, text)
        case "0"..."9", "(":
            guard !isContinuation else { return (.none, text) }
            return ordered(text) ?? (.none, text)
        default: return (.none, text)
        }
    }

    private static func taken(
        _ marker: TextLine.Marker, _ rest: Substring, needsSpace: Bool
    ) -> (TextLine.Marker, String)? {
        guard let next = rest.first, !needsSpace || next == " " else { return nil }
        let text = rest.drop { $0 == " " }
        // A rule or a lone mark is no item.
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        return (marker, String(text))
    }

    /// Whether a number with a full stop and what stands behind it are a day: "12. Oktober 2021".
    static func isDay(_ text: Substring, mark: String) -> Bool {
        guard mark.contains("."), let word = text.split(separator: " ", maxSplits: 1).first else {
            return false
        }
        return MonthNames.month(TextFolding.fold(String(word)).trimmed(of: ".,:;()")) != nil
    }

    /// "1. ", "1) ", "(1) ": at most three digits, so that a year is none.
    private static func ordered(_ text: String) -> (TextLine.Marker, String)? {
        let hasParenthesis = text.hasPrefix("(")
        let digits = text.dropFirst(hasParenthesis ? 1 : 0).prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(digits.count), let number = Int(digits) else { return nil }
        let after = text.dropFirst(digits.count + (hasParenthesis ? 1 : 0))
        guard let mark = after.first, mark == ")" || (mark == "." && !hasParenthesis) else {
            return nil
        }
        let rest = after.dropFirst()
        guard rest.first == " " else { return nil }
        let text = rest.drop { $0 == " " }
        if isDay(text, mark: String(mark)) { return nil }
        guard text.contains(where: \.isLetter) else { return nil }
        return (.ordered(number), String(text))
    }
}
