/// Reads the runs within a block of Markdown: emphasis, code, links, pictures, breaks, escapes.
///
/// A simplification of CommonMark's delimiter algorithm that stays linear: a closing mark matches the
/// nearest open one of the same kind and length, and what is open in between is plain text.
struct MarkdownInlines {
    let references: [String: String]

    private enum Piece {
        case inline(Inline)
        /// A mark that may open emphasis: its text, for when nothing closes it.
        case open(String)
        case bracket(isImage: Bool)
    }

    /// An address longer than this is not one.
    private static let maxAddress = 2_000

    func read(_ source: String) -> [Inline] {
        var state = State(text: Array(source), references: references)
        return state.parse()
    }

    private struct State {
        let text: [Character]
        let references: [String: String]
        var position = 0
        var plain = ""
        var pieces: [Piece] = []
        /// How many marks of each kind are open.
        var open: [String: Int] = [:]
        var openBrackets = 0

        mutating func parse() -> [Inline] {
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

        private mutating func flush() {
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

        private mutating func emphasis(_ mark: Character) {
            var end = position
            while end < text.count, text[end] == mark { end += 1 }
            let length = end - position
            let before = position > 0 ? text[position - 1] : " "
            let after = end < text.count ? text[end] : " "
            let run = String(repeating: mark, count: length)
            let isWord = { (c: Character) in c.isLetter || c.isNumber }
            let isInner = mark == "_" && isWord(before) && isWord(after)
            guard length <= 3, !isInner, mark != "~" || length == 2 else {
                plain += run
                position = end
                return
            }
            position = end
            flush()
            if !before.isWhitespace, open[run, default: 0] > 0 {
                closeEmphasis(run, mark)
            } else if !after.isWhitespace {
                pieces.append(.open(run))
                open[run, default: 0] += 1
            } else {
                pieces.append(.inline(.text(run)))
            }
        }

        private mutating func closeEmphasis(_ run: String, _ mark: Character) {
            guard
                let start = pieces.lastIndex(where: {
                    if case .open(let text) = $0 { return text == run }
                    return false
                })
            else { return }
            for piece in pieces[start...] {
                if case .open(let text) = piece { open[text, default: 1] -= 1 }
                if case .bracket = piece { openBrackets -= 1 }
            }
            let content = Self.inlines(pieces[(start + 1)...])
            pieces.removeSubrange(start...)
            switch (mark, run.count) {
            case ("~", _): for inline in content { pieces.append(.inline(inline)) }
            case (_, 1): pieces.append(.inline(.emphasis(content)))
            case (_, 2): pieces.append(.inline(.strong(content)))
            default: pieces.append(.inline(.strong([.emphasis(content)])))
            }
        }

        private mutating func openBracket(isImage: Bool, length: Int) {
            flush()
            pieces.append(.bracket(isImage: isImage))
            openBrackets += 1
            position += length
        }

        private mutating func closeBracket() {
            guard openBrackets > 0 else {
                plain.append("]")
                position += 1
                return
            }
            flush()
            guard
                let start = pieces.lastIndex(where: {
                    if case .bracket = $0 { return true }
                    return false
                }), case .bracket(let isImage) = pieces[start]
            else { return }
            openBrackets -= 1
            let content = Self.inlines(pieces[(start + 1)...])
            let label = Self.plainText(content)
            let (target, end) = target(after: position + 1, label: label)
            for piece in pieces[start...] {
                if case .open(let text) = piece { open[text, default: 1] -= 1 }
            }
            pieces.removeSubrange(start...)
            position = end
            guard let target else {
                pieces.append(.inline(.text(isImage ? "![" : "[")))
                for inline in content { pieces.append(.inline(inline)) }
                pieces.append(.inline(.text("]")))
                return
            }
            if isImage {
                if isWeb(target) { pieces.append(.inline(.image(url: target, alt: label))) }
            } else if isWeb(target) || target.hasPrefix("mailto:") {
                pieces.append(.inline(.link(url: target, content: content)))
            } else {
                for inline in content { pieces.append(.inline(inline)) }
            }
        }

        private func isWeb(_ address: String) -> Bool {
            let lower = address.prefix(8).lowercased()
            return lower.hasPrefix("http://") || lower.hasPrefix("https://")
        }

        /// The address in "(address "title")" or "[label]" at a place, and the place after it.
        private func target(after start: Int, label: String) -> (String?, Int) {
            guard start < text.count else { return (references[TextFolding.fold(label)], start) }
            let limit = min(text.count, start + MarkdownInlines.maxAddress)
            if text[start] == "(" {
                var depth = 0
                for index in start..<limit {
                    if text[index] == "(" { depth += 1 }
                    if text[index] == ")" { depth -= 1 }
                    if depth == 0 {
                        let inside = String(text[(start + 1)..<index]).trimmed(of: " \n")
                        let address = inside.split(whereSeparator: \.isWhitespace).first
                        return (address.map { String($0).trimmed(of: "<>") } ?? "", index + 1)
                    }
                }
            } else if text[start] == "[",
                let close = text[start..<min(text.count, start + 200)].firstIndex(of: "]")
            {
                let key = String(text[(start + 1)..<close])
                if let found = references[TextFolding.fold(key.isEmpty ? label : key)] {
                    return (found, close + 1)
                }
            }
            return (references[TextFolding.fold(label)], start)
        }

        /// An address between angle brackets, or a tag, which goes.
        private mutating func angle() {
            let limit = min(text.count, position + 300)
            guard let close = text[position..<limit].firstIndex(of: ">"), close > position + 1
            else {
                plain.append("<")
                position += 1
                return
            }
            let inside = String(text[(position + 1)..<close])
            if isWeb(inside), !inside.contains(" ") {
                flush()
                pieces.append(.inline(.link(url: inside, content: [.text(inside)])))
            } else if let first = inside.first, first.isLetter || first == "/" || first == "!" {
                if inside.lowercased().hasPrefix("br") { plain.append(" ") }
            } else {
                plain.append("<")
                position += 1
                return
            }
            position = close + 1
        }

        private mutating func entity() {
            let limit = min(text.count, position + 10)
            if let end = text[position..<limit].firstIndex(of: ";"),
                let character = MarkdownInlines.entities[String(text[(position + 1)..<end])]
            {
                plain += character
                position = end + 1
            } else {
                plain.append("&")
                position += 1
            }
        }

        /// Pieces as runs; what was not closed is text.
        private static func inlines(_ pieces: ArraySlice<Piece>) -> [Inline] {
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

        private static func plainText(_ inlines: [Inline]) -> String {
            InlineText.plain(inlines)
        }
    }

    private static let entities = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "#39": "'", "nbsp": " ",
        "mdash": "—", "ndash": "–", "hellip": "…", "rsquo": "’", "lsquo": "‘", "ldquo": "“",
        "rdquo": "”", "copy": "©", "euro": "€",
    ]
}
