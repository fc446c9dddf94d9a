/// The box before a task of a list, open or ticked: a character in the blocks, "[ ]" and "[x]" in Markdown, and as the mark
/// of a list no part of the text.
enum TaskBox {
    static let open = "☐"
    static let done = "☑"

    /// The box that an item's content begins with, as Markdown writes it, and the content without it.
    static func taken(from item: [Block]) -> (mark: String, rest: [Block])? {
        guard case .paragraph(let content) = item.first, case .text(let text) = content.first,
            let box = [open, done].first(where: { text.hasPrefix($0 + " ") })
        else { return nil }
        let rest: [Inline] = [.text(String(text.dropFirst(2)))] + content.dropFirst()
        return (box == open ? "[ ] " : "[x] ", [.paragraph(rest)] + item.dropFirst())
    }
}
