import LibXML

/// Where on a page the days of its own article stand: between the headline and the text, right above the headline, and
/// right behind the text. All others are those of other articles, of comments, of pictures, of the page itself.
struct DatePlaces {
    let page: Page
    /// The passage of the visible title; nil where there is none.
    let titlePassage: Int?
    /// From the headline to the third paragraph of the text.
    let head: Range<Int>
    /// Right above the headline, without the menu.
    let above: Range<Int>
    /// A few lines behind the last paragraph of the text.
    let foot: Range<Int>
    /// For every passage whether it is of the body.
    let kept: [Bool]
    /// Passages that are surely the article's: what holds one of them holds more than a box beside the article.
    private let anchors: [Int]

    private static let reach = 15
    private static let reachAbove = 8
    private static let footLines = 4
    /// So many links in a row are a menu.
    private static let menu = 3

    /// - Parameter kept: for every passage whether it is of the body.
    init(page: Page, titlePassage: Int?, kept: [Bool]) {
        self.page = page
        self.titlePassage = titlePassage
        let count = page.passages.count
        let paragraphs = kept.indices.filter { kept[$0] && page.isParagraph($0) }
        let first = paragraphs.first ?? kept.firstIndex(of: true)
        self.kept = kept
        anchors = [titlePassage, first].compactMap(\.self)
        let start = titlePassage.map { $0 + 1 } ?? first.map { max(0, $0 - Self.reach) } ?? 0
        var end = min(start, count)
        var passed = 0
        let reach = titlePassage == nil ? 2 * Self.reach : Self.reach - 1
        while end < count, end < start + reach, passed < 3 {
            if page.isParagraph(end) { passed += 1 }
            end += 1
        }
        head = min(start, count)..<end
        above = Self.above(titlePassage ?? 0, page)
        let last = (paragraphs.last ?? kept.lastIndex(of: true)).map { $0 + 1 } ?? end
        let low = min(max(last, end), count)
        foot = low..<min(count, low + Self.footLines)
    }

    private static func above(_ title: Int, _ page: Page) -> Range<Int> {
        var start = min(title, page.passages.count)
        var links = 0
        while start > 0, start > title - reachAbove {
            links = isItemOfMenu(start - 1, page) ? links + 1 : 0
            if links == menu { return (start - 1 + menu)..<title }
            start -= 1
        }
        return start..<title
    }

    private static func isItemOfMenu(_ index: Int, _ page: Page) -> Bool {
        let passage = page.passages[index]
        guard passage.linked.length >= passage.census.length else { return false }
        var node = passage.nodes.lowerBound
        for _ in 0..<5 where node > 0 {
            node = page.parent(node)
            if page.tag(node) == .li || page.tag(node) == .nav { return true }
        }
        return false
    }

    /// Whether a date stands in a box beside the article, or in a picture's or another's words within it.
    ///
    /// - Parameter isCalled: whether words call it the day of publication.
    func isForeign(_ node: Int, isCalled: Bool = false) -> Bool {
        let index = page.passage(around: node)
        let zone: Zone = head.contains(index) ? .head : above.contains(index) ? .above : .beside
        var node = node
        var depth = 0
        while node > 0, page.tag(node) != .body, !holdsAnchor(node) {
            if isBox(node, zone, isCalled) { return true }
            if depth < 4, !isCalled, namesAnotherDay(node) { return true }
            depth += 1
            node = page.parent(node)
        }
        return false
    }

    private enum Zone {
        case head, above, beside
    }

    private func isBox(_ node: Int, _ zone: Zone, _ isCalled: Bool) -> Bool {
        let roles = page.roles[node]
        let isOwn = !roles.isDisjoint(with: Self.own)
        switch page.tag(node) {
        case .nav, .footer, .figure, .figcaption, .blockquote, .article: return true
        case .aside where zone == .beside && !(isOwn && isCalled): return true
        case .header where zone == .above: return isSiteHeader(node)
        default: break
        }
        if !roles.isDisjoint(with: Self.others) { return true }
        if roles.contains(.caption), isBesidePicture(node) { return true }
        guard !isOwn else { return false }
        switch zone {
        case .head: return !roles.isDisjoint(with: Self.boxesInHead)
        case .above:
            return !roles.isDisjoint(with: Self.boxesInHead)
                || !roles.isDisjoint(with: Self.headers) && isSiteHeader(node)
        case .beside: return !roles.isDisjoint(with: Self.boxes)
        }
    }

    private func isBesidePicture(_ node: Int) -> Bool {
        let parent = page.parent(node)
        return (parent..<Int(page.tree.nodes[parent].end)).contains { page.tag($0) == .img }
    }

    /// Whether a box above the headline holds a menu.
    private func isSiteHeader(_ node: Int) -> Bool {
        (node..<Int(page.tree.nodes[node].end)).count { page.tag($0) == .a } >= Self.menu
    }

    private func holdsAnchor(_ node: Int) -> Bool {
        let passages = page.passages(of: node)
        return anchors.contains(where: passages.contains)
    }

    private static let others: Roles = [.comments, .related]
    private static let boxesInHead: Roles = [.teaser, .newsletter, .advertisement]
    private static let headers: Roles = [.header, .navigation, .search, .widget]
    private static let boxes: Roles = [
        .sidebar, .widget, .teaser, .header, .navigation, .newsletter, .advertisement, .search,
    ]
    private static let own: Roles = [.article, .content, .lead, .details, .author, .title]

    /// Whether a class says that a box shows the day of today or of an event.
    private func namesAnotherDay(_ node: Int) -> Bool {
        guard let names = page.tree.attribute(.class, of: node)?.lowercased() else { return false }
        let words = names.split { !$0.isLetter }
        return words.contains { Self.days.contains(String($0)) }
    }

    private static let days: Set<String> = [
        "today", "hoy", "heute", "oggi", "hoje", "vandaag", "current", "currentdate", "clock",
        "weather", "event", "events", "termin", "termine", "agenda", "calendar", "kalender",
        "evento", "eventos", "evenement",
    ]
}
