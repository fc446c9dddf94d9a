extension MarkdownInlines {
    /// A run of one mark: it opens or closes emphasis, or is text.
    mutating func emphasis(_ mark: Character) {
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
        if !before.isWhitespace, let opening = openings.close(mark: run) {
            closeEmphasis(opening, run)
        } else {
            if !after.isWhitespace { openings.open(.mark(run), piece: pieces.count) }
            pieces.append(.text(run))
        }
    }

    private mutating func closeEmphasis(_ opening: MarkdownOpenings.Opening, _ run: String) {
        var inner = opening.content
        guard inner.depth + 2 <= Self.maxDepth else {
            pieces.append(.text(run))
            openings.note(inner)
            return
        }
        let content = Self.inlines(pieces[(opening.piece + 1)...])
        pieces.removeSubrange(opening.piece...)
        let inline: Inline =
            switch run.utf8.count {
            case 2 where run == "~~": .struck(content)
            case 1: .emphasis(content)
            case 2: .strong(content)
            default: .strong([.emphasis(content)])
            }
        pieces.append(.inline(inline))
        inner.depth += run.utf8.count == 3 ? 2 : 1
        openings.note(inner)
    }
}
