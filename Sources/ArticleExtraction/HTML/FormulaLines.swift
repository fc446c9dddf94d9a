import LibXML

/// Keeps formulas that stand on lines of their own where the text around them is kept: the judge has learned words.
enum FormulaLines {
    static func keep(in page: Page, _ kept: inout [Bool]) {
        guard page.tree.nodes.contains(where: { $0.tag == .math }) else { return }
        var isFormula = [Bool](repeating: false, count: kept.count)
        for index in page.passages.indices { isFormula[index] = holdsOnlyFormulas(index, page) }
        var last: Int?
        for index in kept.indices where isFormula[index] {
            if index > 0, !isFormula[index - 1] { last = index - 1 }
            guard let last, kept[last] else { continue }
            kept[index] = true
        }
        // What heads a text stands before it.
        for index in kept.indices.reversed() where isFormula[index] && !kept[index] {
            guard index + 1 < kept.count, kept[index + 1] else { continue }
            let (here, next) = (page.passages[index].block, page.passages[index + 1].block)
            if page.parent(here) == page.parent(next) { kept[index] = true }
        }
    }

    private static func holdsOnlyFormulas(_ index: Int, _ page: Page) -> Bool {
        let nodes = page.passages[index].nodes
        guard nodes.count < 200 else { return false }
        var found = false
        for node in nodes where page.tag(node) == .text {
            if page.tag(page.parent(node)) == .math {
                found = true
            } else if page.tree.textBytes(node).contains(where: { $0 >= 0x30 }) {
                return false
            }
        }
        return found
    }
}
