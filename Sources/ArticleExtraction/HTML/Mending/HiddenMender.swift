import LibXML

/// Takes out of a line the words that the page does not show in it: keys to sort a table by, dates for programs, numbers that
/// a style hides. What hides a whole block is for `HiddenLines` to judge.
struct HiddenMender {
    let tree: HTMLTree
    let words: AttributeWords

    /// Bytes; what is longer may be the rest of a text that a click shows.
    private static let longest = 80
    /// Nodes that are looked at, so that a line of many hidden elements stays linear.
    private static let mostNodes = 200

    func mend(_ node: Int, _ edits: inout TreeEdits) {
        let end = Int(tree.nodes[node].end)
        guard end > node + 1, end - node <= 40, hides(node), isText(node + 1..<end),
            isWorded(tree.text(of: node)), isBesideText(node)
        else { return }
        edits.add(.drop, at: node)
    }

    /// A mark by itself parts what stands around it for those who have the page read aloud.
    private func isWorded(_ text: String) -> Bool {
        text.utf8.count <= Self.longest && text.contains { $0.isLetter || $0.isNumber }
    }

    /// Formulas and pictures have readers of their own.
    private func isText(_ nodes: Range<Int>) -> Bool {
        nodes.allSatisfy {
            switch tree.nodes[$0].tag {
            case .text, .span, .b, .i, .em, .strong, .small, .font, .u, .time, .abbr, .a, .br, .sup,
                .sub, .cite, .`var`:
                !words.hold(.formula, .class, of: $0, in: tree)
            default: false
            }
        }
    }

    private func hides(_ node: Int) -> Bool {
        if words.hold(.formula, .class, of: node, in: tree) { return false }
        if let hidden = tree.attribute(.hidden, of: node) {
            return hidden.lowercased() != "until-found"
        }
        if words.hold(.unshown, .style, of: node, in: tree),
            let style = tree.bytes(.style, of: node), tree.hides(node, style: style)
        {
            return true
        }
        guard
            words.roles(.class, of: node, in: tree).contains(.hidden)
                || words.hold(.hiding, .class, of: node, in: tree),
            let names = tree.bytes(.class, of: node)
        else { return false }
        return HiddenNames.hide(names) || HiddenNames.hideOnWide(names)
    }

    /// Whether the block around an element shows other text.
    private func isBesideText(_ node: Int) -> Bool {
        var block = Int(tree.nodes[node].parent)
        while block > 0, tree.nodes[block].tag.isInline { block = Int(tree.nodes[block].parent) }
        let last = Int(tree.nodes[block].end)
        var next = max(block + 1, node - Self.mostNodes)
        while next < last, next < node + Self.mostNodes {
            let isText = tree.nodes[next].tag == .text
            if next == node || !isText && next > node && hides(next) {
                next = Int(tree.nodes[next].end)
                continue
            }
            if isText, tree.textBytes(next).contains(where: { $0 > 0x20 }),
                !isHidden(next, in: block)
            {
                return true
            }
            next += 1
        }
        return false
    }

    private func isHidden(_ text: Int, in block: Int) -> Bool {
        var node = Int(tree.nodes[text].parent)
        while node > block {
            if hides(node) { return true }
            node = Int(tree.nodes[node].parent)
        }
        return false
    }
}
