import LibXML

/// Finds the passages of the article by structure and text: parents of paragraphs are scored by commas and
/// length, scores go up the tree, siblings of the best element join it.
struct BodyFinder {
    private let page: Page
    /// Passages in elements that are surely no part of the article.
    private var pruned: [Bool]
    private var score: [Float]
    private var scored: [Int] = []

    /// A body of fewer words is looked for again without pruning.
    private static let enough: Float = 140

    private init(_ page: Page) {
        self.page = page
        pruned = [Bool](repeating: false, count: page.passages.count)
        score = [Float](repeating: 0, count: page.tree.nodes.count)
    }

    /// For each passage whether it is kept. The best element of a pruned page first; where it holds little
    /// of what the page says, all of that; where even that is nothing, whatever is shown.
    static func kept(in page: Page) -> [Bool] {
        guard !page.passages.isEmpty else { return [] }
        var careful = BodyFinder(page)
        careful.prune()
        let wide = careful.everything()
        var best = careful.find()
        if page.length(of: best) < enough {
            var bold = BodyFinder(page)
            let second = bold.find()
            if page.length(of: second) > 2 * page.length(of: best) { best = second }
        }
        let length = page.length(of: best)
        if length < wideShare * page.length(of: wide) || length < 10, page.length(of: wide) > length
        {
            best = wide
        }
        if page.length(of: best) > 0 { return best }
        return careful.pruned.contains(false)
            ? careful.pruned.map { !$0 } : [Bool](repeating: true, count: page.passages.count)
    }

    /// A best element that holds less than this share of the page's prose is one part of several.
    private static let wideShare: Float = 0.45

    /// All of the pruned page, or of its main part where it says which that is, but for lists of links.
    private func everything() -> [Bool] {
        var range = page.passages.indices
        let whole = page.sum(of: 0).length
        for node in page.tree.nodes.indices where page.tag(node) == .main {
            if page.sum(of: node).length > 0.4 * whole { range = page.passages(of: node) }
        }
        var kept = pruned.map { !$0 }
        for index in kept.indices where !range.contains(index) { kept[index] = false }
        RegionCleaner(page: page).clean(&kept)
        return kept
    }

    private mutating func prune() {
        let whole = max(1, page.sum(of: 0).length)
        var node = 0
        while node < page.tree.nodes.count {
            let element = page.tree.nodes[node]
            let range = page.passages(of: node)
            if element.tag != .text, !range.isEmpty,
                isFurniture(node, share: page.sum(range).length / whole)
            {
                for passage in range { pruned[passage] = true }
                node = Int(element.end)
            } else {
                node += 1
            }
        }
    }

    private func isFurniture(_ node: Int, share: Float) -> Bool {
        let tag = page.tag(node)
        switch tag {
        case .nav, .footer, .menu, .dialog: return share < 0.5
        case .aside: return share < 0.4
        case .body, .html, .document, .article, .main, .a, .p, .h1: return false
        default: break
        }
        if share < 0.4, Furnishing.isHidden(node, in: page.tree) { return true }
        let roles = page.roles[node]
        let against = roles.intersection(.furniture)
        guard !against.isEmpty else { return false }
        if !roles.isDisjoint(with: .favourable), against.count < 2 { return false }
        return share < 0.35 || page.sum(of: node).linkDensity > 0.6
    }

    private mutating func find() -> [Bool] {
        for index in page.passages.indices where !pruned[index] { credit(index) }
        var kept = [Bool](repeating: false, count: page.passages.count)
        guard let scoredBest = best() else { return kept }
        let top = statedBody(besides: scoredBest) ?? scoredBest
        for node in joined(top) {
            for passage in page.passages(of: node) where !pruned[passage] { kept[passage] = true }
        }
        RegionCleaner(page: page).clean(&kept)
        return kept
    }

