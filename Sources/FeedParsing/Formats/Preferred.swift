/// A value that several elements may state: the most trusted one counts, of equals the first.
struct Preferred<Value> {
    private(set) var value: Value?
    private var rank = Int.min

    /// As `offer`, but of equals the last counts.
    mutating func replace(_ value: Value?, rank: Int) {
        guard let value, rank >= self.rank else { return }
        self.value = value
        self.rank = rank
    }

    mutating func offer(_ value: Value?, rank: Int) {
        guard let value, rank > self.rank else { return }
        self.value = value
        self.rank = rank
    }
}

extension Preferred: Sendable where Value: Sendable {}
