import BriefModel

/// Reads the content of a feed entry: nearly all of it is the article.
enum ContentBody {
    /// For each passage whether it is kept: all but share bars, and the line that feeds add at the end
    /// ("The post … appeared first on …").
    static func verdict(of page: Page) -> BodyVerdict {
        BodyVerdict(kept: kept(in: page), quality: 0.9)
    }

    static func kept(in page: Page) -> [Bool] {
        var kept = [Bool](repeating: true, count: page.passages.count)
        for index in page.passages.indices {
            let passage = page.passages[index]
            if isInShareBar(passage, page) { kept[index] = false }
            guard passage.text.count < 400 else { continue }
            switch Furniture.kind(of: page.bytes(index)) {
            case .share, .subscribe, .consent, .adBlock: kept[index] = false
            default: continue
            }
        }
        if let last = kept.lastIndex(of: true), FeedNote.isNote(page.string(last)) {
            kept[last] = false
        }
        return kept
    }

    private static func isInShareBar(_ passage: Passage, _ page: Page) -> Bool {
        var node = passage.nodes.lowerBound
        while node > 0 {
            node = page.parent(node)
            let sum = page.sum(of: node)
            if page.roles[node].contains(.share), sum.length < 30,
                sum.linkDensity > 0.5 || sum.length < 8
            {
                return true
            }
        }
        return false
    }
}