    private mutating func credit(_ index: Int) {
        let passage = page.passages[index]
        guard passage.census.length >= 5, passage.census.characters >= 25 else { return }
        let tag = page.tag(passage.block)
        let text = Float(passage.census.characters) + 2 * Float(passage.census.ideographs)
        var points = 1 + Float(passage.census.commas) + min(text / 100, 3)
        if tag == .li || tag.headingLevel != nil { points /= 2 }
        points *= 1 - min(1, passage.linked.length / passage.census.length)
        var holder =
            tag == .div || tag == .td || tag == .section || tag == .article || tag == .body
            ? passage.block : page.parent(passage.block)
        var level = 0
        while level < 6 {
            if page.tag(holder).isInline {
                guard holder > 0 else { break }
                holder = page.parent(holder)
                continue
            }
            if score[holder] == 0 {
                scored.append(holder)
                score[holder] = initial(holder)
            }
            score[holder] += points / (level == 0 ? 1 : level == 1 ? 2 : Float(level) * 3)
            guard holder > 0 else { break }
            holder = page.parent(holder)
            level += 1
        }
    }

    private func initial(_ node: Int) -> Float {
        var points = Furnishing.weight(page.roles[node])
        switch page.tag(node) {
        case .article, .main: points += 15
        case .div: points += 5
        case .pre, .td, .blockquote: points += 3
        case .ol, .ul, .dl, .dd, .dt, .li, .form, .address: points -= 3
        case .th: points -= 5
        default: break
        }
        return points + 0.001
    }

    private func value(_ node: Int) -> Float {
        score[node] * (1 - page.sum(of: node).linkDensity)
    }

    private func best() -> Int? {
        guard var top = scored.max(by: { value($0) < value($1) }) else { return nil }
        var last = value(top)
        let floor = last / 3
        var parent = page.parent(top)
        while parent > 0, page.tag(parent) != .body {
            let own = value(parent)
            if own < floor, score[parent] != 0 { break }
            if own > last {
                top = parent
                last = own
            }
            parent = page.parent(parent)
        }
        // An element that is the only one with text in its parent stands for the parent.
        while page.tag(top) != .body, top > 0,
            page.passages(of: page.parent(top)) == page.passages(of: top)
        {
            top = page.parent(top)
        }
        return top
    }

    /// The element that microdata names as the body, where it holds much of what the best one holds and is
    /// none of the best one's own parts or surroundings.
    private func statedBody(besides best: Int) -> Int? {
        let least = max(60, 0.3 * page.sum(of: best).length)
        var found: Int?
        for node in page.tree.nodes.indices where page.tag(node) != .text {
            guard let name = page.tree.bytes(.itemprop, of: node),
                name.elementsEqual("articleBody".utf8)
            else { continue }
            if found != nil { return nil }
            found = node
        }
        guard let found, page.sum(of: found).length >= least else { return nil }
        let nodes = found..<Int(page.tree.nodes[found].end)
        let others = best..<Int(page.tree.nodes[best].end)
        return nodes.contains(best) || others.contains(found) ? nil : found
    }

    /// The best element, and its siblings that read like parts of the same text.
    private func joined(_ top: Int) -> [Int] {
        guard top > 0 else { return [top] }
        let parent = page.parent(top)
        let threshold = max(10, value(top) * 0.2)
        var nodes: [Int] = []
        var child = parent + 1
        while child < Int(page.tree.nodes[parent].end) {
            if child == top || joins(child, top, threshold) { nodes.append(child) }
            child = Int(page.tree.nodes[child].end)
        }
        return nodes
    }

    private func joins(_ node: Int, _ top: Int, _ threshold: Float) -> Bool {
        let tag = page.tag(node)
        guard tag != .text, !tag.isInline else { return false }
        let alike = !page.roles[top].isEmpty && page.roles[node] == page.roles[top]
        if score[node] != 0, value(node) + (alike ? value(top) * 0.2 : 0) >= threshold {
            return true
        }
        guard tag == .p || tag.headingLevel != nil || tag == .blockquote else { return false }
        let sum = page.sum(of: node)
        return (sum.length > 13 && sum.linkDensity < 0.25)
            || (sum.length > 0 && sum.linked == 0 && sum.sentenceEnds > 0)
    }
}

extension Page {
    /// The length of the passages that are kept, in words.
    func length(of kept: [Bool]) -> Float {
        var length: Float = 0
        for index in passages.indices where kept[index] { length += passages[index].census.length }
        return length
    }
}
