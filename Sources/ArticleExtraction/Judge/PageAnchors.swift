/// The passages that the page's own title and description point to: where the article is, when a page holds
/// several.
struct PageAnchors {
    /// The passage that says the title; nil where none does.
    private(set) var title: Int?
    /// The first heading of level 1.
    private(set) var h1: Int?
    /// The passage that says most of the description.
    private(set) var description: Int?
    /// For each passage the share of its words that the title has, and of the title's words that it has.
    private(set) var titleOverlap: [Float] = []
    private(set) var titleShare: [Float] = []
    /// For each passage the share of the description's words that it has.
    private(set) var descriptionShare: [Float] = []
    private(set) var descriptionPeak: Float = 0

    /// Longer passages are no titles.
    private static let longestTitle: Float = 40
    /// A description of fewer words than this points nowhere.
    private static let fewWords = 6

    init(_ page: Page, _ metadata: PageMetadata) {
        let title = Self.words(metadata.first("og:title") ?? metadata.titleElement)
        let described = Self.words(
            metadata.first("og:description", "description", "twitter:description"))
        var bestTitle: Float = 0.5
        descriptionPeak = 0.3
        for index in page.passages.indices {
            let passage = page.passages[index]
            let level = page.tag(passage.block).headingLevel
            if level == 1, h1 == nil { h1 = index }
            let isShort = passage.census.length <= Self.longestTitle
            let words = WordHashes.of(page.bytes(index))
            let hits = isShort ? Float(words.count(where: title.contains)) : 0
            titleOverlap.append(hits / Float(max(1, words.count)))
            titleShare.append(hits / Float(max(1, title.count)))
            let score = titleOverlap[index] * titleShare[index] + (level == nil ? 0 : 0.1)
            if score > bestTitle {
                bestTitle = score
                self.title = index
            }
            readDescription(index, words, described)
        }
        if description == nil { descriptionPeak = 0 }
    }

    private mutating func readDescription(
        _ index: Int, _ words: [UInt64], _ described: Set<UInt64>
    ) {
        guard described.count >= Self.fewWords else { return descriptionShare.append(0) }
        var found: Set<UInt64> = []
        for word in words where described.contains(word) { found.insert(word) }
        let share = Float(found.count) / Float(described.count)
        descriptionShare.append(share)
        if share > descriptionPeak {
            descriptionPeak = share
            description = index
        }
    }

    /// 1 where one of the passages is the anchor, 0 where another is, -1 where there is none.
    static func holds(_ range: Range<Int>, _ anchor: Int?) -> Float {
        anchor.map { range.contains($0) ? 1 : 0 } ?? -1
    }

    private static func words(_ text: String?) -> Set<UInt64> {
        Set(WordHashes.of(Array((text ?? "").utf8)[...]))
    }
}
