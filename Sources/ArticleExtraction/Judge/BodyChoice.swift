/// Which passages of a page are kept, by how likely each of them belongs to the article.
struct BodyChoice {
    /// For each passage the probability that it belongs to the article.
    let odds: [Float]
    /// For each passage its length in words, at least a half.
    let lengths: [Float]
    /// The words of the article to be expected of the whole page.
    private let whole: Float

    /// A passage counts for a region by how far its probability is above this.
    private static let bar: Float = 0.4
    /// Kept within the region, and kept outside of it.
    static let inside: Float = 0.3
    private static let outside: Float = 0.6
    /// A body of fewer words is none: then all that is half as likely as the likeliest passage is kept.
    private static let leastWords: Float = 15

    init(odds: [Float], lengths: [Float]) {
        self.odds = odds
        self.lengths = lengths
        whole = zip(odds, lengths).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// What stands in one place, or what is spread over the page where no place holds the text.
    func kept() -> [Bool] {
        let region = inOnePlace()
        return missesTheText(region) ? spread() : region
    }

    /// The F1 to be expected of a choice, 0 to 1.
    func expectedF1(_ kept: [Bool]) -> Float {
        let sum = sum(kept)
        return expectedF1(hit: sum.hit, length: sum.length)
    }

    private func expectedF1(hit: Float, length: Float) -> Float {
        length > 0 ? 2 * hit / (length + whole) : 0
    }

    /// The run of passages that is most likely the article, weighed by their words: what is likely within it,
    /// and very likely outside of it.
    private func inOnePlace() -> [Bool] {
        let region =
            BodyRegion.best(probabilities: odds, weights: lengths, bar: Self.bar) ?? 0..<0
        let kept = odds.indices.map {
            odds[$0] > (region.contains($0) ? Self.inside : Self.outside)
        }
        if sum(kept).length >= Self.leastWords { return kept }
        let most = odds.max() ?? 0
        return odds.map { $0 >= 0.5 * most }
    }

    /// Lists, shops and forums have their text in many places: a choice that is expected to be bad, of which the
    /// judge is not sure, on a page with likely passages all over. A sure one is the first of several articles.
    private func missesTheText(_ kept: [Bool]) -> Bool {
        let sum = sum(kept)
        return expectedF1(hit: sum.hit, length: sum.length) < 0.5 && sum.hit < 0.75 * sum.length
            && odds.count(where: { $0 > Self.inside }) * 100 > 3 * odds.count
    }

    /// The choice with the largest expected F1.
    private func spread() -> [Bool] {
        let order = odds.indices.sorted { (odds[$0], $1) > (odds[$1], $0) }
        var hit: Float = 0
        var length: Float = 0
        var best: Float = 0
        var count = 0
        for (place, index) in order.enumerated() {
            hit += odds[index] * lengths[index]
            length += lengths[index]
            let expected = expectedF1(hit: hit, length: length)
            if expected > best {
                best = expected
                count = place + 1
            }
        }
        var kept = odds.map { _ in false }
        for index in order.prefix(count) { kept[index] = true }
        return kept
    }

    private func sum(_ kept: [Bool]) -> (hit: Float, length: Float) {
        var hit: Float = 0
        var length: Float = 0
        for index in kept.indices where kept[index] {
            hit += odds[index] * lengths[index]
            length += lengths[index]
        }
        return (hit, length)
    }
}
