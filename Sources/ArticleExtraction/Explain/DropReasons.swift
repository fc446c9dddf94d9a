import LibXML

/// Finds the plainest reason for which a passage was dropped.
struct DropReasons {
    private let page: Page
    private let verdict: BodyVerdict
    private let title: String?
    /// Elements further away than this many are not looked at.
    private static let reach = 64
    /// How many passages before each are kept.
    private var keptBefore: [Int] = [0]

    init(_ page: Page, _ verdict: BodyVerdict, title: String?) {
        self.page = page
        self.verdict = verdict
        self.title = title.map(TextFolding.fold)
        var count = 0
        for isKept in verdict.kept {
            count += isKept ? 1 : 0
            keptBefore.append(count)
        }
    }

    func reason(for index: Int) -> String {
        if let deletion = verdict.deletions[index] { return deletion.words }
        let passage = page.passages[index]
        let around = ancestors(of: passage)
        if around.contains(where: { page.roles[$0].contains(.unseen) }) {
            return "hidden: the page does not show it"
        }
        if let title, passage.text.count < 1_000, TextFolding.fold(page.string(index)) == title {
            return "repeats the title"
        }
        for node in around {
            if let words = PagePart.words(page.tag(node), page.roles[node]) { return words }
        }
        if passage.text.count < 300, let kind = Furniture.kind(of: page.bytes(index)) {
            return "a line of furniture: \(kind.words)"
        }
        if let comments = verdict.comments, index >= comments {
            return "below the article: comments"
        }
        if passage.linked.length > 0.5 * max(1, passage.census.length) { return "mostly links" }
        let isHeading = page.tag(passage.block).headingLevel != nil
        if isHeading, headsNothing(index) { return "a heading of nothing that is kept" }
        guard !verdict.probability.isEmpty else { return "a notice, not the article" }
        return isLikely(index) ? "stands apart from the article" : "unlike the article"
    }

    private func isLikely(_ index: Int) -> Bool {
        !verdict.probability.isEmpty && verdict.probability[index] > BodyChoice.inside
    }

    /// The elements around a passage, the nearest first, as far as they hold nothing that is kept: what holds kept
    /// passages too gives no reason.
    private func ancestors(of passage: Passage) -> [Int] {
        var found: [Int] = []
        var node = passage.nodes.lowerBound
        while node > 0, found.count < Self.reach {
            node = page.parent(node)
            let range = page.passages(of: node)
            guard keptBefore[range.lowerBound] == keptBefore[range.upperBound] else { break }
            found.append(node)
        }
        return found
    }

    private func headsNothing(_ index: Int) -> Bool {
        for next in page.passages.indices[(index + 1)...] {
            if verdict.kept[next] { return false }
            if page.isHeading(next) { return true }
        }
        return true
    }
}
