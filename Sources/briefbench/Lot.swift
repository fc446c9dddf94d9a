/// The same draws at every run (Marsaglia, "Xorshift RNGs", 2003).
struct Lot {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    mutating func word() -> String {
        let letters = Array("abcdefghijklmnoprstuvwy")
        return String(
            (0..<(3 + Int(next() % 8))).map { _ in letters[Int(next() % UInt64(letters.count))] })
    }

    /// A low number more often than a high one.
    mutating func rank(of count: Int) -> Int {
        let unit = Double(next() >> 11) / Double(1 << 53)
        return min(count - 1, Int(unit * unit * unit * Double(count)))
    }
}
