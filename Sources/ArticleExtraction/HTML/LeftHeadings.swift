import LibXML

/// Keeps headings of the text that the judge left out alone: one between a paragraph and a table, a list or a paragraph that
/// he kept, all in one place; and the line below the headline that sums the article up.
struct LeftHeadings {
    let page: Page
    let odds: [Float]

    private static let longest: Float = 14
    /// The judge's least, of a heading and of such a line.
    private static let least: (heading: Float, summary: Float) = (0.1, 0.3)
    private static let summary: ClosedRange<Float> = 4...60
    /// Passages behind the headline among which such a line stands.
    private static let reach = 3
    private static let mostAbove = 30

    func restore(_ verdict: inout BodyVerdict) {
        // What is kept next below: nothing below the last passage.
        var last: Int?
        for index in page.passages.indices.reversed() {
            defer { if verdict.kept[index] { last = index } }
            guard !verdict.kept[index], verdict.deletions[index] == nil, last == index + 1,
                index > 0, verdict.kept[index - 1], isLeft(index)
            else { continue }
            verdict.kept[index] = true
        }
        if let index = summary(verdict) { verdict.kept[index] = true }
    }

    /// A heading of the text between what stands around it in one element.
    private func isLeft(_ index: Int) -> Bool {
        let block = page.passages[index].block
        guard let level = page.tag(block).headingLevel, (2...6).contains(level),
            odds[index] >= Self.least.heading, page.passages[index].linked.length == 0,
            page.passages[index].census.length <= Self.longest
        else { return false }
        let parent = page.parent(block)
        return stands(in: parent, index - 1) && stands(in: parent, index + 1)
            && Furniture.match(FoldedLine(folding: page.bytes(index).span)) == nil
    }

    /// Whether a passage is a child of an element, or of a table or a list that is one.
    private func stands(in parent: Int, _ index: Int) -> Bool {
        var node = page.passages[index].block
        for _ in 0..<5 where node > 0 {
            if page.parent(node) == parent { return true }
            switch page.tag(node) {
            case .li, .ul, .ol, .td, .th, .tr, .tbody, .thead, .table: node = page.parent(node)
            default: return false
            }
        }
        return false
    }

    /// The line right below the headline that a class name calls what it is, or that the judge took for the article's.
    private func summary(_ verdict: BodyVerdict) -> Int? {
        guard let first = verdict.kept.firstIndex(of: true), let title = headline(above: first)
        else { return nil }
        return page.passages.indices[(title + 1)..<first].prefix(Self.reach).first { index in
            let passage = page.passages[index]
            guard verdict.deletions[index] == nil, odds[index] >= Self.least.summary,
                Self.summary.contains(passage.census.length), passage.linked.length == 0,
                [.p, .h2, .h3, .h4, .div].contains(page.tag(passage.block))
            else { return false }
            return isNamed(passage.block)
        }
    }

    /// The last of the highest headings above the text.
    private func headline(above first: Int) -> Int? {
        let headings = page.passages.indices[..<first].suffix(Self.mostAbove).compactMap { index in
            page.tag(page.passages[index].block).headingLevel.map { (index, $0) }
        }
        guard let level = headings.map(\.1).min(), level <= 3 else { return nil }
        return headings.last { $0.1 == level }?.0
    }

    private func isNamed(_ block: Int) -> Bool {
        [block, page.parent(block)].contains { node in
            guard let names = page.tree.attribute(.class, of: node), names.utf8.count <= 400 else {
                return false
            }
            return names.split(separator: " ").contains { name in
                DetailNames.words(of: name).contains(where: Self.words.contains)
            }
        }
    }

    private static let words: Set<String> = [
        "subheadline", "subhead", "subheading", "subtitle", "standfirst", "dek", "deck", "lead",
        "lede", "intro", "summary", "excerpt", "chapo", "vorspann", "sapo", "spot", "synopsis",
        "abstract", "strapline", "sottotitolo", "occhiello", "bajada", "copete", "entradilla",
    ]
}
