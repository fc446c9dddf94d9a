/// A text for regular expressions: the characters in lower case, without accents on Latin letters.
struct FoldedText {
    /// So many characters of a text are looked at, its beginning: what bounds the time of a pattern.
    static let longest = 100_000

    let scalars: [UInt32]

    init(_ text: String) {
        var scalars: [UInt32] = []
        scalars.reserveCapacity(min(text.utf8.count, Self.longest))
        for scalar in text.unicodeScalars {
            let folded = Self.fold(scalar)
            if folded > 1 || scalar.value == 0 { scalars.append(folded) }
            if scalars.count == Self.longest { break }
        }
        self.scalars = scalars
    }

    /// 1 for marks that are passed over.
    static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
        let folded = WordFolding.folded(scalar)
        return folded == 0 ? scalar.value : folded
    }
}
