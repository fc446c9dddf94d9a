import LibXML

/// Puts into words what a cell of a table says by a sign alone: a tick, a cross, a small picture with a text of its own.
struct CellLabels {
    let tree: HTMLTree

    /// Nodes of a cell that are looked at, and bytes of a label.
    private static let mostNodes = 24
    private static let longest = 40

    func mend(_ cell: Int, _ edits: inout TreeEdits) {
        let end = Int(tree.nodes[cell].end)
        guard end > cell + 1, end - cell <= Self.mostNodes else { return }
        if let repeated = repeatedHead(in: cell) { return edits.add(.drop, at: repeated) }
        var label: (node: Int, text: String)?
        var node = cell + 1
        while node < end {
            var next = node + 1
            switch tree.nodes[node].tag {
            case .text:
                if tree.textBytes(node).contains(where: { $0 > 0x20 }) { return }
            case .img: label = label ?? picture(node).map { (node, $0) }
            case .svg:
                label = label ?? drawing(node).map { (node, $0) }
                next = Int(tree.nodes[node].end)
            case .i, .span, .b, .em, .strong, .div, .p, .a, .abbr:
                if isSpoken(node) {
                    label = label ?? stated(tree.text(of: node)).map { (node, $0) }
                    next = Int(tree.nodes[node].end)
                } else {
                    label = label ?? named(node).map { (node, $0) }
                }
            case .br, .picture, .source: break
            default: return
            }
            node = next
        }
        if let label { edits.add(.text(label.text), at: label.node) }
    }

    /// The head of the column, said once more before a cell's words for screens that show no columns.
    private func repeatedHead(in cell: Int) -> Int? {
        let end = Int(tree.nodes[cell].end)
        guard let label = (cell + 1..<end).first(where: { !isBlank($0) }), label + 1 < end,
            [.span, .div, .b, .strong].contains(tree.nodes[label].tag), isMarked(label),
            Int(tree.nodes[label].parent) == cell
        else { return nil }
        let words = CleanText(tree.text(of: label)).string.trimmed(of: " :")
        let rest = Int(tree.nodes[label].end)..<end
        guard !words.isEmpty, words.utf8.count <= Self.longest,
            rest.contains(where: { tree.nodes[$0].tag == .text && !isBlank($0) })
        else { return nil }
        return head(over: cell) == words ? label : nil
    }

    private func isBlank(_ node: Int) -> Bool {
        tree.nodes[node].tag == .text && !tree.textBytes(node).contains { $0 > 0x20 }
    }

    private func isMarked(_ node: Int) -> Bool {
        if tree.attribute(.ariaHidden, of: node) == "true" { return true }
        let names = tree.attribute(.class, of: node)?.lowercased() ?? ""
        return names.utf8.count <= 200
            && ["label", "head", "title"].contains(where: names.contains)
    }

    /// The words of the cell above it in the table's first row.
    private func head(over cell: Int) -> String? {
        let row = Int(tree.nodes[cell].parent)
        let column = children(of: row).firstIndex(of: cell)
        var table = row
        for _ in 0..<3 where table > 0 && tree.nodes[table].tag != .table {
            table = Int(tree.nodes[table].parent)
        }
        guard let column, tree.nodes[table].tag == .table,
            let first = (table..<row).first(where: { tree.nodes[$0].tag == .tr })
        else { return nil }
        let heads = children(of: first)
        return heads.indices.contains(column)
            ? CleanText(tree.text(of: heads[column])).string.trimmed(of: " :") : nil
    }

    /// The cells of a row, of a few at most.
    private func children(of row: Int) -> [Int] {
        var cells: [Int] = []
        var node = row + 1
        while node < Int(tree.nodes[row].end), cells.count < Self.mostNodes {
            if tree.nodes[node].tag == .td || tree.nodes[node].tag == .th { cells.append(node) }
            node = Int(tree.nodes[node].end)
        }
        return cells
    }

    /// What an icon is there for; a photograph stays one.
    private func picture(_ node: Int) -> String? {
        let isSmall = [HTMLAttribute.Name.width, .height].contains { name in
            tree.attribute(name, of: node).flatMap { Int($0) }.map { $0 <= 48 } ?? false
        }
        let names = tree.attribute(.class, of: node)?.lowercased() ?? ""
        guard isSmall || names.contains("icon") || names.contains("emoji") else { return nil }
        return stated(tree.attribute(.alt, of: node) ?? tree.attribute(.title, of: node))
    }

    private func drawing(_ node: Int) -> String? {
        if let label = stated(tree.attribute(.ariaLabel, of: node)) { return label }
        let inner = node + 1..<Int(tree.nodes[node].end)
        return inner.first { tree.nodes[$0].tag == .title }.flatMap { stated(tree.text(of: $0)) }
    }

    /// What an element without words says of itself: a label, or the name of its sign in a font of icons.
    private func named(_ node: Int) -> String? {
        let label = stated(tree.attribute(.ariaLabel, of: node) ?? tree.attribute(.title, of: node))
        if let label { return label }
        guard let names = tree.attribute(.class, of: node)?.lowercased(), names.utf8.count <= 200
        else { return nil }
        let words = names.split { !$0.isLetter }
        guard words.contains(where: { Self.fonts.contains(String($0)) }) else { return nil }
        if words.contains(where: { ["check", "tick", "checkmark", "yes"].contains($0) }) {
            return "✓"
        }
        return words.contains { ["times", "cross", "xmark", "close", "no"].contains($0) }
            ? "✗" : nil
    }

    private func isSpoken(_ node: Int) -> Bool {
        tree.bytes(.class, of: node).map(HiddenNames.speak) ?? false
    }

    private func stated(_ text: String?) -> String? {
        let text = CleanText(text ?? "").string
        return text.utf8.count <= Self.longest && text.contains { $0.isLetter || $0.isNumber }
            ? text : nil
    }

    private static let fonts: Set<String> = [
        "fa", "fas", "far", "fab", "icon", "icons", "bi", "glyphicon", "dashicons", "mdi", "ti",
        "material",
    ]
}
