import LibXML

/// Tells lines that are nothing but a link and lead away from the article.
struct LinkLines {
    let page: Page
    /// As in `RegionCleaner`.
    let odds: [Float]

    private func odds(_ index: Int) -> Float {
        odds.isEmpty ? RegionCleaner.unjudged : odds[index]
    }

    /// Between paragraphs a link by itself leads to another article; in a list of links it is the list's.
    func isLink(_ index: Int) -> Bool {
        let passage = page.passages[index]
        guard passage.linked.length > 0.9 * max(1, passage.census.length),
            passage.census.length < 25, passage.census.sentenceEnds == 0
        else { return false }
        // A post that only a script shows is written as its link.
        if EmbeddedPosts.isPost(passage.block, in: page.tree) { return true }
        if isBookmark(passage.block) { return false }
        // "← Why tides are late | Rope, a history →"
        if odds(index) < RegionCleaner.certain, isPaging(index) { return true }
        // Headlines in capitals are another article's.
        let isLoud = passage.census.length >= 5 && Self.isLoud(page.string(index))
        guard odds(index) < (isLoud ? RegionCleaner.sure : 0.5) else { return false }
        switch page.tag(passage.block) {
        case .li, .td, .th, .dt, .dd, .blockquote: return false
        // Whom a quotation is of.
        case .footer where page.tag(page.parent(passage.block)) == .blockquote: return false
        default: break
        }
        let around = max(0, index - 2)...min(page.passages.count - 1, index + 2)
        return around.contains { ProseSums.isProse(page.passages[$0]) }
    }

    /// An arrow back at the beginning, for one forward also calls on; "«" with a space behind it, for quotation marks have none.
    private func isPaging(_ index: Int) -> Bool {
        let line = page.string(index)
        return Self.before.contains(where: line.hasPrefix)
    }

    private static let before = ["←", "◀", "« ", "‹ "]

    /// A link that its writer put there as a card.
    private func isBookmark(_ block: Int) -> Bool {
        var node = block
        for _ in 0..<6 where node > 0 {
            if page.tag(node) == .figure || page.tag(node) == .a,
                EmbeddedPosts.isBookmark(node, in: page.tree)
            {
                return true
            }
            node = page.parent(node)
        }
        return false
    }

    /// Where the text has ended a paragraph that is one link to another page of the site, and asks, calls there.
    func isLastCall(_ index: Int) -> Bool {
        let passage = page.passages[index]
        guard odds(index) < RegionCleaner.sure, !odds.isEmpty, page.tag(passage.block) == .p,
            passage.linked.length >= passage.census.length, passage.census.length < 25,
            page.string(index).contains(where: { "?？؟".contains($0) })
        else { return false }
        let links = page.links(among: passage.block..<passage.nodes.upperBound)
        return links.count == 1 && LinkBoxes.isOwn(links[0])
    }

    private static func isLoud(_ line: String) -> Bool {
        !line.unicodeScalars.contains { $0.properties.isLowercase }
            && line.unicodeScalars.contains { $0.properties.isUppercase }
    }
}
