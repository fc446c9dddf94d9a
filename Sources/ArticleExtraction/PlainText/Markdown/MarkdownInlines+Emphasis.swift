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
}
