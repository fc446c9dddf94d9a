import LibXML

/// Drops from a body that has been found what stands between its paragraphs but is no part of the article.
struct RegionCleaner {
    let page: Page

    func clean(_ kept: inout [Bool]) {
        dropElements(&kept)
        for index in page.passages.indices where kept[index] && isNote(index) {
            kept[index] = false
        }
        dropTrailingHeadings(&kept)
    }

    private func dropElements(_ kept: inout [Bool]) {
        var before: [Float] = [0]
        before.reserveCapacity(kept.count + 1)
        for index in kept.indices {
            before.append(before[index] + (kept[index] ? page.passages[index].census.length : 0))
        }
        // What holds much of the body is the body, whatever its class says.
        let most = 0.4 * (before.last ?? 0)
        var node = 0
        while node < page.tree.nodes.count {
            let range = page.passages(of: node)
            let element = page.tree.nodes[node]
            let length = before[range.upperBound] - before[range.lowerBound]
            if element.tag != .text, length > 0, length < most, isOdd(node) {
                for passage in range { kept[passage] = false }
                node = Int(element.end)
            } else {
                node += 1
            }
        }
    }

    /// An element that is a list of links, a form, a caption or the like.
    private func isOdd(_ node: Int) -> Bool {
        let sum = page.sum(of: node)
        let roles = page.roles[node]
        switch page.tag(node) {
        case .figcaption, .caption, .label, .legend, .fieldset: return sum.length < 120
        case .form: return sum.length < 150
        case .ul, .ol, .div, .section, .table, .dl, .aside, .header, .tr, .details:
            guard sum.commas < 10 else { return false }
            if roles.contains(.caption), sum.length < 60 { return true }
            if !roles.isDisjoint(with: [.author, .tags, .details]), sum.length < 60 {
                return true
            }
            let weight = Furnishing.weight(roles)
            if weight < 0, sum.length < 100 || sum.linkDensity > 0.3 { return true }
            return weight >= 25 ? sum.linkDensity > 0.6 : sum.linkDensity > 0.4 && sum.length > 0
        default: return false
        }
    }

    /// A line that is a link, a byline, a share bar or the like rather than a sentence.
    private func isNote(_ index: Int) -> Bool {
        let passage = page.passages[index]
        if passage.text.count < 300, let kind = Furniture.kind(of: page.string(index)) {
            return Self.notes.contains(kind)
        }
        if page.tag(passage.block).headingLevel != nil { return false }
        if passage.census.length < 20, saysDetails(passage) { return true }
        let density = passage.linked.length / max(1, passage.census.length)
        return density > 0.9 && passage.census.length < 25 && passage.census.sentenceEnds == 0
            && page.tag(passage.block) != .li && page.tag(passage.block) != .td
    }

    private static let notes: Set<Furniture.Kind> = [
        .share, .follow, .subscribe, .consent, .comments, .related, .adBlock, .advertisement,
        .credit,
        .logIn, .navigation, .count, .tags,
    ]

    /// Whether the element around a line says that it names the author or the date.
    private func saysDetails(_ passage: Passage) -> Bool {
        let own = page.roles[passage.block]
        guard own.isDisjoint(with: .favourable) else { return false }
        return own.contains(.author) || own.contains(.details) && passage.census.length < 12
    }

    /// Headings after which nothing is kept head something that was dropped.
    private func dropTrailingHeadings(_ kept: inout [Bool]) {
        var index = page.passages.count - 1
        while index >= 0 {
            if kept[index] {
                guard page.tag(page.passages[index].block).headingLevel != nil else { return }
                kept[index] = false
            }
            index -= 1
        }
    }
}
