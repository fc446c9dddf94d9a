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
