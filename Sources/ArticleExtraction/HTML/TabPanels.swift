import LibXML

/// Panels of which a click on a tab shows one at a time: where one of them is the article's, all are, whatever the judge
/// thinks of those that are hidden at first (WAI-ARIA §5.4, tabpanel).
struct TabPanels {
    let page: Page

    func restore(_ kept: inout [Bool]) {
        var seen: Set<Int> = []
        for node in page.tree.nodes.indices where isPanel(node) {
            let parent = page.parent(node)
            guard seen.insert(parent).inserted else { continue }
            let panels = children(of: parent).filter(isPanel)
            guard panels.count > 1,
                panels.contains(where: { kept[page.passages(of: $0)].contains(true) })
            else { continue }
            for passage in panels.flatMap({ page.passages(of: $0) }) { kept[passage] = true }
        }
    }

    private func isPanel(_ node: Int) -> Bool {
        page.signs[node].contains(.panel)
            && page.tree.attribute(.role, of: node)?.lowercased() == "tabpanel"
    }

    private func children(of parent: Int) -> [Int] {
        var found: [Int] = []
        var child = parent + 1
        while child < Int(page.tree.nodes[parent].end) {
            found.append(child)
            child = Int(page.tree.nodes[child].end)
        }
        return found
    }
}
