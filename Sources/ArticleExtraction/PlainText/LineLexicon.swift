/// What the words of a line say: for each word the logarithm of the odds that a line with it belongs to
/// an article, as the training pages have it. Words are told apart by their hash alone.
struct LineLexicon: Sendable {
    /// Numbers of words; a power of two.
    static let size = 16_384
    /// Figures a line.
    static let count = 7

    /// One weight a number, in sixteenths; empty where none were learned.
    private let weights: [Int8]

    static let shared = LineLexicon(
        weights: Base64.bytes(of: LineModelWeights.lexicon).map { Int8(bitPattern: $0) })

    init(weights: [Int8]) { self.weights = weights.count == Self.size ? weights : [] }

    /// False where no weights were learned, or they are damaged.
    var isLoaded: Bool { !weights.isEmpty }

    /// What the words of each line of a text say.
    struct Figures {
        /// Mean, lowest and highest weight of each line's words, and the mean of the first three.
        fileprivate var own: [SIMD4<Float>] = []

        /// The figures of a line, and the means of what stands around it.
        func append(_ index: Int, to row: inout [Float]) {
            for figure in own[index].indices { row.append(own[index][figure]) }
            row.append(mean(index - 3..<index))
            row.append(mean(index + 1..<index + 4))
            row.append(mean(index - 8..<index + 9))
        }

        private func mean(_ range: Range<Int>) -> Float {
            let inside = range.clamped(to: 0..<own.count)
            guard !inside.isEmpty else { return 0 }
            return own[inside].reduce(0) { $0 + $1[0] } / Float(inside.count)
        }
    }

    func figures(of lines: [LineTraits]) -> Figures {
        Figures(own: lines.map { figures(ofWords: Self.words(of: $0.folded)) })
    }

    /// Words of a line's beginning.
    private static let beginning = 3

    private func figures(ofWords words: [Int]) -> SIMD4<Float> {
        guard !weights.isEmpty, !words.isEmpty else { return .zero }
        var (sum, start): (Float, Float) = (0, 0)
        var (least, most) = (Float.infinity, -Float.infinity)
        for (index, word) in words.enumerated() {
            let weight = Float(weights[word]) / 16
            sum += weight
            if index < Self.beginning { start = sum }
            least = min(least, weight)
            most = max(most, weight)
        }
        let count = Float(words.count)
        return [sum / count, least, most, start / min(count, Float(Self.beginning))]
    }

    /// The numbers of the first 60 words of a folded line; of scripts without spaces those of each two
    /// characters.
    static func words(of folded: String) -> [Int] {
        var words: [Int] = []
        words.reserveCapacity(min(most, folded.utf8.count / 4))
        var hash = seed
        var previous: UInt64 = 0
        func close() {
            if hash != seed { words.append(number(hash)) }
            hash = seed
        }
        let bytes = folded.utf8Span.span
        var index = 0
        while index < bytes.count {
            // Most characters: small letters of ASCII.
            if bytes[index] &- 0x61 < 26 {
                hash = (hash ^ UInt64(bytes[index])) &* prime
                previous = 0
                index += 1
                continue
            }
            if words.count >= most { return words }
            let value = UTF8Scalar.next(in: bytes, &index)
            if isUnspaced(value) {
                close()
                if previous != 0 {
                    words.append(number((seed ^ previous) &* prime ^ UInt64(value)))
                }
                previous = UInt64(value)
                continue
            }
            previous = 0
            let isPart = (0x61...0x7A).contains(value) || value == 0x27 || value >= 0xAA
            if isPart {
                hash = (hash ^ UInt64(value)) &* prime
            } else if (0x30...0x39).contains(value) {
                // All numbers are one word.
                if hash == seed { hash = (hash ^ 0x30) &* prime }
            } else {
                close()
            }
        }
        if words.count < most { close() }
        return words
    }

    /// So many words of a line are looked at.
    private static let most = 60

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3

    private static func number(_ hash: UInt64) -> Int {
        Int((hash ^ (hash >> 29) ^ (hash >> 47)) % UInt64(size))
    }

    private static func isUnspaced(_ value: UInt32) -> Bool {
        (0x3041...0x9FFF).contains(value) || (0xE01...0xE4E).contains(value)
    }
}
