/// Formulas in Markdown: TeX between dollars, as GitHub and pandoc read it.
enum FormulaMarkup {
    /// - Parameters:
    ///   - before: what stands before it in the line: a letter or digit there is kept apart.
    ///   - next: the character that follows.
    static func written(
        _ tex: String, isDisplay: Bool, _ before: inout String, _ next: Character?
    ) -> String {
        let clean = harmless(tex)
        guard reads(clean, isDisplay: isDisplay) else {
            return InlineWriter.escape(TeXText.linear(tex))
        }
        if isDisplay { return "$$\(clean)$$" }
        if let last = before.last, last.isLetter || last.isNumber || last == "$" {
            return InlineWriter.escape(TeXText.linear(tex))
        }
        if let next, next.isLetter || next.isNumber || next == "$" {
            return InlineWriter.escape(TeXText.linear(tex))
        }
        return "$\(clean)$"
    }

    /// Whether what stands between two marks is a formula rather than prose between two sums of money.
    static func reads(_ tex: String, isDisplay: Bool) -> Bool {
        let utf8 = Array(tex.utf8)
        guard let first = utf8.first, let last = utf8.last, first > 0x20, last > 0x20, last != 0x5C,
            utf8.count <= Formula.maxBytes
        else { return false }
        return isDisplay || TeXSpans.isFormula(utf8[...])
    }

    /// TeX that says the same, and in which a reader that knows no formulas finds no markup, link or end of a cell.
    static func harmless(_ tex: String) -> String {
        guard tex.utf8.contains(where: { "<>|`$[&!]:\n".utf8.contains($0) }) else { return tex }
        var out = ""
        var isEscaped = false
        for character in tex {
            if isEscaped {
                isEscaped = false
                switch character {
                case "|":
                    out += "Vert "
                    continue
                case "$":
                    out.removeLast()
                    out += "\\text{\u{FF04}}"
                    continue
                case "<", ">", "`":
                    out.removeLast()
                default:
                    out.append(character)
                    continue
                }
            }
            switch character {
            case " " where out.hasSuffix(" "): continue
            case "\\":
                isEscaped = true
                out.append(character)
            case "<": out += "\\lt "
            case ">": out += "\\gt "
            case "|": out += "\\vert "
            case "`": out += "'"
            case "$", "\n", "\r\n", "\r": out += " "
            case "(" where out.hasSuffix("]"), ":" where out.hasSuffix("]"),
                "[" where out.hasSuffix("!") || out.hasSuffix("]"), "^" where out.hasSuffix("["):
                out += " " + String(character)
            case _
            where out.hasSuffix("&") && !out.hasSuffix("\\&")
                && (character.isLetter || character == "#"):
                out += " " + String(character)
            default: out.append(character)
            }
        }
        return out
    }
}
