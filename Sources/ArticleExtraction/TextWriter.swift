/// Writes blocks as plain text: one block a line, without marks. Items of lists, rows of tables and lines of
/// code are lines of their own; alt texts are left out. The number of one item alone stays: nothing tells a reader of the
/// text that it is a list's, and it may be all that tells two texts apart.
struct TextWriter {
    private var text: [UInt8] = []
    /// The line that is being written.
    private var current = CleanText()

    private init() {}

    static func write(_ blocks: [Block]) -> String {
        var writer = TextWriter()
        writer.add(blocks)
        return String(decoding: writer.text, as: UTF8.self)
    }

    private mutating func add(_ blocks: [Block]) {
        for block in blocks {
            switch block {
            case .heading(_, let content), .paragraph(let content):
                add(content)
                endLine()
            case .list(let ordered, let start, let items):
                if ordered, items.count == 1 { current.append("\(start). ") }
                for item in items { add(TaskBox.taken(from: item)?.rest ?? item) }
            case .quote(let inner), .footnote(_, let inner):
                add(inner)
            case .code(let code, _):
                for part in HiddenCharacter.code(code).split(separator: "\n") {
                    current.append(part)
                    endLine()
                }
            case .table(let rows, _):
                for row in rows {
                    for cell in row {
                        add(cell)
                        current.appendSpace()
                    }
                    endLine()
                }
            case .image, .attachment, .rule:
                continue
            }
        }
    }

    private mutating func add(_ content: [Inline]) {
        for inline in content {
            switch inline {
            case .text(let part), .code(let part), .footnoteReference(_, let part):
                current.append(part)
            case .emphasis(let inner), .strong(let inner), .link(_, let inner): add(inner)
            case .struck(let inner):
                // Marked as people mark it in mail: else what was taken back would read as what holds.
                current.append("~~")
                add(inner)
                current.append("~~")
            case .formula(let tex, _): current.append(TeXText.linear(tex))
            case .lineBreak: current.appendSpace()
            case .image: continue
            }
        }
    }

    /// A line without words is none.
    private mutating func endLine() {
        if !current.isEmpty {
            if !text.isEmpty { text.append(0x0A) }
            text += current.utf8
        }
        current.clear()
    }

    /// The words of a run of inlines; a line break is a space.
    static func plain(_ content: [Inline]) -> String {
        var text = ""
        for inline in content {
            switch inline {
            case .text(let part), .code(let part): text += part
            case .emphasis(let inner), .strong(let inner), .link(_, let inner): text += plain(inner)
            case .struck(let inner): text += "~~" + plain(inner) + "~~"
            case .formula(let tex, _): text += TeXText.linear(tex)
            case .footnoteReference(_, let mark): text += mark
            case .lineBreak: text += " "
            case .image: continue
            }
        }
        return text
    }
}
