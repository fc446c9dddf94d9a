/// Reads the runs within a block of Markdown: emphasis, code, links, pictures, breaks, escapes.
///
/// A simplification of CommonMark's delimiter algorithm: a closing mark matches the nearest open one of the
/// same kind and length, and what is open in between is plain text. Linear: marks that were opened are taken
/// from a stack once, pieces of text are joined once, and nothing is looked for twice.
struct MarkdownInlines {
    enum Piece {
        case inline(Inline)
        /// Text, or a mark that may still become one; empty where it became nothing.
        case text(String)
    }

    /// Runs within runs: what is nested deeper is text, as it is written.
    static let maxDepth = 32

    let text: [Character]
    /// Addresses by their folded labels.
    let references: [String: String]
    var position = 0
    var plain = ""
    var pieces: [Piece] = []
    var openings = MarkdownOpenings()
    var search = MarkdownSearch()
    /// Where the links of HTML lead that are open, by their places among the pieces.
    var targets: [Int: String] = [:]
    /// Whether white space goes: behind a break it means nothing.
    var skipsSpace = false

    /// What is shown for references to footnotes, by their folded labels.
    let notes: [String: String]
    /// What addresses that are not absolute are resolved on.
    let address: PageAddress?

    static func read(
        _ source: String, references: [String: String], notes: [String: String] = [:],
        address: PageAddress? = nil
    ) -> [Inline] {
        var reader = MarkdownInlines(
            text: Array(source), references: references, notes: notes, address: address)
        return reader.parse()
    }

    private init(
        text: [Character], references: [String: String], notes: [String: String],
        address: PageAddress?
    ) {
        self.text = text
        self.references = references
        self.notes = notes
        self.address = address
    }

    private mutating func parse() -> [Inline] {
        while position < text.count {
            let character = text[position]
            if skipsSpace, character.isWhitespace {
                position += 1
                continue
            }
            skipsSpace = false
            switch character {
            case "\\": escape()
            case "`": code()
            case "$": formula()
            case "*", "_", "~": emphasis(character)
            case "!" where next == "[":
                openBracket(isImage: true, length: 2)
            case "[" where next == "^" && !notes.isEmpty && footnote(): continue
            case "[" where next == "[" && wikiLink(): continue
            case "[": openBracket(isImage: false, length: 1)
            case "]": closeBracket()
            case "<": angle()
            case "&": entity()
            case "\n": lineEnd()
            default:
                plain.append(character)
                position += 1
            }
        }
        flush()
        return Self.inlines(pieces[...])
    }

    private var next: Character? { position + 1 < text.count ? text[position + 1] : nil }

    mutating func flush() {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
    }

    private mutating func escape() {
        if let next, next.isASCII, next.isPunctuation || next.isSymbol {
            plain.append(next)
            position += 2
        } else if next == "\n" {
            flush()
            pieces.append(.inline(.lineBreak))
            position += 2
        } else {
            plain.append("\\")
            position += 1
        }
    }

    private mutating func lineEnd() {
        let length = plain.utf8.count
        while plain.unicodeScalars.last == " " { plain.unicodeScalars.removeLast() }
        let isHard = length - plain.utf8.count >= 2
        position += 1
        while position < text.count, text[position] == " " { position += 1 }
        if isHard {
            flush()
            pieces.append(.inline(.lineBreak))
        } else {
            plain.append(" ")
        }
    }

    private mutating func code() {
        var end = position
        while end < text.count, text[end] == "`" { end += 1 }
        let length = end - position
        // A span that does not close soon does not close.
        guard let close = search.backticks(length, after: end, in: text),
            close + length <= end + 10_000
        else {
            plain += String(text[position..<end])
            position = end
            return
        }
        flush()
        let content = String(text[end..<close])
        pieces.append(.inline(.code(content.trimmed(of: " \n"))))
        position = close + length
    }

    /// TeX between dollars, as `FormulaMarkup` writes it; any other dollar is money.
    private mutating func formula() {
        let isDisplay = next == "$"
        let length = isDisplay ? 2 : 1
        guard let close = closingDollars(length), closesFormula(close, length) else {
            plain += String(repeating: "$", count: length)
            position += length
            return
        }
        let tex = String(text[(position + length)..<close]).trimmed(of: " \n")
        guard FormulaMarkup.reads(tex, isDisplay: isDisplay) else {
            plain += String(repeating: "$", count: length)
            position += length
            return
        }
        flush()
        pieces.append(.inline(.formula(tex: tex, isDisplay: isDisplay)))
        position = close + length
    }

    /// The next dollar, or two of them, that no backslash stands before.
    private func closingDollars(_ length: Int) -> Int? {
        var index = position + length
        let limit = min(text.count, index + Formula.maxBytes)
        while index < limit {
            if text[index] == "\\" {
                index += 2
                continue
            }
            if text[index] == "$", length == 1 || index + 1 < limit && text[index + 1] == "$" {
                return index
            }
            index += 1
        }
        return nil
    }

    private func closesFormula(_ close: Int, _ length: Int) -> Bool {
        guard length == 1 else { return true }
        let isWord = { (c: Character) in c.isLetter || c.isNumber }
        if position > 0, isWord(text[position - 1]) { return false }
        if close + 1 < text.count, isWord(text[close + 1]) { return false }
        return close > position + 1 && !text[position + 1].isWhitespace
            && !text[close - 1].isWhitespace
    }

    private mutating func entity() {
        let limit = min(text.count, position + 10)
        if let end = text[position..<limit].firstIndex(of: ";"),
            let character = Self.entities[String(text[(position + 1)..<end])]
        {
            plain += character
            position = end + 1
        } else {
            plain.append("&")
            position += 1
        }
    }

    /// Pieces as runs; what was not closed is text.
    static func inlines(_ pieces: ArraySlice<Piece>) -> [Inline] {
        var result: [Inline] = []
        var text = ""
        func flush() {
            if !text.isEmpty { result.append(.text(text)) }
            text = ""
        }
        for piece in pieces {
            switch piece {
            case .text(let part), .inline(.text(let part)): text += part
            case .inline(let inline):
                flush()
                result.append(inline)
            }
        }
        flush()
        return result
    }

    private static let entities = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "#39": "'", "nbsp": " ",
        "mdash": "—", "ndash": "–", "hellip": "…", "rsquo": "’", "lsquo": "‘", "ldquo": "“",
        "rdquo": "”", "copy": "©", "euro": "€",
    ]
}
