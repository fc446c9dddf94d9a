/// A folded text and its words, in bytes.
struct FoldedLine {
    let utf8: [UInt8]
    let words: [Range<Int>]

    init(_ text: String) { self.init(folding: text.utf8Span.span) }

    /// - Parameter text: well-formed UTF-8.
    init(folding text: Span<UInt8>) { self.init(folded: TextFolding.folded(text)) }

    init(folded utf8: [UInt8]) {
        self.utf8 = utf8
        words = TextFolding.words(in: utf8.span)
    }

    var string: String { String(decoding: utf8, as: UTF8.self) }

    func bytes(_ word: Int) -> ArraySlice<UInt8> { utf8[words[word]] }

    func hash(_ word: Int) -> UInt64 {
        let bytes = utf8.span
        var hash = ByteHash.seed
        for index in words[word] { hash = ByteHash.next(hash, bytes[index]) }
        return hash
    }

    func word(_ word: Int) -> String { String(decoding: bytes(word), as: UTF8.self) }

    func isNumber(_ word: Int) -> Bool {
        let bytes = bytes(word)
        guard let first = bytes.first, first >= 0x80 else {
            return bytes.allSatisfy { (0x30...0x39).contains($0) }
        }
        return self.word(word).allSatisfy(\.isNumber)
    }

    /// The words but for numbers at the ends.
    var unnumbered: Range<Int> {
        var bare = words.indices
        while let first = bare.first, isNumber(first) { bare.removeFirst() }
        while let last = bare.last, isNumber(last) { bare.removeLast() }
        return bare
    }

    /// The words without what stands between them.
    var letters: [UInt8] {
        var letters: [UInt8] = []
        for word in words { letters += utf8[word] }
        return letters
    }
}
