extension MarkdownInlines {
    /// A tag longer than this is text.
    static let longestTag = 2_000

    /// A tag of HTML within a line: what it marks becomes what a page makes of it, any other tag goes.
    ///
    /// - Parameter inside: what stands between the angle brackets.
    mutating func markup(_ inside: String) {
        let isClosing = inside.hasPrefix("/")
        let name = inside.dropFirst(isClosing ? 1 : 0)
            .prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
        switch name {
        case "br": lineBreak()
        case "img":
            guard let image = MarkdownMarkup.picture("<\(inside)>", address: address) else {
                return
            }
            flush()
            pieces.append(.inline(image))
        case _ where Self.marks.contains(name):
            if isClosing {
                close(name)
            } else if !inside.hasSuffix("/") {
                open(name, "<\(inside)>")
            }
        default: return
        }
    }

    private mutating func lineBreak() {
        while plain.unicodeScalars.last == " " { plain.unicodeScalars.removeLast() }
        flush()
        pieces.append(.inline(.lineBreak))
        skipsSpace = true
    }

    private mutating func open(_ name: String, _ tag: String) {
        flush()
        if name == "a" { targets[pieces.count] = MarkdownMarkup.target(of: tag) }
        openings.open(.mark("<\(name)>"), piece: pieces.count)
        pieces.append(.text(""))
    }

    private mutating func close(_ name: String) {
        flush()
        guard let opening = openings.close(mark: "<\(name)>") else { return }
        var inner = opening.content
        defer { openings.note(inner) }
        guard inner.depth + 1 < Self.maxDepth else { return }
        let content = Self.inlines(pieces[(opening.piece + 1)...])
        let target = targets.removeValue(forKey: opening.piece)
        pieces.removeSubrange(opening.piece...)
        guard !content.isEmpty else { return }
        pieces += marked(content, name, target).map(Piece.inline)
        inner.depth += 1
    }

    private func marked(_ content: [Inline], _ name: String, _ target: String?) -> [Inline] {
        switch name {
        case "del", "s", "strike": return [.struck(content)]
        case "b", "strong": return [.strong(content)]
        case "i", "em", "cite", "dfn", "var": return [.emphasis(content)]
        case "code", "kbd", "samp", "tt": return [.code(InlineText.plain(content))]
        case "a":
            guard let url = target.flatMap({ PageAddress.resolve($0, on: address) }) else {
                return content
            }
            return [.link(url: url, content: content)]
        case "q": return quoted(content)
        case "sup", "sub": return script(content, name)
        default: return content
        }
    }

    private func quoted(_ content: [Inline]) -> [Inline] {
        if case .text(let text) = content[0], QuotationMarks.begin(text) { return content }
        let marks = QuotationMarks.of("en", isInner: openings.holds(mark: "<q>"))
        return [.text(marks.open)] + content + [.text(marks.close)]
    }

    /// Footnotes, which are links, stay as they are.
    private func script(_ content: [Inline], _ name: String) -> [Inline] {
        let isPlain = content.allSatisfy { inline in
            switch inline {
            case .text, .emphasis, .strong: true
            default: false
            }
        }
        guard isPlain else { return content }
        let before =
            switch pieces.last {
            case .text(let text)?, .inline(.text(let text))?: text
            case .inline(let inline)?: InlineText.plain([inline])
            case nil: ""
            }
        let text = InlineText.plain(content)
        guard text.contains(where: { !$0.isWhitespace }) else { return content }
        return [.text(MarkdownMarkup.script(name, text, after: String(before.suffix(8))))]
    }

    private static let marks: Set<String> = [
        "del", "s", "strike", "b", "strong", "i", "em", "cite", "dfn", "var", "code", "kbd",
        "samp", "tt", "a", "q", "sup", "sub",
    ]

    /// "[[Page|what is shown]]", as wikis and notebooks link their pages: the words alone.
    ///
    /// - Returns: false where no such link begins.
    mutating func wikiLink() -> Bool {
        let start = position + 2
        guard start < text.count, !text[start].isWhitespace,
            let close = text[start..<min(text.count, start + 200)].firstIndex(of: "]"),
            close > start, close + 1 < text.count, text[close + 1] == "]"
        else { return false }
        let inside = text[start..<close]
        guard !inside.contains(where: { "[\n".contains($0) }), inside.last?.isWhitespace == false
        else { return false }
        // The words of a link, or the label of one, may stand in brackets.
        if close + 2 < text.count, "([".contains(text[close + 2]) { return false }
        if references[TextFolding.fold(String(inside))] != nil { return false }
        let bar = inside.lastIndex(of: "|")
        plain += String(bar.map { inside[($0 + 1)...] } ?? inside)
        position = close + 2
        return true
    }

    /// Passes over what is set of a link or a picture behind it: "{width=50%}", "{.wide}".
    mutating func skipAttributes() {
        guard position < text.count, text[position] == "{",
            let close = text[position..<min(text.count, position + 120)].firstIndex(of: "}"),
            MarkdownAttributes.areAll(in: String(text[(position + 1)..<close]))
        else { return }
        position = close + 1
    }
}
