/// Takes off a text what a browser adds where a passage is shared: the address with what is to be highlighted behind "#:~:text="
/// (URL Fragment Text Directives, §3.2), and the quotation marks around the whole.
enum HighlightLink {
    typealias Line = LineSplitter.RawLine

    /// Whether such an address stood at the end.
    static func strip(_ lines: inout [Line]) -> Bool {
        guard lines.count > 1, let last = lines.last?.text, last.holds("#:~:text="),
            last.hasPrefix("http"), !last.contains(" ")
        else { return false }
        lines.removeLast()
        unquote(&lines)
        return true
    }

    /// The marks that open in the first line and close in the last, with none within these lines that fits them.
    private static func unquote(_ lines: inout [Line]) {
        // A headline may stand above the passage.
        guard
            let start = lines.indices.prefix(headline).first(where: {
                lines[$0].text.first.flatMap { marks[$0] } != nil
            }), lines[..<start].allSatisfy({ !SentenceMarks.endsSentence($0.text) }),
            let end = lines.last?.text, let open = lines[start].text.first,
            let close = marks[open], end.last == close, start < lines.count
        else { return }
        let isOne = start == lines.count - 1
        guard isOpen(lines[start].text, open, close), isOne || isClosed(end, open, close) else {
            return
        }
        lines[start].text.removeFirst()
        lines[start].width -= 1
        lines[lines.count - 1].text.removeLast()
    }

    private static let headline = 2

    private static let marks: [Character: Character] = [
        "\"": "\"", "\u{201C}": "\u{201D}", "\u{201E}": "\u{201C}", "«": "»", "「": "」",
    ]

    /// Whether the mark that a line begins with closes nowhere in it, or only at its end.
    private static func isOpen(_ text: String, _ open: Character, _ close: Character) -> Bool {
        open == close
            ? text.count { $0 == open } % 2 == 1
                || text.dropFirst().dropLast().contains(open) == false
            : text.count { $0 == open } > text.dropLast().count { $0 == close }
    }

    private static func isClosed(_ text: String, _ open: Character, _ close: Character) -> Bool {
        open == close
            ? text.count { $0 == open } % 2 == 1
            : text.count { $0 == close } > text.count { $0 == open }
    }
}
