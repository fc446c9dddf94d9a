/// Writes the Markdown of an article as HTML that may be shown anywhere: what stands in the store, and whatever an editor
/// made of it.
///
/// The result is well-formed XML too, so that it stands in XHTML as it is. Nothing in it runs: raw HTML is shown as the text
/// that it is, addresses are http, https or mailto, and the only attributes are `href`, `src`, `alt` and `start`. Reads the
/// CommonMark that extraction writes, with GFM's tables, notes and strikes; other Markdown stays readable. Linear in the text,
/// but for quotes within quotes, of which `deepest` count.
public struct ArticleHTML {
    /// What becomes of pictures.
    public enum Pictures: Sendable {
        /// They are shown from where they lie.
        case shown
        /// A link with their words stands in their place, for books that may load nothing.
        case linked
    }

    static let deepest = 24
    let pictures: Pictures
    var out: [UInt8] = []

    /// Bytes of UTF-8.
    public static func write(_ markdown: String, pictures: Pictures = .shown) -> [UInt8] {
        var writer = ArticleHTML(pictures: pictures)
        writer.out.reserveCapacity(markdown.utf8.count * 5 / 4)
        let lines = Array(markdown.utf8).split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
        ).map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
        writer.write(lines[...], depth: 0)
        return writer.out
    }

    mutating func tag(_ text: StaticString) { out += text.description.utf8 }

    mutating func write(_ lines: ArraySlice<ArraySlice<UInt8>>, depth: Int, tight: Bool = false) {
        var rest = lines
        while let line = rest.first {
            if MarkdownLine.isBlank(line) {
                rest.removeFirst()
            } else if depth < Self.deepest, let end = nested(rest, depth: depth) {
                rest = rest[end...]
            } else if let end = leaf(rest) {
                rest = rest[end...]
            } else {
                rest = rest[paragraph(rest, tight: tight)...]
            }
        }
    }

    /// A quote, list or note at the start; the place behind it.
    private mutating func nested(_ lines: ArraySlice<ArraySlice<UInt8>>, depth: Int) -> Int? {
        guard let line = lines.first else { return nil }
        if let inner = MarkdownLine.quoted(line) {
            var content = [inner]
            var end = lines.startIndex + 1
            while end < lines.endIndex, let inner = MarkdownLine.quoted(lines[end]) {
                content.append(inner)
                end += 1
            }
            tag("<blockquote>\n")
            write(content[...], depth: depth + 1)
            tag("</blockquote>\n")
            return end
        }
        if let note = MarkdownLine.note(line) {
            let (content, end) = block(lines, first: note.rest, indent: 4)
            tag("<p>[")
            text(note.label)
            tag("]</p>\n<blockquote>\n")
            write(content, depth: depth + 1)
            tag("</blockquote>\n")
            return end
        }
        return list(lines, depth: depth)
    }

    private mutating func list(_ lines: ArraySlice<ArraySlice<UInt8>>, depth: Int) -> Int? {
        guard let line = lines.first, !MarkdownLine.isRule(line),
            let first = MarkdownLine.item(line)
        else { return nil }
        if let start = first.number {
            out += Array((start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n").utf8)
        } else {
            tag("<ul>\n")
        }
        var end = lines.startIndex
        while end < lines.endIndex, !MarkdownLine.isRule(lines[end]),
            let item = MarkdownLine.item(lines[end]), item.sign == first.sign
        {
            let (content, next) = block(lines[end...], first: item.rest, indent: item.indent)
            tag("<li>")
            write(content, depth: depth + 1, tight: !content.contains(where: MarkdownLine.isBlank))
            tag("</li>\n")
            end = next
        }
        if first.number != nil { tag("</ol>\n") } else { tag("</ul>\n") }
        return end
    }

    /// The lines of an item or a note: its first, and those behind that are indented, with the blank ones between.
    private func block(
        _ lines: ArraySlice<ArraySlice<UInt8>>, first: ArraySlice<UInt8>, indent: Int
    ) -> (content: ArraySlice<ArraySlice<UInt8>>, end: Int) {
        var content = [first]
        var end = lines.startIndex + 1
        var blanks = 0
        var place = end
        while place < lines.endIndex {
            let line = lines[place]
            place += 1
            if MarkdownLine.isBlank(line) {
                blanks += 1
                continue
            }
            guard MarkdownLine.indent(of: line) >= indent else { break }
            for _ in 0..<blanks { content.append([]) }
            blanks = 0
            content.append(line.dropFirst(indent))
            end = place
        }
        return (content[...], end)
    }

    /// A block that holds no others; the place behind it.
    private mutating func leaf(_ lines: ArraySlice<ArraySlice<UInt8>>) -> Int? {
        guard let line = lines.first else { return nil }
        if let fence = MarkdownLine.fence(line) { return code(lines, fence) }
        if MarkdownLine.isRule(line) {
            tag("<hr/>\n")
            return lines.startIndex + 1
        }
        if let heading = MarkdownLine.heading(line) {
            out += Array("<h\(heading.level)>".utf8)
            inline(heading.rest)
            out += Array("</h\(heading.level)>\n".utf8)
            return lines.startIndex + 1
        }
        return table(lines)
    }

    private mutating func code(_ lines: ArraySlice<ArraySlice<UInt8>>, _ fence: Int) -> Int {
        tag("<pre><code>")
        var end = lines.startIndex + 1
        while end < lines.endIndex {
            let line = lines[end]
            end += 1
            if let closing = MarkdownLine.fence(line), closing >= fence,
                line.allSatisfy({ $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: " ") })
            {
                break
            }
            text(line)
            tag("\n")
        }
        tag("</code></pre>\n")
        return end
    }

    private mutating func table(_ lines: ArraySlice<ArraySlice<UInt8>>) -> Int? {
        guard lines.count > 1, let head = MarkdownLine.cells(lines[lines.startIndex]),
            MarkdownLine.isTableRule(lines[lines.startIndex + 1])
        else { return nil }
        tag("<table>\n")
        if head.contains(where: { !MarkdownLine.isBlank($0) }) { row(head, isHead: true) }
        var end = lines.startIndex + 2
        while end < lines.endIndex, let cells = MarkdownLine.cells(lines[end]) {
            row(cells, isHead: false)
            end += 1
        }
        tag("</table>\n")
        return end
    }

    private mutating func row(_ cells: [ArraySlice<UInt8>], isHead: Bool) {
        tag("<tr>")
        for cell in cells {
            if isHead { tag("<th>") } else { tag("<td>") }
            inline(cell)
            if isHead { tag("</th>") } else { tag("</td>") }
        }
        tag("</tr>\n")
    }

    private mutating func paragraph(
        _ lines: ArraySlice<ArraySlice<UInt8>>, tight: Bool
    ) -> Int {
        var content: [UInt8] = []
        var end = lines.startIndex
        while end < lines.endIndex {
            let line = lines[end]
            if end > lines.startIndex {
                if MarkdownLine.isBlank(line) || MarkdownLine.beginsBlock(line) { break }
                content.append(UInt8(ascii: "\n"))
            }
            content += line.drop { $0 == UInt8(ascii: " ") }
            end += 1
        }
        if !tight { tag("<p>") }
        inline(content[...])
        if tight { tag("\n") } else { tag("</p>\n") }
        return end
    }
}
