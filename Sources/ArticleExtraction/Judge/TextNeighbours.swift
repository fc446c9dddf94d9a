import LibXML

/// Keeps what belongs to a text by where it stands: a list among its paragraphs, whole; a heading over what is kept; the rows of a
/// timeline or an interview. The judge, which asks of each line by itself, doubts short ones, and most of all those that
/// nothing follows.
struct TextNeighbours {
    let page: Page

    /// What is likelier than this in the mean is the text's where it stands amid the text.
    private static let likely: Float = 0.2
    /// The same of a list that a colon announces, and of a row of which other lines are kept.
    private static let possible: Float = 0.06
    /// Rows of links are another page's contents.
    private static let mostLinked: Float = 0.3
    private static let mostItems = 80
    /// Words, of a cell in the mean.
    private static let longestRow: Float = 80
    private static let longestCell: Float = 8
    /// Elements that are climbed.
    private static let depth = 8

    func restore(_ verdict: inout BodyVerdict) {
        let kept = verdict.kept
        for index in page.passages.indices
        where !verdict.kept[index] && verdict.deletions[index] == nil {
            let isBehind = index > 0 && verdict.kept[index - 1]
            guard isBehind || index + 1 < kept.count && kept[index + 1] else { continue }
            if let items = items(at: index, after: isBehind ? index - 1 : nil, verdict)
                ?? row(at: index, verdict) ?? cells(at: index, verdict)
            {
                // What a rule took out, readers' comments for one, stays out.
                for item in items where verdict.deletions[item] == nil { verdict.kept[item] = true }
            } else if isBehind, page.isHeading(index), hasText(below: index, verdict) {
                verdict.kept[index] = true
            }
        }
    }

    /// Whether the text goes on right below a heading, beside it, or a list of the text stands there.
    private func hasText(below heading: Int, _ verdict: BodyVerdict) -> Bool {
        let next = heading + 1
        guard next < page.passages.count, !page.isHeading(next) else { return false }
        let parent = page.parent(page.passages[heading].block)
        guard stands(in: parent, heading - 1) else { return false }
        if verdict.kept[next] { return stands(in: parent, next) }
        guard let list = list(around: next), page.parent(list) == parent else { return false }
        return items(at: next, after: heading - 1, verdict) != nil
    }

    /// The passages of the list around a passage, where they belong to the text: one that ends with the passage before, or one
    /// of which other items are kept.
    private func items(at index: Int, after before: Int?, _ verdict: BodyVerdict) -> Range<Int>? {
        guard let list = list(around: index), page.roles[list].isDisjoint(with: .furniture) else {
            return nil
        }
        let items = page.passages(of: list)
        guard !items.isEmpty, items.count <= Self.mostItems else { return nil }
        let isLinks = page.sum(items).linkDensity >= Self.mostLinked
        if items.contains(where: { verdict.kept[$0] }) { return isLinks ? nil : items }
        guard let before, stands(in: page.parent(list), before) else { return nil }
        let mean = mean(items, verdict)
        if isAnnounced(by: before) { return mean >= Self.possible ? items : nil }
        return mean >= Self.likely && !isLinks ? items : nil
    }

    private func isAnnounced(by index: Int) -> Bool {
        let end = page.bytes(index).suffix(3)
        return end.last == UInt8(ascii: ":") || end.elementsEqual("：".utf8)
    }

    private func mean(_ range: Range<Int>, _ verdict: BodyVerdict) -> Float {
        range.reduce(0) { $0 + verdict.probability[$1] } / Float(range.count)
    }

