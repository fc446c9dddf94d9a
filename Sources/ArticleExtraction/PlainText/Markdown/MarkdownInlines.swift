/// Reads the runs within a block of Markdown: emphasis, code, links, pictures, breaks, escapes.
///
/// A simplification of CommonMark's delimiter algorithm that stays linear: a closing mark matches the
/// nearest open one of the same kind and length, and what is open in between is plain text.
struct MarkdownInlines {
    enum Piece {
        case inline(Inline)
        /// A mark that may open emphasis: its text, for when nothing closes it.
        case open(String)
        case bracket(isImage: Bool)
    }

    let text: [Character]
    /// Addresses by their folded labels.
    let references: [String: String]
    var position = 0
    var plain = ""
    var pieces: [Piece] = []
    /// How many marks of each kind are open.
    var open: [String: Int] = [:]
    var openBrackets = 0

    static func read(_ source: String, references: [String: String]) -> [Inline] {
        var reader = MarkdownInlines(text: Array(source), references: references)
        return reader.parse()
    }

    private init(text: [Character], references: [String: String]) {
        self.text = text
        self.references = references
    }

    private mutating func parse() -> [Inline] {
        while position < text.count {
            let character = text[position]
            switch character {
            case "\\": escape()
            case "`": code()
            case "*", "_", "~": emphasis(character)
            case "!" where next == "[":
                openBracket(isImage: true, length: 2)
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
        if !plain.isEmpty { pieces.append(.inline(.text(plain))) }
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
        let isHard = plain.hasSuffix("  ")
        plain = String(plain.reversed().drop { $0 == " " }.reversed())
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
        var index = end
        var run = 0
        // A span that does not close soon does not close.
        let limit = min(text.count, end + 10_000)
        while index < limit {
            run = text[index] == "`" ? run + 1 : 0
            let closes = run == length && (index + 1 == text.count || text[index + 1] != "`")
            if closes {
                flush()
                let content = String(text[end..<(index + 1 - length)])
                pieces.append(.inline(.code(content.trimmed(of: " \n"))))
                position = index + 1
                return
            }
            index += 1
        }
        plain += String(text[position..<end])
        position = end
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
        func append(_ text: String) {
            if case .text(let before) = result.last {
                result[result.count - 1] = .text(before + text)
            } else {
                result.append(.text(text))
            }
        }
        for piece in pieces {
            switch piece {
            case .inline(.text(let text)), .open(let text): append(text)
            case .inline(let inline): result.append(inline)
            case .bracket(let isImage): append(isImage ? "![" : "[")
            }
        }
        return result
    }

    private static let entities = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "#39": "'", "nbsp": " ",
        "mdash": "—", "ndash": "–", "hellip": "…", "rsquo": "’", "lsquo": "‘", "ldquo": "“",
        "rdquo": "”", "copy": "©", "euro": "€",
    ]
}
