/// Tells what a box of code says of itself beside the code.
struct CodeLabels {
    let page: Page

    /// "Python", "Copy code": what a box of code says above or below it of itself.
    func isLabel(_ index: Int) -> Bool {
        let passage = page.passages[index]
        guard passage.text.count <= 24, passage.census.length <= 3, !passage.isPreformatted else {
            return false
        }
        let code = [index - 1, index + 1, index + 2].filter {
            page.passages.indices.contains($0) && page.passages[$0].isPreformatted
        }
        guard !code.isEmpty else { return false }
        guard CodeLanguage.isLabel(page.string(index).lowercased()) else { return false }
        // The box holds nothing else.
        var node = passage.block
        for _ in 0..<4 where node > 0 {
            let passages = page.passages(of: node)
            guard passages.count <= 4 else { return false }
            if code.contains(where: passages.contains) { return true }
            node = page.parent(node)
        }
        return false
    }
}
