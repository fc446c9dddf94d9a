/// Reads the blocks of Markdown: CommonMark's headings, lists, quotes, code and paragraphs, and GFM's
/// tables. HTML is read as that of a page.
///
/// Every level of nesting goes over its lines once, and there are at most `maxDepth` levels.
struct MarkdownBlocks {
    private static let maxDepth = 12

    /// Link targets by label, from lines like "[label]: address".
    private var references: [String: String] = [:]
    private var notes = MarkdownNotes()
    /// What addresses that are not absolute are resolved on.
    private let address: PageAddress?

    private init(address: PageAddress?) { self.address = address }

    /// - Returns: the blocks of the text, and its footnotes.
    static func read(
        _ lines: ArraySlice<String>, address: PageAddress? = nil
    ) -> (blocks: [Block], notes: [Block]) {
        var reader = MarkdownBlocks(address: address)
        let rest = reader.takeReferences(reader.notes.take(from: lines)[...])
        let notes = reader.notes.all.map { note in
            Block.footnote(label: note.label, blocks: reader.blocks(note.lines[...], depth: 1))
        }
        return (reader.blocks(rest[...], depth: 0), notes)
    }

    private mutating func takeReferences(_ lines: ArraySlice<String>) -> [String] {
        var rest: [String] = []
        var inFence = false
        for whole in lines {
            if whole.hasPrefix("```") || whole.hasPrefix("~~~") { inFence.toggle() }
            let indent = whole.prefix { $0 == " " }.count
            // Converters set them in (CommonMark 0.31 §4.7).
            let line = whole.dropFirst(indent)
            if !inFence, indent <= 3, line.hasPrefix("["), let close = line.firstRange(of: "]:"),
                !line.hasPrefix("[^"),
                line.distance(from: line.startIndex, to: close.lowerBound) < 200
            {
                let label = line[line.index(after: line.startIndex)..<close.lowerBound]
                let target = line[close.upperBound...].split(separator: " ").first
                if let target, !label.isEmpty {
                    references[TextFolding.fold(String(label))] = String(target).trimmed(of: "<>")
                    continue
                }
            }
            rest.append(whole)
        }
        return rest
    }

    private func blocks(_ lines: ArraySlice<String>, depth: Int) -> [Block] {
        var blocks: [Block] = []
        var paragraph: [String] = []
        var index = lines.startIndex
        func close() {
            if !paragraph.isEmpty { blocks.append(contentsOf: self.paragraph(paragraph)) }
            paragraph = []
        }
        while index < lines.endIndex {
            let line = lines[index]
            let bare = line.trimmed(of: " ")
            if bare.isEmpty {
                close()
                index += 1
                continue
            }
            if let level = setextLevel(bare), !paragraph.isEmpty {
                let content = inlines(
                    MarkdownAttributes.removed(from: paragraph.joined(separator: " ")))
                paragraph = []
                blocks.append(.heading(level: level, content: content))
                index += 1
                continue
            }
            // The meaning of a term, as PHP Markdown Extra writes it below the term.
            if bare.hasPrefix(": "), !paragraph.isEmpty {
                close()
                paragraph = [String(bare.dropFirst(2))]
                index += 1
                continue
            }
            if MarkdownHTML.begins(bare, inParagraph: !paragraph.isEmpty),
                line.prefix(4) != "    "
            {
                close()
                let end = MarkdownHTML.endOfAll(lines, index)
                blocks += MarkdownMarkup.blocks(
                    of: lines[index..<end].joined(separator: "\n"), address: address)
                index = end
                continue
            }
            if let (found, next) = special(
                lines, index, depth: depth, inParagraph: !paragraph.isEmpty)
            {
                close()
                blocks += found
                index = next
                continue
            }
            paragraph.append(line)
            index += 1
        }
        close()
        return blocks
    }

