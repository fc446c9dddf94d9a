/// Words of ASCII, found by their hashes whatever the case of their letters: for names that are asked for thousands of
/// times a page.
struct KnownWords: Sendable {
    private var numbers = KeyNumbers()

    init(_ words: [String]) {
        for word in words { _ = numbers.number(Self.hash(word.utf8Span.span)) }
    }

    func contains(_ word: Span<UInt8>) -> Bool { numbers.known(Self.hash(word)) != nil }

    private static func hash(_ word: Span<UInt8>) -> UInt64 {
        var hash = ByteHash.seed
        for index in word.indices { hash = ByteHash.next(hash, word[index].asciiLowered) }
        return hash
    }
}

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
