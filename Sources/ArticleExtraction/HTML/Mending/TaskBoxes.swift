import LibXML

/// Puts a character for the box before a task of a list: `<li><input type="checkbox" checked> …`, as programs write what
/// was "[x] …" in Markdown.
struct TaskBoxes {
    let tree: HTMLTree

    /// So many elements may stand between the item and its box.
    private static let levels = 4

    func mend(_ node: Int, _ edits: inout TreeEdits) {
        guard tree.attribute(.type, of: node)?.lowercased() == "checkbox",
            let item = item(of: node), isTask(node, item)
        else { return }
        let box = tree.has(.checked, node) ? TaskBox.done : TaskBox.open
        edits.add(.text(box + " "), at: node)
        dropDrawn(behind: node, in: item, &edits)
    }

    /// A box that is drawn as a character too, for those who have the page read aloud.
    private func dropDrawn(behind node: Int, in item: Int, _ edits: inout TreeEdits) {
        let end = min(Int(tree.nodes[item].end), node + 12)
        for next in node + 1..<max(node + 1, end) where tree.nodes[next].tag == .text {
            let text = tree.textBytes(next).drop { $0 <= 0x20 }
            guard !text.isEmpty else { continue }
            let line = String(decoding: text, as: UTF8.self).trimmed(of: " \n\t")
            if Self.drawn.contains(line) { edits.add(.drop, at: next) }
            return
        }
    }

    private static let drawn: Set<String> = ["▢", "☐", "□", "◻", "⬜"]

    /// The item that begins with the box.
    private func item(of node: Int) -> Int? {
        var parent = Int(tree.nodes[node].parent)
        for _ in 0..<Self.levels where parent > 0 && tree.nodes[parent].tag != .li {
            parent = Int(tree.nodes[parent].parent)
        }
        guard tree.nodes[parent].tag == .li, node - parent <= 12 else { return nil }
        let hasText = (parent + 1..<node).contains { index in
            tree.nodes[index].tag == .text && tree.textBytes(index).contains { $0 > 0x20 }
        }
        return hasText ? nil : parent
    }

    /// Whether the box is shown, and not one of a form that somebody fills in.
    private func isTask(_ node: Int, _ item: Int) -> Bool {
        if tree.has(.disabled, node) { return true }
        let isNamed = [node, item, Int(tree.nodes[item].parent)].contains {
            tree.attribute(.class, of: $0)?.lowercased().contains("task") ?? false
        }
        return isNamed || !tree.has(.name, node) && !tree.has(.value, node)
    }
}
