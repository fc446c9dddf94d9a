import LibXML

/// Makes a figure of a span that holds a picture and, in an element of the line, what is said of it: amid a text that has line
/// breaks for paragraphs nothing else parts the two.
struct InlineCaptions {
    let tree: HTMLTree

    private static let mostNodes = 40

    func mend(_ node: Int, _ edits: inout TreeEdits) {
        let parent = Int(tree.nodes[node].parent)
        guard tree.nodes[parent].tag == .span, node - parent <= Self.mostNodes, isNamed(node),
            (parent + 1..<node).contains(where: { tree.nodes[$0].tag == .img })
        else { return }
        edits.add(.rename(.figure), at: parent)
        edits.add(.rename(.figcaption), at: node)
    }

    private func isNamed(_ node: Int) -> Bool {
        guard let names = tree.attribute(.class, of: node), names.utf8.count <= 200 else {
            return false
        }
        return names.split(separator: " ").contains { name in
            let words = DetailNames.words(of: name)
            return words.contains("caption") || words == ["img", "desc"]
        }
    }
}
