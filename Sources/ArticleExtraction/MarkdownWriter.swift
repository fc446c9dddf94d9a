/// Writes blocks as CommonMark with GFM tables.
///
/// All text is escaped: nothing in a document becomes front matter, raw HTML or a link that the page did not
/// have. The words are those of `TextWriter`; alt texts and the targets of links are added.
struct MarkdownWriter {
    private var lines: [String] = []
    /// Empty cells that a table is given without looking at its size.
    private static let maxAddedCells = 10_000

    private init() {}

    static func write(_ blocks: [Block]) -> String {
        var writer = MarkdownWriter()
        writer.add(blocks, first: "", rest: "")
        return writer.lines.joined(separator: "\n")
    }

    /// Blocks below one another. `first` stands before the first line, `rest` before all others.
    private mutating func add(_ blocks: [Block], first: String, rest: String) {
        var prefix = first
        var last: Block?
        var mark = false
        for block in blocks {
            let blank = last == nil ? nil : lines.count
            if blank != nil { lines.append(Self.trimmed(rest)) }
            // Two lists that touch would be read as one: their marks differ.
            mark = !mark && Self.continues(block, after: last)
            let before = lines.count
            add(block, first: prefix, rest: rest, otherMark: mark)
            guard lines.count > before else {
                if let blank { lines.remove(at: blank) }
                continue
            }
            prefix = rest
            last = block
        }
    }

    private static func continues(_ block: Block, after last: Block?) -> Bool {
        guard case .list(let ordered, _, _) = block, case .list(let other, _, _) = last else {
            return false
        }
        return ordered == other
    }

    private mutating func add(_ block: Block, first: String, rest: String, otherMark: Bool) {
        switch block {
        case .heading(let level, let content):
            let mark = String(repeating: "#", count: min(6, max(1, level)))
            var text = InlineWriter.line(content)
            // Number signs at the end would be read as the heading's own.
            if text.hasSuffix("#") { text = text.dropLast() + "\\#" }
            if !text.isEmpty { lines.append(first + mark + " " + text) }
        case .paragraph(let content):
            for (index, line) in InlineWriter.lines(content).enumerated() {
                let prefix = index == 0 ? first : rest
                lines.append(prefix.isEmpty ? line : prefix + line)
            }
        case .list(let ordered, let start, let items):
            let mark = ordered ? (otherMark ? ")" : ".") : (otherMark ? "*" : "-")
            add(items, mark, start: ordered ? start : nil, first: first, rest: rest)
        case .quote(let inner):
            add(inner, first: first + "> ", rest: rest + "> ")
        case .code(let code, let language):
            addCode(code, language, first: first, rest: rest)
        case .table(let rows, let hasHead):
            addTable(rows, hasHead, first: first, rest: rest)
        case .image(let url, let alt):
            if let target = MarkdownTarget.picture(url) {
                lines.append(first + "![\(InlineWriter.escape(alt))](\(target))")
            }
        case .attachment(let url, let label):
            if let target = MarkdownTarget.written(url) {
                let title = MarkdownTarget.attachmentTitle
                lines.append(first + "[\(InlineWriter.escape(label))](\(target) \"\(title)\")")
            }
        case .footnote(let label, let inner):
            let mark = "[^\(MarkdownTarget.label(label))]: "
            add(inner, first: first + mark, rest: rest + "    ")
        case .rule:
            lines.append(first + "* * *")
        }
    }

    /// `start` is the first number of an ordered list, else nil.
    private mutating func add(
        _ items: [[Block]], _ sign: String, start: Int?, first: String, rest: String
    ) {
        var prefix = first
        for (index, item) in items.enumerated() {
            let mark = (start.map { "\($0 + index)" } ?? "") + sign + " "
            let indent = String(repeating: " ", count: mark.count)
            let before = lines.count
            let task = TaskBox.taken(from: item)
            add(
                task?.rest ?? item, first: prefix + mark + (task?.mark ?? ""), rest: rest + indent)
            if lines.count > before { prefix = rest }
        }
    }

    private mutating func addCode(_ code: String, _ language: String?, first: String, rest: String)
    {
        guard code.contains(where: { !$0.isWhitespace }) else { return }
        var longest = 0
        var run = 0
        for byte in code.utf8 {
            run = byte == 0x60 ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: max(3, longest + 1))
        let name = (language ?? "").filter {
            $0.isASCII && ($0.isLetter || $0.isNumber || "+#-".contains($0))
        }
        lines.append(first + fence + name)
        let clean = HiddenCharacter.code(code)
        for line in clean.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(rest + line)
        }
        lines.append(rest + fence)
    }

    private mutating func addTable(
        _ rows: [[[Inline]]], _ hasHead: Bool, first: String, rest: String
    ) {
        let width = rows.map(\.count).max() ?? 0
        guard width > 0, !rows.joined().allSatisfy(\.isEmpty) else { return }
        // GFM has no table without a head: an empty one stands in.
        let all = hasHead ? rows : [[]] + rows
        // A row may be shorter than the head; where most are, filling them up would take more room than the text.
        let count = rows.reduce(0) { $0 + $1.count }
        let isFilled = width * rows.count - count <= Self.maxAddedCells + 8 * count
        for (index, row) in all.enumerated() {
            var cells = row.map {
                InlineWriter.line($0).replacing("|", with: "\\|")
            }
            if isFilled || index == 0 {
                cells += [String](repeating: "", count: width - cells.count)
            }
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