    /// The cells of a table of data of which most are kept: one that goes moves those behind it. A table that lays out a page
    /// has other blocks in its cells, or whole texts.
    private func cells(at index: Int, _ verdict: BodyVerdict) -> Range<Int>? {
        var node = page.passages[index].block
        for _ in 0..<Self.depth where node > 0 && page.tag(node) != .table {
            node = page.parent(node)
        }
        guard page.tag(node) == .table else { return nil }
        let cells = page.passages(of: node)
        guard cells.count <= Self.mostItems, page.sum(cells).linkDensity < Self.mostLinked,
            page.sum(cells).length <= Float(cells.count) * Self.longestCell,
            cells.allSatisfy({ [.td, .th].contains(page.tag(page.passages[$0].block)) }),
            cells.count(where: { verdict.kept[$0] }) * 2 > cells.count
        else { return nil }
        return cells
    }

    /// The passages of one of several elements of one name beside each other, of which lines are kept, its own among them or
    /// those on either side of it: the year beside what happened then, an answer of a word.
    private func row(at index: Int, _ verdict: BodyVerdict) -> Range<Int>? {
        var node = page.passages[index].block
        for _ in 0..<3 where node > 0 {
            if let name = page.tree.bytes(.class, of: node), !name.isEmpty,
                let rows = rows(around: node, name)
            {
                let passages = page.passages(of: node)
                let sum = page.sum(passages)
                let isPart =
                    passages.contains { verdict.kept[$0] }
                    || mean(passages, verdict) >= Self.likely && isBetween(passages, verdict)
                        && rows.contains { page.passages(of: $0).contains { verdict.kept[$0] } }
                return isPart && sum.linkDensity < Self.mostLinked && sum.length <= Self.longestRow
                    && mean(passages, verdict) >= Self.possible
                    && page.roles[node].isDisjoint(with: .furniture)
                    ? passages : nil
            }
            node = page.parent(node)
        }
        return nil
    }

    private func isBetween(_ passages: Range<Int>, _ verdict: BodyVerdict) -> Bool {
        passages.lowerBound > 0 && verdict.kept[passages.lowerBound - 1]
            && passages.upperBound < verdict.kept.count && verdict.kept[passages.upperBound]
    }

    /// The elements of one tag and name on either side of one, some places away at most; nil where there is none.
    private func rows(around node: Int, _ name: ArraySlice<UInt8>) -> [Int]? {
        let parent = page.parent(node)
        let tag = page.tag(node)
        guard tag == .div || tag == .section || tag == .p else { return nil }
        let near = max(parent + 1, node - Self.mostNodes)
        var found: [Int] = []
        var other = Int(page.tree.nodes[node].end)
        while other < Int(page.tree.nodes[parent].end), found.count < 2,
            other < node + Self.mostNodes
        {
            if page.tag(other) == tag, page.tree.bytes(.class, of: other) == name {
                found.append(other)
            }
            other = Int(page.tree.nodes[other].end)
        }
        for before in (near..<node).reversed()
        where page.parent(before) == parent && page.tag(before) == tag {
            if page.tree.bytes(.class, of: before) == name { found.append(before) }
            if found.count >= 4 { break }
        }
        return found.isEmpty ? nil : found
    }

    private static let mostNodes = 60

    /// Whether a passage stands in an element as a block of its own, or in a list that does.
    private func stands(in parent: Int, _ index: Int) -> Bool {
        let block = page.passages[index].block
        var node = block
        for _ in 0..<Self.depth where node > 0 {
            guard node == block || page.tag(node) == .li || page.tag(node).isListOfItems else {
                return false
            }
            if page.parent(node) == parent { return true }
            node = page.parent(node)
        }
        return false
    }

    /// The outermost list around a passage, where nothing but items and lists stands between.
    private func list(around index: Int) -> Int? {
        let block = page.passages[index].block
        var found: Int?
        var node = block
        for _ in 0..<Self.depth where node > 0 {
            if page.tag(node).isListOfItems {
                found = node
            } else if page.tag(node) != .li, node != block {
                break
            }
            node = page.parent(node)
        }
        return found
    }
}

extension HTMLTag {
    fileprivate var isListOfItems: Bool { self == .ul || self == .ol || self == .dl }
}
