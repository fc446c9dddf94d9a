import LibXML

/// Puts in brackets a note that the page shows beside a sentence and that stands in the middle of it: side notes, and what pointing at
/// a word shows. The mark that leads to it, and the button that opens it, go.
struct SideNotes {
    let tree: HTMLTree
    let words: AttributeWords

    /// Bytes.
    private static let longest = 2_000
    private static let longestMark = 6

    func mend(_ node: Int, _ edits: inout TreeEdits) {
        guard words.hold(.sideNote, .class, of: node, in: tree),
            let names = tree.attribute(.class, of: node)?.lowercased()
        else { return }
        if tree.nodes[node].tag == .label {
            edits.add(.drop, at: node)
            return
        }
        let isMark = names.split(separator: " ").contains {
            $0.hasSuffix("number") || $0.hasSuffix("ref") || $0.hasSuffix("toggle")
        }
        let text = CleanText(tree.text(of: node)).string
        guard !isMark, text.contains(where: \.isLetter), text.utf8.count > Self.longestMark,
            text.utf8.count <= Self.longest, isWithinLine(node)
        else { return }
        dropMark(before: node, &edits)
        dropMark(at: node + 1, &edits)
        if !text.hasPrefix("(") { edits.add(.quoted(open: " (", close: ")"), at: node) }
    }

    /// One that holds blocks stands for itself, and so does one that nothing stands beside.
    private func isWithinLine(_ node: Int) -> Bool {
        let end = Int(tree.nodes[node].end)
        let isLine = (node + 1..<end).allSatisfy {
            tree.nodes[$0].tag == .text || tree.nodes[$0].tag.isInline
        }
        let parent = Int(tree.nodes[node].parent)
        let before = max(parent + 1, node - Self.nodesBefore)..<node
        return isLine
            && before.contains { tree.textBytes($0).contains { $0 > 0x20 } }
    }

    private static let nodesBefore = 24

    /// The raised number to which the note belongs, right before it.
    private func dropMark(before node: Int, _ edits: inout TreeEdits) {
        let parent = Int(tree.nodes[node].parent)
        let near = max(parent + 1, node - 8)..<node
        guard let mark = near.last(where: { isRaised($0) && Int(tree.nodes[$0].end) == node }),
            isNumber(mark)
        else { return }
        edits.replace(.drop, at: mark)
    }

    private func dropMark(at node: Int, _ edits: inout TreeEdits) {
        guard node < tree.nodes.count, isRaised(node), isNumber(node) else { return }
        edits.replace(.drop, at: node)
        let next = Int(tree.nodes[node].end)
        guard next < tree.nodes.count, tree.nodes[next].tag == .text else { return }
        let text = String(decoding: tree.textBytes(next), as: UTF8.self)
        edits.add(.text(String(text.drop(while: \.isWhitespace))), at: next)
    }

    private func isRaised(_ node: Int) -> Bool { tree.nodes[node].tag == .sup }

    private func isNumber(_ node: Int) -> Bool { Footnotes.label(in: tree.text(of: node)) != nil }
}
