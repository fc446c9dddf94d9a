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
        var words = AnchorWords(
            title: metadata.first("og:title") ?? metadata.titleElement ?? "",
            description: metadata.first("og:description", "description", "twitter:description")
                ?? "")
        titleOverlap.reserveCapacity(page.passages.count)
        titleShare.reserveCapacity(page.passages.count)
        descriptionShare.reserveCapacity(page.passages.count)
        descriptionPeak = 0.3
        var bestTitle: Float = 0.5
        let describes = words.description >= Self.fewWords
        for index in page.passages.indices {
            let passage = page.passages[index]
            let level = page.tag(passage.block).headingLevel
            if level == 1, h1 == nil { h1 = index }
            let isShort = passage.census.length <= Self.longestTitle
            let found = isShort || describes ? words.count(in: page.bytes(index)) : .init()
            let hits = isShort ? Float(found.title) : 0
            titleOverlap.append(hits / Float(max(1, found.words)))
            titleShare.append(hits / Float(max(1, words.title)))
            let score = titleOverlap[index] * titleShare[index] + (level == nil ? 0 : 0.1)
            if score > bestTitle {
                bestTitle = score
                title = index
            }
            let share = describes ? Float(found.description) / Float(words.description) : 0
            descriptionShare.append(share)
            if share > descriptionPeak {
                descriptionPeak = share
                description = index
            }
        }
        if description == nil { descriptionPeak = 0 }
    }

    /// 1 where one of the passages is the anchor, 0 where another is, -1 where there is none.
    static func holds(_ range: Range<Int>, _ anchor: Int?) -> Float {
        anchor.map { range.contains($0) ? 1 : 0 } ?? -1
    }
}
