/// Words, folded and found by their hashes: every line of a page is asked for some of them.
struct WordSet: Sendable {
    private let hashes: Set<UInt64>

    init(_ words: [String]) {
        hashes = Set(
            words.map { TextFolding.fold($0).utf8.reduce(ByteHash.seed, ByteHash.next) })
    }

    private init(hashes: Set<UInt64>) { self.hashes = hashes }

    func union(_ words: [String]) -> WordSet {
        WordSet(hashes: hashes.union(WordSet(words).hashes))
    }

    func contains(_ index: Int, of line: FoldedLine) -> Bool { hashes.contains(line.hash(index)) }
}
