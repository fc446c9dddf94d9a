/// Sums over the passages before each index that tell prose from lists of links.
struct ProseSums {
    /// Words of passages that read like sentences.
    private var length: [Float] = [0]
    private var count: [Int32] = [0]

    init(_ page: Page) {
        length.reserveCapacity(page.passages.count + 1)
        count.reserveCapacity(page.passages.count + 1)
        for passage in page.passages {
            let isProse = Self.isProse(passage)
            length.append(length[length.count - 1] + (isProse ? passage.census.length : 0))
            count.append(count[count.count - 1] + (isProse ? 1 : 0))
        }
    }

    static func isProse(_ passage: Passage) -> Bool {
        passage.census.length >= 10 && passage.linked.length < 0.3 * passage.census.length
            && passage.census.sentenceEnds > 0
    }

    func length(_ range: Range<Int>) -> Float {
        length[range.upperBound] - length[range.lowerBound]
    }

    func count(_ range: Range<Int>) -> Int {
        Int(count[range.upperBound] - count[range.lowerBound])
    }
}
