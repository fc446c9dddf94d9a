/// A regular expression as it was read.
indirect enum PatternNode {
    case empty
    case set(ScalarSet)
    case sequence([PatternNode])
    case choice([PatternNode])
    /// `most` nil: without end.
    case repeated(PatternNode, least: Int, most: Int?)
    case start, end
    case border(isNegated: Bool)
}

/// Some characters, as they are compared: folded (see `FoldedText`).
struct ScalarSet: Sendable, Equatable {
    var ranges: [ClosedRange<UInt32>]
    var isNegated = false

    /// The one character that it is.
    var only: UInt32? {
        guard !isNegated, ranges.count == 1, let range = ranges.first,
            range.lowerBound == range.upperBound
        else { return nil }
        return range.lowerBound
    }

    func contains(_ scalar: UInt32) -> Bool {
        ranges.contains { $0.contains(scalar) } != isNegated
    }

    /// Any character but the end of a line.
    static let any = ScalarSet(ranges: [10...10], isNegated: true)
    static let digit = ScalarSet(ranges: [48...57])
    static let space = ScalarSet(ranges: [9...13, 32...32, 0xA0...0xA0, 0x2000...0x200A])
    /// Letters of other scripts too: everything beyond ASCII that is no space and no punctuation of the common kind.
    static let word = ScalarSet(
        ranges: [
            48...57, 95...95, 97...122, 0xAA...0xAA, 0xB5...0xB5, 0xBA...0xBA, 0xC0...0x1FFF,
            0x2C00...0x2DFF, 0x3005...0x3007, 0x3041...0xD7FF, 0xF900...0xFDFF, 0x10000...0x3FFFF,
        ])

    var negated: ScalarSet { ScalarSet(ranges: ranges, isNegated: !isNegated) }
}

/// The same, quick to ask.
struct QuickSet: Sendable, Equatable {
    /// A bit for each character below 64, and from there to 127.
    private let low: UInt64
    private let high: UInt64
    private let all: ScalarSet

    init(_ set: ScalarSet) {
        func bits(_ first: UInt32) -> UInt64 {
            (0..<64).reduce(0) { $0 | (set.contains(first + $1) ? 1 << UInt64($1) : 0) }
        }
        low = bits(0)
        high = bits(64)
        all = set
    }

    func contains(_ scalar: UInt32) -> Bool {
        if scalar < 64 { return low >> UInt64(scalar) & 1 == 1 }
        if scalar < 128 { return high >> UInt64(scalar - 64) & 1 == 1 }
        return all.contains(scalar)
    }

    static let word = QuickSet(.word)
}
