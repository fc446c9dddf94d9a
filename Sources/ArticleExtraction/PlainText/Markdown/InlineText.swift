/// The words of runs and blocks, without their marks.
enum InlineText {
    static func plain(_ inlines: [Inline]) -> String {
        var text = ""
        append(inlines, to: &text)
        return text
    }

    private static func append(_ inlines: [Inline], to text: inout String) {
        for inline in inlines {
            switch inline {
            case .text(let run), .code(let run): text += run
            case .emphasis(let content), .strong(let content), .link(_, let content):
                append(content, to: &text)
            case .struck(let content):
                text += "~~"
                append(content, to: &text)
                text += "~~"
            case .formula(let tex, _): text += TeXText.linear(tex)
            case .image: continue
            case .footnoteReference(_, let mark): text += mark
            case .lineBreak: text += " "
            }
        }
    }

    /// The words of a block; for a list those of all its items.
    static func plain(_ block: Block) -> String {
        switch block {
        case .heading(_, let content), .paragraph(let content): plain(content)
        case .list(_, _, let items):
            items.map { $0.map { plain($0) }.joined(separator: " ") }.joined(separator: " ")
        case .quote(let blocks), .footnote(_, let blocks):
            blocks.map { plain($0) }.joined(separator: " ")
        case .code(let code, _): code
        case .table(let rows, _):
            rows.map { $0.map { plain($0) }.joined(separator: " ") }.joined(separator: " ")
        case .image, .attachment, .rule: ""
        }
    }
}
