import LibXML

/// Keeps the notes of manuals amid a text, "Tip", "Warning", that are marked up as asides: what the judge takes to stand beside it.
struct NoteBoxes {
    let page: Page

    private static let longest: Float = 150
    private static let mostLinked: Float = 0.3
    private static let mostPassages = 12

    func restore(_ verdict: inout BodyVerdict) {
        for node in page.tree.nodes.indices where page.tag(node) == .aside {
            let passages = page.passages(of: node)
            guard !passages.isEmpty, passages.count <= Self.mostPassages,
                passages.lowerBound > 0, passages.upperBound < verdict.kept.count,
                verdict.kept[passages.lowerBound - 1], verdict.kept[passages.upperBound],
                passages.contains(where: {
                    !verdict.kept[$0] && verdict.deletions[$0] == nil
                }),
                isNote(node)
            else { continue }
            let sum = page.sum(passages)
            guard sum.length <= Self.longest, sum.linkDensity < Self.mostLinked else { continue }
            for index in passages where verdict.deletions[index] == nil {
                verdict.kept[index] = true
            }
        }
    }

    /// Whether a class name has the word by which manuals call such a note.
    private func isNote(_ node: Int) -> Bool {
        guard let names = page.tree.attribute(.class, of: node), names.utf8.count <= 400 else {
            return false
        }
        return names.split(separator: " ").contains { name in
            DetailNames.words(of: name).contains(where: Self.words.contains)
        }
    }

    private static let words: Set<String> = [
        "note", "tip", "warning", "caution", "danger", "important", "admonition", "hint",
    ]
}
