/// Finds the stretch of passages or lines that is the article.
enum BodyRegion {
    /// The run with the largest sum of (probability - bar) × weight; nil where every sum is
    /// negative.
    static func best<Value: BinaryFloatingPoint>(
        probabilities: [Value], weights: [Value], bar: Value = 0.4
    ) -> Range<Int>? {
        var best: Value = 0
        var range: Range<Int>?
        var sum: Value = 0
        var start = 0
        for index in probabilities.indices {
            if sum <= 0 {
                sum = 0
                start = index
            }
            sum += (probabilities[index] - bar) * max(1, weights[index])
            if sum > best {
                best = sum
                range = start..<(index + 1)
            }
        }
        return range
    }
}
