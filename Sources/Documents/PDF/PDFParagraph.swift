/// Lines that are read as one.
struct PDFParagraph: Sendable {
    enum Kind: Sendable, Equatable {
        case text
        /// 1 is the largest type.
        case heading(level: Int)
        case bullet
        case number(Int)
        case code
        case table
    }

    var kind = Kind.text
    var lines: [PDFLine]
    var rows: [[[PDFLine]]] = []

    var size: Double { lines.first?.size ?? 0 }
    var page: Int { lines.first?.page ?? 0 }

    /// Whether all of it has the style.
    func isAll(_ style: PDFStyle) -> Bool {
        !lines.isEmpty && lines.allSatisfy { $0.style.contains(style) }
    }

    var letters: Int { lines.reduce(0) { $0 + $1.words.reduce(0) { $0 + $1.text.count } } }

    var lastWord: String { lines.last?.words.last?.text ?? "" }
    var firstWord: String { lines.first?.words.first?.text ?? "" }

    /// Whether a sentence ends with it.
    var isEnded: Bool {
        let closing: Set<Character> = ["\"", "'", "”", "’", ")", "]", "»", "」", "』"]
        let ends: Set<Character> = [".", "!", "?", ":", "…", "。", "！", "？", "؟", "।"]
        guard let last = lastWord.last(where: { !closing.contains($0) }) else { return false }
        return ends.contains(last)
    }
}
