import BriefModel

/// The whole article as a feed carries it, beside the page that it links to: it says of each block of the page whether it
/// is the article's.
///
/// It decides nothing of this page. What it says is learned for the next pages of the site.
struct FullText {
    /// Hashes of four words that follow each other.
    private let runs: Set<UInt64>
    private let length: Float

    private static let run = 4
    /// Fewer words are a teaser, and may stand on any page.
    private static let fewWords = 100
    private static let mostBytes = 200_000
    /// Of a block's runs so many must stand in the text, or so few.
    private static let many: Float = 0.7
    private static let few: Float = 0.1
    /// So much of the text must stand on the page, and so much of what the judge is sure of in the text: else the feed has
    /// another text, or a part of it.
    private static let onPage: Float = 0.8
    private static let ofBody: Float = 0.6

    /// Nil where a text says too little.
    init?(_ text: String) {
        let words = WordHashes.of(Array(text.utf8.prefix(Self.mostBytes))[...])
        guard words.count >= Self.fewWords else { return nil }
        runs = Set(Self.runs(of: words))
        length = Float(words.count)
    }

    private static func runs(of words: [UInt64]) -> [UInt64] {
        guard words.count >= run else { return [] }
        return (0...words.count - run).map { start in
            words[start..<start + run].reduce(ByteHash.seed) {
                ($0 ^ $1) &* 0x9e37_79b9_7f4a_7c15
            }
        }
    }

    /// What it says of a page's blocks; nil where it is not the text of this page.
    ///
    /// - Parameter odds: what the judge thinks of them.
    func labels(of page: Page, odds: [Float]) -> PageLabels? {
        var says: [Bool?] = []
        says.reserveCapacity(odds.count)
        var (found, sure, sureAndFound): (Float, Float, Float) = (0, 0, 0)
        for index in page.passages.indices {
            let (verdict, length) = verdict(on: page, index)
            says.append(verdict)
            if verdict == true { found += length }
            if odds[index] >= RegionCleaner.sure, verdict != nil {
                sure += length
                if verdict == true { sureAndFound += length }
            }
        }
        guard found >= Self.onPage * length, sureAndFound >= Self.ofBody * sure else { return nil }
        return SiteLines.labels(of: page, says: says, odds: odds)
    }

    /// Nil for short lines, and where half of a block is known; and how many words it has.
    private func verdict(on page: Page, _ index: Int) -> (Bool?, Float) {
        let words = WordHashes.of(page.bytes(index))
        let own = Self.runs(of: words)
        guard !own.isEmpty else { return (nil, Float(words.count)) }
        let share = Float(own.count(where: runs.contains)) / Float(own.count)
        return (share >= Self.many ? true : share <= Self.few ? false : nil, Float(words.count))
    }
}
