import LibXML

/// Takes out the names of icons that a font draws in their place (ligatures): "chevron_right".
struct IconNames {
    let tree: HTMLTree
    let words: AttributeWords

    func mend(_ node: Int, _ edits: inout TreeEdits) {
        guard words.hold(.icon, .class, of: node, in: tree),
            Int(tree.nodes[node].end) == node + 2
        else { return }
        let text = tree.text(of: node).trimmed(of: " \n\t")
        guard
            text.utf8.allSatisfy({
                (0x61...0x7A).contains($0) || $0 == 0x5F || (0x30...0x39).contains($0)
            })
        else { return }
        edits.add(.drop, at: node)
    }
}
