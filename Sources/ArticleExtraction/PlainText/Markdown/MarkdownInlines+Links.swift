extension MarkdownInlines {
    /// An address longer than this is not one.
    private static let maxAddress = 2_000

    mutating func openBracket(isImage: Bool, length: Int) {
        flush()
        pieces.append(.bracket(isImage: isImage))
        openBrackets += 1
        position += length
    }

    mutating func closeBracket() {
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
        let label = InlineText.plain(content)
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
        let limit = min(text.count, start + Self.maxAddress)
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
    mutating func angle() {
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
}
