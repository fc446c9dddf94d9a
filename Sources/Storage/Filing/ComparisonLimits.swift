/// What texts are laid beside each other: a comparison takes a hundred times the bytes of what it compares, in the
/// process that must not fall.
///
/// A longer text is filed, and known again by its hash and its address; only what it is near to is not looked for.
struct ComparisonLimits: Sendable {
    /// Bytes of a text: a novel has one million.
    var text = 2 << 20
    /// Its words, two characters being one where words are not spaced.
    var words = 400_000
    /// Bytes of all texts that one is compared with.
    var together = 8 << 20

    /// Bytes of a file that is opened for its text.
    var file: Int { 3 * text }

    func allow(_ text: String) -> Bool {
        let bytes = text.utf8.count
        guard bytes <= self.text else { return false }
        // A word and what parts it from the next have two bytes.
        return bytes <= 2 * words || WordCount.words(of: text, upTo: words + 1) <= words
    }
}