    /// The blocks that begin at a line, and the line after them; nil where a paragraph stands.
    private func special(
        _ lines: ArraySlice<String>, _ index: Int, depth: Int, inParagraph: Bool
    ) -> ([Block], Int)? {
        let line = lines[index]
        let bare = line.trimmed(of: " ")
        let indent = line.prefix { $0 == " " }.count
        if indent >= 4, !inParagraph { return indentedCode(lines, index) }
        if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
            return fence(lines, index, bare, indent)
        }
        if bare.hasPrefix("#") {
            let level = bare.prefix { $0 == "#" }.count
            let rest = bare.dropFirst(level)
            if level <= 6, rest.isEmpty || rest.first == " " {
                let text = MarkdownAttributes.removed(from: String(rest).trimmed(of: " "))
                let content = inlines(text.hasSuffix("#") ? text.trimmed(of: "# ") : text)
                return (
                    content.isEmpty ? [] : [.heading(level: level, content: content)], index + 1
                )
            }
        }
        if Self.isRule(bare) { return ([.rule], index + 1) }
        // Only asked for whether a block begins here.
        if MarkdownHTML.begins(bare, inParagraph: inParagraph) { return ([], index + 1) }
        if bare.hasPrefix("<!--") { return ([], endOfComment(lines, index)) }
        if bare.hasPrefix(">"), depth < Self.maxDepth { return quote(lines, index, depth: depth) }
        if depth < Self.maxDepth, let item = MarkdownListItem(line),
            !inParagraph || item.mayInterrupt
        {
            return list(lines, index, item, depth: depth)
        }
        if bare.contains("|"), index + 1 < lines.endIndex {
            return MarkdownTable.read(lines, index, inlines: inlines).map {
                ($0.0.map { [$0] } ?? [], $0.1)
            }
        }
        return nil
    }

    private func indentedCode(_ lines: ArraySlice<String>, _ start: Int) -> ([Block], Int) {
        var end = start
        var code: [String] = []
        while end < lines.endIndex,
            lines[end].hasPrefix("    ") || lines[end].trimmed(of: " ").isEmpty
        {
            code.append(String(lines[end].dropFirst(4)))
            end += 1
        }
        while let last = code.last, last.trimmed(of: " ").isEmpty { code.removeLast() }
        return ([.code(code.joined(separator: "\n"), language: nil)], end)
    }

    private func fence(
        _ lines: ArraySlice<String>, _ start: Int, _ bare: String, _ indent: Int
    ) -> ([Block], Int)? {
        let mark = bare.prefix { $0 == bare.first }
        let info = bare.dropFirst(mark.count).split(separator: " ").first.map(String.init)
        if mark.first == "`", bare.dropFirst(mark.count).contains("`") { return nil }
        var code: [String] = []
        var end = start + 1
        while end < lines.endIndex {
            let line = lines[end]
            end += 1
            let close = line.trimmed(of: " ")
            if close.hasPrefix(mark), close.allSatisfy({ $0 == mark.first }) { break }
            let spare = min(indent, line.prefix { $0 == " " }.count)
            code.append(String(line.dropFirst(spare)))
        }
        return ([.code(code.joined(separator: "\n"), language: info)], end)
    }

    private func endOfComment(_ lines: ArraySlice<String>, _ start: Int) -> Int {
        let end = lines[start...].firstIndex { $0.contains("-->") } ?? lines.endIndex - 1
        return end + 1
    }

    private func quote(_ lines: ArraySlice<String>, _ start: Int, depth: Int) -> ([Block], Int) {
        var inner: [String] = []
        var end = start
        while end < lines.endIndex {
            let bare = lines[end].trimmed(of: " ")
            if bare.hasPrefix(">") {
                let rest = lines[end].drop { $0 == " " }.dropFirst()
                inner.append(String(rest.first == " " ? rest.dropFirst() : rest))
            } else if bare.isEmpty
                || special(lines, end, depth: Self.maxDepth, inParagraph: false) != nil
            {
                break
            } else {
                inner.append(bare)
            }
            end += 1
        }
        if let lines = ListMarks.comparisons(inner) {
            return (lines.map { .paragraph(inlines($0)) }, end)
        }
        let title = inner.first.flatMap { MarkdownAlert.title(of: $0.trimmed(of: " ")) }
        if title != nil { inner.removeFirst() }
        var content = blocks(inner[...], depth: depth + 1)
        if let title { content.insert(.paragraph(inlines(title)), at: 0) }
        return (content.isEmpty ? [] : [.quote(content)], end)
    }

    private func list(
        _ lines: ArraySlice<String>, _ start: Int, _ first: MarkdownListItem, depth: Int
    ) -> ([Block], Int) {
        var items: [MarkdownList.Item] = []
        var inner: [String] = [first.rest]
        var open = first
        var content = first.contentIndent
        var end = start + 1
        var isBlank = false
        var isApart = false
        func close() {
            if let first = inner.first { inner[0] = Self.task(first) }
            let item = blocks(inner[...], depth: depth + 1)
            if !item.isEmpty {
                items.append(MarkdownList.Item(line: open, blocks: item, isApart: isApart))
            }
        }
        while end < lines.endIndex {
            let line = lines[end]
            let indent = line.prefix { $0 == " " }.count
            if indent == line.count {
                isBlank = true
                inner.append("")
                end += 1
                continue
            }
            if indent >= content {
                inner.append(String(line.dropFirst(content)))
            } else if let item = MarkdownListItem(line), item.isOrdered == first.isOrdered {
                close()
                inner = [item.rest]
                (open, content, isApart) = (item, item.contentIndent, isBlank)
            } else if isBlank || special(lines, end, depth: Self.maxDepth, inParagraph: true) != nil
            {
                break
            } else {
                inner.append(line.trimmed(of: " "))
            }
            isBlank = false
            end += 1
        }
        close()
        return (MarkdownList.blocks(of: items), end)
    }

    /// The box of a task (GFM 0.29 §5.3) as a character, which the writer makes a box of again.
    private static func task(_ line: String) -> String {
        if line.hasPrefix("[ ] ") { return TaskBox.open + line.dropFirst(3) }
        if line.hasPrefix("[x] ") || line.hasPrefix("[X] ") {
            return TaskBox.done + line.dropFirst(3)
        }
        return line
    }

    private func paragraph(_ lines: [String]) -> [Block] {
        var lines = lines
        lines[lines.count - 1] = lines[lines.count - 1].trimmed(of: " ")
        var content = inlines(lines.joined(separator: "\n"))
        while content.last == .lineBreak { content.removeLast() }
        while content.first == .lineBreak { content.removeFirst() }
        guard !content.isEmpty else { return [] }
        if content.count == 1, case .image(let url, let alt) = content[0] {
            return [.image(url: url, alt: alt)]
        }
        if content.count == 1, case .link(let url, let label) = content[0], lines.count == 1,
            lines[0].hasSuffix(" \"\(MarkdownTarget.attachmentTitle)\")")
        {
            return [.attachment(url: url, label: InlineText.plain(label))]
        }
        return [.paragraph(content)]
    }

    private func inlines(_ text: String) -> [Inline] {
        MarkdownInlines.read(
            text, references: references, notes: notes.marks, address: address)
    }

    private func setextLevel(_ bare: String) -> Int? {
        guard bare.count >= 2, let first = bare.first, first == "=" || first == "-",
            bare.allSatisfy({ $0 == first })
        else { return nil }
        return first == "=" ? 1 : 2
    }

    private static func isRule(_ bare: String) -> Bool {
        guard let first = bare.first, "-*_".contains(first) else { return false }
        let marks = bare.filter { $0 != " " }
        return marks.count >= 3 && marks.allSatisfy { $0 == first }
    }
}
