import LibXML

/// Drops from a body that has been found what stands between its paragraphs but is no part of the article.
struct RegionCleaner {
    let page: Page

    func clean(_ kept: inout [Bool]) {
        for index in page.passages.indices where kept[index] && note(index) != nil {
            kept[index] = false
        }
        dropTrailingHeadings(&kept)
    }

    /// Why a line between paragraphs is none of the article's.
    enum Note {
        case furniture(Furniture.Kind)
        /// The element around it says that it names the author or the date.
        case details
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
        let density = passage.linked.length / max(1, passage.census.length)
        let isLink =
            density > 0.9 && standsInProse(index) && passage.census.length < 25
            && passage.census.sentenceEnds == 0
            && page.tag(passage.block) != .li && page.tag(passage.block) != .td
        return isLink ? .link : nil
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
