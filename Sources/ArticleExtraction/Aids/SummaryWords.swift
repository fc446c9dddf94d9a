/// What a feed says of an entry, to be found on the page that it links to: there the article begins.
///
/// A summary is often the article's first sentences, or its standfirst. Where a passage says it, what the judge doubts
/// before that passage is less likely the article's, and the passage itself more so.
struct SummaryWords {
    /// Pairs of words that follow each other.
    private let pairs: Set<UInt64>

    /// Fewer different words say nothing: "Read more", "Comments".
    private static let fewWords = 8
    /// More of a long text is not looked at.
    private static let mostBytes = 2_000
    /// Of the pairs of a passage, or of the summary's, so many must be common to both, and no fewer than `fewPairs`.
    private static let share: Float = 0.5
    private static let fewPairs = 4
    /// In words; shorter passages are labels, headlines and captions.
    private static let shortest: Float = 10
    /// Passages so far from the place that the judge chose are not looked at.
    private static let reach = 8
    private static let lift: Float = 0.3
    /// What stands before the beginning and is less likely than that, is a third as likely: credits, sources, summaries
    /// that a program wrote.
    private static let doubt: Float = 0.9
    private static let weight: Float = 0.33

    /// Nil where a summary says too little.
    init?(_ summary: String) {
        let words = WordHashes.of(Array(summary.utf8.prefix(Self.mostBytes))[...])
        guard Set(words).count >= Self.fewWords else { return nil }
        pairs = Self.pairs(of: words)
    }

    /// The probabilities of a page's passages by what the summary says; nil where no passage says it.
    func weighed(_ verdict: BodyVerdict, page: Page, lengths: [Float]) -> [Float]? {
        var odds = verdict.probability
        guard
            let place = BodyRegion.best(probabilities: odds, weights: lengths),
            !place.isEmpty
        else { return nil }
        let near =
            max(0, place.lowerBound - Self.reach)..<min(odds.count, place.upperBound + Self.reach)
        let found = near.filter { says($0, page) }
        guard let first = found.first else { return nil }
        for index in found { odds[index] = min(1, odds[index] + Self.lift) }
        for index in 0..<first
        where odds[index] < Self.doubt
            && !page.isHeading(index)
        {
            odds[index] *= Self.weight
        }
        return odds
    }

    private func says(_ index: Int, _ page: Page) -> Bool {
        let passage = page.passages[index]
        guard passage.census.length >= Self.shortest,
            passage.linked.length <= 0.5 * passage.census.length,
            page.tag(passage.block).headingLevel == nil, !isCaption(passage.block, page)
        else { return false }
        let own = Self.pairs(of: WordHashes.of(page.bytes(index)))
        let common = own.intersection(pairs).count
        return common >= Self.fewPairs
            && Float(common) >= Self.share * Float(min(own.count, pairs.count))
    }

    private func isCaption(_ block: Int, _ page: Page) -> Bool {
        page.tag(block) == .figcaption || page.tag(page.parent(block)) == .figcaption
    }

    private static func pairs(of words: [UInt64]) -> Set<UInt64> {
        Set(zip(words, words.dropFirst()).map { ($0 &* 0x9e37_79b9_7f4a_7c15) ^ $1 })
    }
}
