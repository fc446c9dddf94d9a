extension MarkdownInlines {
    /// An address longer than this is not one.
    private static let maxAddress = 2_000
    /// Bytes of a label (CommonMark 0.31 §4.7), and the brackets that it may hold.
    private static let maxLabel = 999
    private static let maxLabelPairs = 8

    mutating func openBracket(isImage: Bool, length: Int) {
        flush()
        openings.open(.bracket(isImage: isImage), piece: pieces.count)
        pieces.append(.text(isImage ? "![" : "["))
        position += length
    }

    /// Reads "[^label]" where there is a note of that label.
    mutating func footnote() -> Bool {
        let end = min(text.count, position + 104)
        guard let close = text[position..<end].firstIndex(of: "]") else { return false }
        let label = TextFolding.fold(String(text[(position + 2)..<close]))
        guard let mark = notes[label] else { return false }
        flush()
        pieces.append(.inline(.footnoteReference(label: label, mark: mark)))
        position = close + 1
        return true
    }

    mutating func closeBracket() {
        guard let bracket = openings.closeBracket(), case .bracket(let isImage) = bracket.kind
        else {
            plain.append("]")
            position += 1
            return
        }
        flush()
        let start = bracket.piece
        var inner = bracket.content
        defer { openings.note(inner) }
        let (stated, end) = target(of: bracket)
        let target = stated.map { resolved($0) }
        guard let target, inner.depth < Self.maxDepth else {
            // The brackets are text.
            plain.append("]")
            position += 1
            inner.pairs += 1
            return
        }
        let isLink =
            isWeb(target)
            || (isImage ? MarkdownTarget.isLocal(target) : target.hasPrefix("mailto:"))
        position = end
        if !isImage, !isLink {
            pieces[start] = .text("")
            return
        }
        let content = Self.inlines(pieces[(start + 1)...])
        pieces.removeSubrange(start...)
        guard isLink else { return }
        let inline: Inline =
            isImage
            ? .image(url: target, alt: InlineText.plain(content))
            : .link(url: target, content: content)
        pieces.append(.inline(inline))
        inner.depth += 1
        skipAttributes()
    }

    /// The address as it stands where it cannot be resolved.
    private func resolved(_ target: String) -> String {
        guard let address, !isWeb(target) else { return target }
        return PageAddress.resolve(target, on: address) ?? target
    }

    private func isWeb(_ address: String) -> Bool {
        let lower = address.prefix(8).lowercased()
        return lower.hasPrefix("http://") || lower.hasPrefix("https://")
    }

    /// The address in "(address "title")" or "[label]" behind a bracket, and the place after it.
    private mutating func target(of bracket: MarkdownOpenings.Opening) -> (String?, Int) {
        let start = position + 1
        guard start < text.count else { return (reference(bracket), start) }
        if text[start] == "(" {
            if let close = search.closing(start, in: text), close < start + Self.maxAddress {
                let inside = String(text[(start + 1)..<close]).trimmed(of: " \n")
                let address = inside.split(whereSeparator: \.isWhitespace).first
                return (address.map { String($0).trimmed(of: "<>") } ?? "", close + 1)
            }
        } else if text[start] == "[", !references.isEmpty,
            let close = search.first("]", from: start, in: text), close < start + 200
        {
            let key = String(text[(start + 1)..<close])
            let found =
                key.isEmpty ? reference(bracket) : references[TextFolding.fold(key)]
            if let found { return (found, close + 1) }
        }
        return (reference(bracket), start)
    }

    /// The address of the reference whose label the brackets hold.
    private func reference(_ bracket: MarkdownOpenings.Opening) -> String? {
        guard !references.isEmpty, bracket.content.pairs <= Self.maxLabelPairs else { return nil }
        var label = ""
        for piece in pieces[(bracket.piece + 1)...] {
            switch piece {
            case .text(let part): label += part
            case .inline(let inline): label += InlineText.plain([inline])
            }
            guard label.utf8.count <= Self.maxLabel else { return nil }
        }
        return references[TextFolding.fold(label)]
    }

    /// An address between angle brackets, or a tag.
    mutating func angle() {
        guard let close = search.first(">", from: position, in: text),
            close < position + Self.longestTag, close > position + 1
        else {
            plain.append("<")
            position += 1
            return
        }
        let first = text[position + 1]
        guard first.isLetter || first == "/" || first == "!" else {
            plain.append("<")
            position += 1
            return
        }
        let inside = String(text[(position + 1)..<close])
        position = close + 1
        if isWeb(inside), !inside.contains(" ") {
            flush()
            pieces.append(.inline(.link(url: inside, content: [.text(inside)])))
        } else if Self.isMailAddress(inside) {
            flush()
            pieces.append(.inline(.link(url: "mailto:" + inside, content: [.text(inside)])))
        } else {
            markup(inside)
        }
    }

    private static func isMailAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.utf8.count <= 250
                    && part.allSatisfy { $0.isLetter || $0.isNumber || "._%+-".contains($0) }
            }
    }
}
