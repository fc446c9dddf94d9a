/// Writes blocks as CommonMark with GFM tables.
///
/// All text is escaped: nothing in a document becomes front matter, raw HTML or a link that the page did not
/// have. The words are those of `TextWriter`; alt texts and the targets of links are added.
struct MarkdownWriter {
    private var lines: [String] = []

    private init() {}

    static func write(_ blocks: [Block]) -> String {
        var writer = MarkdownWriter()
        writer.add(blocks, first: "", rest: "")
        return writer.lines.joined(separator: "\n")
    }

    /// Blocks below one another. `first` stands before the first line, `rest` before all others.
    private mutating func add(_ blocks: [Block], first: String, rest: String) {
        var prefix = first
        for (index, block) in blocks.enumerated() {
            if index > 0 { lines.append(Self.trimmed(rest)) }
            add(block, first: prefix, rest: rest)
            prefix = rest
        }
    }

    private mutating func add(_ block: Block, first: String, rest: String) {
        switch block {
        case .heading(let level, let content):
            let mark = String(repeating: "#", count: min(6, max(1, level)))
            let text = InlineWriter.write(content, breaks: false)
            lines.append(first + mark + " " + text)
        case .paragraph(let content):
            let text = InlineWriter.write(content)
            let isOne = !text.utf8.contains(0x0A)
            let parts = isOne ? (text.isEmpty ? [] : [text[...]]) : text.split(separator: "\n")
            for (index, part) in parts.enumerated() {
                lines.append((index == 0 ? first : rest) + part)
            }
        case .list(let ordered, let start, let items):
            add(items, ordered: ordered, start: start, first: first, rest: rest)
        case .quote(let inner):
            add(inner, first: first + "> ", rest: rest + "> ")
        case .code(let code, let language):
            addCode(code, language, first: first, rest: rest)
        case .table(let rows, let hasHead):
            addTable(rows, hasHead, first: first, rest: rest)
        case .image(let url, let alt):
            lines.append(first + "![\(InlineWriter.escape(alt))](\(url))")
        case .rule:
            lines.append(first + "* * *")
        }
    }

    private mutating func add(
        _ items: [[Block]], ordered: Bool, start: Int, first: String, rest: String
    ) {
        var prefix = first
        for (index, item) in items.enumerated() where !item.isEmpty {
            let mark = ordered ? "\(start + index). " : "- "
            let indent = String(repeating: " ", count: mark.count)
            add(item, first: prefix + mark, rest: rest + indent)
            prefix = rest
        }
    }

    private mutating func addCode(_ code: String, _ language: String?, first: String, rest: String)
    {
        var longest = 0
        var run = 0
        for character in code {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: max(3, longest + 1))
        let name = (language ?? "").filter {
            $0.isASCII && ($0.isLetter || $0.isNumber || "+#-".contains($0))
        }
        lines.append(first + fence + name)
        for line in code.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            lines.append(
                rest + String(line.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" }))
        }
        lines.append(rest + fence)
    }

    private mutating func addTable(
        _ rows: [[[Inline]]], _ hasHead: Bool, first: String, rest: String
    ) {
        let width = rows.map(\.count).max() ?? 0
        guard width > 0 else { return }
        // GFM has no table without a head: an empty one stands in.
        let all = hasHead ? rows : [[]] + rows
        for (index, row) in all.enumerated() {
            var cells = row.map {
                InlineWriter.write($0, breaks: false).replacing("|", with: "\\|")
            }
            cells += [String](repeating: "", count: width - cells.count)
            lines.append((index == 0 ? first : rest) + "| " + cells.joined(separator: " | ") + " |")
            if index == 0 {
                lines.append(rest + "|" + String(repeating: " --- |", count: width))
            }
        }
    }

    private static func trimmed(_ prefix: String) -> String {
        var prefix = prefix[...]
        while prefix.last == " " { prefix = prefix.dropLast() }
        return String(prefix)
    }
}
