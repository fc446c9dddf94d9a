/// The words of a text in their order, to be asked for words, phrases and beginnings.
struct WordList {
    private(set) var hashes: [UInt64] = []
    /// All words one after the other, and where each ends.
    private var scalars: [UInt32] = []
    private var ends: [Int] = []
    private(set) var distinct: Set<UInt64> = []

    init(_ text: String) {
        scalars.reserveCapacity(text.utf8.count)
        add(text)
        distinct = Set(hashes)
    }

    /// Several texts; no phrase reaches from one into the next.
    init(_ texts: [String]) {
        for text in texts {
            add(text)
            hashes.append(0)
            ends.append(scalars.count)
        }
        distinct = Set(hashes)
    }

    private mutating func add(_ text: String) {
        WordFolding.forEachWord(of: text) { word, hash in
            hashes.append(hash)
            scalars += word
            ends.append(scalars.count)
        }
    }

    func word(_ index: Int) -> ArraySlice<UInt32> {
        scalars[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    func contains(_ words: [FoldedWord], isBeginning: Bool) -> Bool {
        guard let last = words.last else { return false }
        let whole = isBeginning ? words.dropLast() : words[...]
        guard whole.allSatisfy({ distinct.contains($0.hash) }) else { return false }
        if words.count == 1, !isBeginning { return true }
        guard hashes.count >= words.count else { return false }
        for start in 0...(hashes.count - words.count) {
            guard zip(whole, hashes[start...]).allSatisfy({ $0.hash == $1 }) else { continue }
            if !isBeginning || word(start + words.count - 1).starts(with: last.scalars) {
                return true
            }
        }
        return false
    }
}
