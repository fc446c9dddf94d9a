/// Writes blocks as plain text: one block a line, without marks. Items of lists, rows of tables and lines of
/// code are lines of their own; alt texts are left out.
struct TextWriter {
    private var lines: [String] = []

    private init() {}

    static func write(_ blocks: [Block]) -> String {
        var writer = TextWriter()
        writer.add(blocks)
        return writer.lines.joined(separator: "\n")
    }

    private mutating func add(_ blocks: [Block]) {
        for block in blocks {
            switch block {
            case .heading(_, let content), .paragraph(let content):
                line(Self.plain(content))
            case .list(_, _, let items):
                for item in items { add(item) }
            case .quote(let inner), .footnote(_, let inner):
                add(inner)
            case .code(let code, _):
                for part in HiddenCharacter.code(code).split(separator: "\n") {
                    line(String(part))
                }
            case .table(let rows, _):
                for row in rows { line(row.map(Self.plain).joined(separator: " ")) }
            case .image, .rule:
                continue
            }
        }
    }

    private mutating func line(_ text: String) {
        let clean = CleanText(text)
        if !clean.isEmpty { lines.append(clean.string) }
    }

    /// The words of a run of inlines; a line break is a space.
    static func plain(_ content: [Inline]) -> String {
        var text = ""
        for inline in content {
            switch inline {
            case .text(let part), .code(let part): text += part
            case .emphasis(let inner), .strong(let inner), .link(_, let inner): text += plain(inner)
            case .footnoteReference(_, let mark): text += mark
            case .lineBreak: text += " "
            case .image: continue
            }
        }
        return text
    }
}
