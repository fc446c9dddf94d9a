import LibXML

/// Drops from a body the short rows of links to other pages of the same site that stand amid its text, with the label over them:
/// "More on this story", a card with a picture and a headline. They are told by their links, in any language.
///
/// What a colon announces is the article's, and so are links to other sites, to files and to places in the page.
struct LinkBoxes {
    let page: Page
    let odds: [Float]

    /// Words of a box, and of the label over it.
    private static let longestBox: Float = 60
    private static let longestLabel: Float = 8
    /// Words of a headline, in the mean.
    private static let shortestHeadline: Float = 2.5
    private static let mostItems = 8
    /// Of the words of the body.
    private static let mostOfBody: Float = 0.25
    /// From here on the judge is believed, of a box in the mean.
    private static let believed: Float = 0.7
    private static let depth = 6

    func drop(from verdict: inout BodyVerdict) {
        guard !odds.isEmpty else { return }
        let limit = min(Self.longestBox, Self.mostOfBody * page.length(of: verdict.kept))
        var index = 0
        while index < page.passages.count {
            guard verdict.kept[index], isHeadline(index),
                let box = list(at: index, limit) ?? card(at: index, limit),
                isDoubted(box), isAmid(box, verdict.kept)
            else {
                index += 1
                continue
            }
            for passage in box { verdict.drop(passage, .box, phrase: "links") }
            index = max(index + 1, box.upperBound)
        }
    }

    /// Nothing but a link to another page of the site, and no sentence.
    private func isHeadline(_ index: Int) -> Bool {
        let passage = page.passages[index]
        guard passage.census.length >= 2, !passage.isPreformatted,
            passage.linked.length > 0.9 * passage.census.length
        else { return false }
        let links = links(of: passage)
        return !links.isEmpty && links.allSatisfy(isOwn)
    }

    private func links(of passage: Passage) -> [String] {
        var nodes = Array(passage.nodes)
        var node = page.parent(passage.nodes.lowerBound)
        for _ in 0..<Self.depth where node > 0 {
            nodes.append(node)
            node = page.parent(node)
        }
        return page.links(among: nodes)
    }

    /// On the page's own site, as far as the document alone tells: without a host.
    private func isOwn(_ link: String) -> Bool {
        guard let first = link.utf8.first, first != 0x23, !link.hasPrefix("//"),
            !link.contains(":")
        else { return false }
        let path = link.prefix { $0 != "?" && $0 != "#" }.lowercased()
        return ![".pdf", ".zip", ".csv", ".doc", ".docx", ".xls", ".xlsx", ".mp3", ".txt"]
            .contains(where: path.hasSuffix)
    }

    /// The items of a list of such links, with the short line over them that says so.
    private func list(at index: Int, _ limit: Float) -> Range<Int>? {
        var node = page.passages[index].block
        for _ in 0..<Self.depth where node > 0 && page.tag(node) != .li {
            node = page.parent(node)
        }
        let list = page.parent(node)
        guard page.tag(node) == .li, page.tag(list) == .ul || page.tag(list) == .ol else {
            return nil
        }
        let items = page.passages(of: list)
        let sum = page.sum(items)
        guard items.lowerBound == index, items.count <= Self.mostItems, sum.length <= limit,
            sum.length >= Self.shortestHeadline * Float(items.count),
            items.allSatisfy(isHeadline), index > 0, isLabel(index - 1)
        else { return nil }
        return index - 1..<items.upperBound
    }

    /// A few words that announce nothing and are no sentence.
    private func isLabel(_ index: Int) -> Bool {
        let passage = page.passages[index]
        guard passage.census.length <= Self.longestLabel, passage.census.sentenceEnds == 0,
            let last = page.string(index).unicodeScalars.last
        else { return false }
        return !":：".unicodeScalars.contains(last)
    }

    /// A box of links with a picture or a label, which stands for itself.
    private func card(at index: Int, _ limit: Float) -> Range<Int>? {
        var found: Int?
        var node = page.passages[index].block
        for _ in 0..<Self.depth where node > 0 {
            let passages = page.passages(of: node)
            guard passages.count <= Self.mostItems, page.sum(passages).length <= limit else {
                break
            }
            switch page.tag(node) {
            case .div, .section, .aside: found = node
            case .p, .h2, .h3, .h4, .h5, .h6, .a, .span: break
            default: return found.flatMap(passages(ofCard:))
            }
            node = page.parent(node)
        }
        return found.flatMap(passages(ofCard:))
    }

    private func passages(ofCard card: Int) -> Range<Int>? {
        let passages = page.passages(of: card)
        let nodes = card..<Int(page.tree.nodes[card].end)
        let hasPicture = nodes.contains { page.tag($0) == .img }
        guard passages.count > 1 || hasPicture, page.sum(passages).linkDensity >= 0.5,
            passages.allSatisfy({ isHeadline($0) || isLabel($0) }),
            !nodes.contains(where: {
                [.li, .table, .pre, .blockquote, .figure].contains(page.tag($0))
            })
        else { return nil }
        return passages
    }

    private func isDoubted(_ box: Range<Int>) -> Bool {
        box.reduce(0) { $0 + odds[$1] } < Self.believed * Float(box.count)
    }

    /// Whether prose stands before, and prose behind.
    private func isAmid(_ box: Range<Int>, _ kept: [Bool]) -> Bool {
        guard box.lowerBound > 0, box.upperBound < kept.count else { return false }
        return [box.lowerBound - 1, box.upperBound].allSatisfy {
            kept[$0] && ProseSums.isProse(page.passages[$0])
        }
    }
}
