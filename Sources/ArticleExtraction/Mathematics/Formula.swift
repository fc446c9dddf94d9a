/// A formula of a page, as TeX.
struct Formula: Equatable, Sendable {
    let tex: String
    /// Whether it stands on a line of its own.
    let isDisplay: Bool

    /// A longer one is left as it stands.
    static let maxBytes = 16_384

    /// nil where there is nothing in it.
    init?(_ tex: String, isDisplay: Bool) {
        guard tex.utf8.count <= Self.maxBytes else { return nil }
        let bare = Self.bare(CleanText(tex).string)
        guard !bare.isEmpty else { return nil }
        self.tex = bare
        self.isDisplay = isDisplay
    }

    /// In one readable line; empty where the formula shows nothing.
    var linear: String { TeXText.linear(tex) }

    /// Without the marks around it, and without what only says how it is set.
    private static func bare(_ tex: String) -> String {
        var text = tex
        for (open, close) in [("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$")]
        where text.hasPrefix(open) && text.hasSuffix(close)
            && text.utf8.count > open.utf8.count + close.utf8.count
        {
            text = String(text.dropFirst(open.count).dropLast(close.count))
            break
        }
        for style in ["\\displaystyle", "\\textstyle"] {
            let wrapped = "{" + style
            if text.hasPrefix(wrapped), text.hasSuffix("}") {
                let inner = String(text.dropFirst(wrapped.count).dropLast())
                if isBalanced(inner) { text = inner }
            } else if text.hasPrefix(style + " ") {
                text = String(text.dropFirst(style.count))
            }
        }
        return text.trimmed(of: " ")
    }

    private static func isBalanced(_ text: String) -> Bool {
        var open = 0
        for byte in text.utf8 {
            if byte == 0x7B { open += 1 } else if byte == 0x7D { open -= 1 }
            if open < 0 { return false }
        }
        return open == 0
    }

    /// Whether a text of words beside a formula is TeX rather than a description to be read aloud.
    static func isTeX(_ text: String) -> Bool {
        if text.utf8.contains(where: { $0 == 0x5C || $0 == 0x5E || $0 == 0x7B || $0 == 0x5F }) {
            return true
        }
        let words = text.split(separator: " ")
        return !words.contains { $0.count > 2 && $0.allSatisfy(\.isLetter) }
    }
}
