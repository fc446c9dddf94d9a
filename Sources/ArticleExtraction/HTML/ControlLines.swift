import LibXML

/// Tells lines of the page's own that are no text: what a thing costs that is offered there, links side by side that are
/// buttons, links that say that they are tags.
struct ControlLines {
    let page: Page
    /// As in `RegionCleaner`.
    let odds: [Float]

    /// Characters of a price, and words of a row.
    private static let longestPrice = 16
    private static let longestRow: Float = 12
    private static let longestButton = 4

    func rule(of index: Int) -> LineDeletion.Rule? {
        let passage = page.passages[index]
        if passage.text.count <= Self.longestPrice, isPrice(index) { return .box }
        guard passage.linked.length > 0, passage.census.length <= Self.longestRow,
            passage.linked.length >= passage.census.length, passage.census.sentenceEnds == 0
        else { return nil }
        let links = links(of: passage)
        if areTags(links), odds(index) < RegionCleaner.sure { return .furniture(.tags) }
        return areButtons(links, index) ? .furniture(.share) : nil
    }

    private func odds(_ index: Int) -> Float {
        odds.isEmpty ? RegionCleaner.unjudged : odds[index]
    }

    /// "€ 34,95" by itself, in a box that its name calls a price.
    private func isPrice(_ index: Int) -> Bool {
        let passage = page.passages[index]
        guard passage.census.digits > 0, odds(index) < RegionCleaner.sure,
            page.roles[passage.block].contains(.product), page.tag(passage.block) == .div
        else { return false }
        let rest = page.string(index).filter { !$0.isNumber && !" .,'\u{A0}".contains($0) }
        return rest.count == 1 && rest.first?.isCurrencySymbol ?? false
    }

    /// "Print the recipe", "Save on Pinterest".
    private func areButtons(_ links: [Int], _ index: Int) -> Bool {
        guard links.count > 1, odds(index) < RegionCleaner.doubt,
            page.tag(page.passages[index].block) == .div
        else { return false }
        let texts = links.map { page.tree.text(of: $0) }
        return texts.allSatisfy { $0.split(separator: " ").count <= Self.longestButton }
            && texts.contains {
                Furniture.match(FoldedLine($0)).map { $0.strength > .word } ?? false
            }
    }

    /// Links of which each says so (HTML, §4.6.7.14).
    private func areTags(_ links: [Int]) -> Bool {
        !links.isEmpty
            && links.allSatisfy { page.tree.attribute(.rel, of: $0)?.lowercased() == "tag" }
    }

    /// The links of a passage, which begins with a text that may stand in one.
    private func links(of passage: Passage) -> [Int] {
        var nodes = Array(passage.nodes)
        var node = page.parent(passage.nodes.lowerBound)
        for _ in 0..<3 where node > 0 {
            nodes.append(node)
            if node == passage.block { break }
            node = page.parent(node)
        }
        return nodes.filter { page.tag($0) == .a }
    }
}
