/// A title folded to its words, so that titles are compared whatever their case, accents and punctuation.
struct FoldedTitle {
    let words: String
    /// The hash of each word.
    private let list: [UInt64]

    /// How many words there are.
    var count: Int { list.count }

    init(_ text: String) {
        let line = FoldedLine(text)
        words = Self.words(of: line)
        list = line.words.indices.map(line.hash)
    }

    static func words(_ text: String) -> String { words(of: FoldedLine(text)) }

    private static func words(of line: FoldedLine) -> String {
        var words: [UInt8] = []
        words.reserveCapacity(line.utf8.count)
        for word in line.words {
            if !words.isEmpty { words.append(0x20) }
            words += line.utf8[word]
        }
        return String(decoding: words, as: UTF8.self)
    }

    /// How far two titles are the same: 1 where they are equal; 0.9 where one begins or ends the other;
    /// else less, by the share of common words; 0 where too little is common.
    func agreement(_ other: FoldedTitle) -> Double {
        if words == other.words { return 1 }
        let isShorter = words.utf8.count < other.words.utf8.count
        let (short, long) = isShorter ? (self, other) : (other, self)
        let isTelling = short.list.count > 2 || short.words.utf8.count > 14
        if isTelling, long.words.hasPrefix(short.words) || long.words.hasSuffix(short.words) {
            return 0.9
        }
        guard short.list.count > 2 else { return 0 }
        let least = min(long.list.count, short.list.count + 3)
        var both = 0
        var unseen = short.list.count
        for (index, word) in short.list.enumerated() where !short.list[..<index].contains(word) {
            if long.list.contains(word) { both += 1 }
            unseen -= 1
            // Half of the words is the least that counts.
            if 2 * (both + unseen) <= least { return 0 }
        }
        let share = Double(both) / Double(least)
        return share > 0.5 ? 0.8 * share : 0
    }
}
