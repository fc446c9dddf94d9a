/// Where the blocks of HTML in Markdown begin and end.
enum MarkdownHTML {
    /// The name of an element, and whether the line holds its tag and nothing else.
    private struct Tag {
        var name: String
        var isClosing: Bool
        var isAlone: Bool

        init?(_ bare: String) {
            guard bare.hasPrefix("<") else { return nil }
            var rest = bare.dropFirst()
            isClosing = rest.first == "/"
            if isClosing { rest = rest.dropFirst() }
            let letters = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
            guard !letters.isEmpty, letters.count <= 12 else { return nil }
            let next = rest.dropFirst(letters.count).first
            guard next.map({ " \t/>".contains($0) }) ?? true else { return nil }
            name = letters.lowercased()
            isAlone =
                bare.last == ">" && !bare.dropFirst().dropLast().contains { "<>".contains($0) }
        }
    }

    /// Whether a line begins such a block.
    static func begins(_ bare: String, inParagraph: Bool) -> Bool {
        guard let tag = Tag(bare) else { return false }
        if whole.contains(tag.name) || blocks.contains(tag.name) { return true }
        return tag.isAlone && !inParagraph && single.contains(tag.name)
    }

    /// One past the last of the blocks that begin at a line and follow each other.
    static func endOfAll(_ lines: ArraySlice<String>, _ start: Int) -> Int {
        var end = Self.end(lines, start)
        while let next = lines[end...].firstIndex(where: { !isBlank($0) }),
            lines[next].prefix(4) != "    ",
            begins(lines[next].trimmed(of: " "), inParagraph: false)
        {
            end = Self.end(lines, next)
        }
        return end
    }

    /// One past the last line of the block that begins at a line: an element as far as its end, where empty lines mean
    /// nothing in it, else as far as the next empty line.
    ///
    /// A line is looked at once for each name at most: behind an empty line another element of that name ends the search.
    static func end(_ lines: ArraySlice<String>, _ start: Int) -> Int {
        let bare = lines[start].trimmed(of: " ")
        if let tag = Tag(bare), !tag.isClosing, whole.contains(tag.name) {
            let close = "</\(tag.name)"
            var depth = 0
            var sawBlank = false
            for index in start..<lines.endIndex {
                let line = lines[index].lowercased()
                if sawBlank, let next = Tag(line.trimmed(of: " ")), !next.isClosing,
                    next.name == tag.name
                {
                    break
                }
                depth += line.occurrences(of: "<" + tag.name, limit: 64)
                depth -= line.occurrences(of: close, limit: 64)
                if depth <= 0 { return index + 1 }
                if isBlank(line) { sawBlank = true }
            }
        }
        return lines[start...].firstIndex(where: isBlank) ?? lines.endIndex
    }

    private static func isBlank(_ line: String) -> Bool { line.utf8.allSatisfy { $0 == 0x20 } }

    private static let whole: Set<String> = [
        "table", "ul", "ol", "dl", "pre", "script", "style", "textarea", "figure", "iframe",
        "video", "audio", "object", "svg", "math", "picture", "noscript", "form", "select",
    ]
    private static let blocks: Set<String> = [
        "address", "article", "aside", "base", "body", "blockquote", "caption", "center", "col",
        "colgroup", "dd", "details", "dialog", "dir", "div", "dt", "fieldset", "figcaption",
        "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "legend",
        "li", "link", "main", "menu", "meta", "nav", "optgroup", "option", "p", "param", "search",
        "section", "source", "summary", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
        "track",
    ]
    private static let single: Set<String> = ["img", "embed"]
}
