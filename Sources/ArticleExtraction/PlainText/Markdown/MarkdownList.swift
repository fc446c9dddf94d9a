/// Makes blocks of what looks like the items of a Markdown list: a list, and paragraphs of those whose mark is none
/// (`ListMarks`).
enum MarkdownList {
    struct Item {
        var line: MarkdownListItem
        var blocks: [Block]
        /// Whether an empty line stands before it.
        var isApart: Bool
    }

    static func blocks(of items: [Item]) -> [Block] {
        let marks = areMarks(items)
        var blocks: [Block] = []
        var start = 0
        while start < items.count {
            guard marks[start] else {
                blocks += paragraphs(of: items[start])
                start += 1
                continue
            }
            var end = start + 1
            while end < items.count, marks[end] { end += 1 }
            blocks.append(
                .list(
                    ordered: items[start].line.isOrdered, start: items[start].line.number,
                    items: items[start..<end].map(\.blocks)))
            start = end
        }
        return blocks
    }

    private static func areMarks(_ items: [Item]) -> [Bool] {
        // Who writes "1." before each item leaves the count to the program.
        let isCounted =
            items.count > 1 && items.allSatisfy { $0.line.isOrdered && $0.line.number == 1 }
            && (items.count > 2 || !items.dropFirst().contains(where: \.isApart))
        if isCounted { return items.map { _ in true } }
        return ListMarks.areMarks(
            items.map { item in
                ListMarks.Item(
                    marker: item.line.isOrdered ? .ordered(item.line.number) : .bullet,
                    mark: item.line.mark, text: item.line.rest, isApart: item.isApart)
            })
    }

    /// The blocks of an item with its mark before the words of the first.
    private static func paragraphs(of item: Item) -> [Block] {
        guard case .paragraph(let content) = item.blocks.first else {
            return [.paragraph([.text(item.line.mark.trimmed(of: " "))])] + item.blocks
        }
        return [.paragraph([.text(item.line.mark)] + content)] + item.blocks.dropFirst()
    }
}
