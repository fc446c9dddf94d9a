import BriefModel
import LibXML

/// What is known for certain of a page's blocks, by their lines and by the places that they stand in.
extension SiteLines {
    /// Blocks that are looked up at most.
    private static let most = 2_000
    /// Pages that have to agree where feeds say so; an editor needs one.
    private static let agreeing = 2

    /// What certain knowledge says of a block.
    struct Told {
        var passage: Int
        var isText: Bool
    }

    /// What an editor taught of the blocks of a page.
    static func taught(_ page: Page, by site: SiteAccount) -> [Told] {
        told(page, by: site.taught, need: 1) { _ in true }
    }

    /// What feeds with whole articles said, of blocks that the judge is not certain of.
    static func learned(_ page: Page, by site: SiteAccount, odds: [Float]) -> [Told] {
        told(page, by: site.learned, need: agreeing) { 0.02...0.95 ~= odds[$0] }
    }

    private static func told(
        _ page: Page, by labels: SiteLabels, need: Int, where isAsked: (Int) -> Bool
    ) -> [Told] {
        guard !labels.isEmpty else { return [] }
        return page.passages.indices.prefix(most).compactMap { index in
            guard isAsked(index),
                let says = labels.says(line(index, page), atLeast: need)
                    ?? labels.says(place(index, page), atLeast: need)
            else { return nil }
            return Told(passage: index, isText: says)
        }
    }

    /// The lines and places of a page of which is known what they hold.
    ///
    /// - Parameters:
    ///   - says: for each passage whether it is text; nil where nobody knows.
    ///   - odds: what nobody would keep needs no label.
    static func labels(of page: Page, says: [Bool?], odds: [Float]) -> PageLabels {
        var kept: Set<UInt64> = []
        var dropped: Set<UInt64> = []
        for index in page.passages.indices.prefix(most) {
            switch says[index] {
            case true?: kept.insert(place(index, page))
            case false? where odds[index] >= least:
                dropped.insert(place(index, page))
                if !recurs(page.tag(page.passages[index].block)) {
                    dropped.insert(line(index, page))
                }
            default: continue
            }
        }
        return PageLabels(
            kept: Array(kept.sorted().prefix(PageLabels.most)),
            dropped: Array(dropped.sorted().prefix(PageLabels.most)))
    }
}
