import LibXML

/// Drops from a body that has been found what stands between its paragraphs but is no part of the article.
struct RegionCleaner {
    let page: Page

    func clean(_ kept: inout [Bool]) {
        dropHidden(&kept)
        for index in page.passages.indices where kept[index] && note(index) != nil {
            kept[index] = false
        }
        dropTrailingHeadings(&kept)
    }

    /// What is not shown is no part of what is read, unless it is most of it: scripts show some articles later.
    private func dropHidden(_ kept: inout [Bool]) {
        var hidden = kept.map { _ in false }
        for node in page.outermost(bearing: .unseen) {
            for passage in page.passages(of: node) where kept[passage] { hidden[passage] = true }
        }
        let unseen = page.length(of: hidden)
        guard unseen > 0, unseen < 0.5 * page.length(of: kept) else { return }
        for index in kept.indices where hidden[index] { kept[index] = false }
    }

    /// Why a line between paragraphs is none of the article's.
    enum Note {
        case furniture(Furniture.Kind)
        /// The element around it says that it names the author or the date.
        case details
        /// It stands below a picture, and goes with it.
        case caption
        case link
    }

    /// What a line is that is a link, a byline, a share bar or the like rather than a sentence.
    func note(_ index: Int) -> Note? {
        let passage = page.passages[index]
        if passage.text.count < 300, let kind = Furniture.kind(of: page.bytes(index)) {
            return Self.notes.contains(kind) ? .furniture(kind) : nil
        }
        if page.tag(passage.block).headingLevel != nil { return nil }
        if passage.census.length < 20, saysDetails(passage) { return .details }
        if passage.census.length < Self.longestCaption, isCaption(passage) { return .caption }
        let density = passage.linked.length / max(1, passage.census.length)
        let isLink =
            density > 0.9 && standsInProse(index) && passage.census.length < 25
            && passage.census.sentenceEnds == 0
            && page.tag(passage.block) != .li && page.tag(passage.block) != .td
        return isLink ? .link : nil
    }

    private static let longestCaption: Float = 60

    /// A data table's caption is the table's, not a picture's.
    private func isCaption(_ passage: Passage) -> Bool {
        var node = passage.block
        for _ in 0..<3 where page.tag(node) != .figcaption { node = page.parent(node) }
        return page.tag(node) == .figcaption
    }

    private static let notes: Set<Furniture.Kind> = [
        .share, .follow, .subscribe, .consent, .comments, .related, .adBlock, .advertisement,
        .credit,
        .logIn, .navigation, .count, .tags,
    ]

    /// Between paragraphs a link by itself leads to another article; in a list of links it is the list's.
    private func standsInProse(_ index: Int) -> Bool {
        let around = max(0, index - 2)...min(page.passages.count - 1, index + 2)
        return around.contains { ProseSums.isProse(page.passages[$0]) }
    }

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
