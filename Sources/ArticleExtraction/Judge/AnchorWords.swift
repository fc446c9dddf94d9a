/// The words of a page's title and description, to be found in its passages.
struct AnchorWords {
    /// How many different words the title has, and the description.
    let title: Int
    let description: Int

    private struct Word {
        var isOfTitle: Bool
        var isOfDescription: Bool
        /// The last text that this word of the description was found in.
        var text = 0
    }

    private var numbers = KeyNumbers()
    private var words: [Word] = []
    /// How many texts were looked at.
    private var texts = 0

    init(title: String, description: String) {
        let inTitle = Set(WordHashes.of(Array(title.utf8)[...]))
        let described = Set(WordHashes.of(Array(description.utf8)[...]))
        self.title = inTitle.count
        self.description = described.count
        for hash in inTitle.union(described) where numbers.number(hash) == words.count {
            words.append(
                Word(
                    isOfTitle: inTitle.contains(hash), isOfDescription: described.contains(hash)))
        }
    }

    struct Found {
        /// All words of the text.
        var words = 0
        /// Those that the title has.
        var title = 0
        /// The different ones that the description has.
        var description = 0
    }

    mutating func count(in text: ArraySlice<UInt8>) -> Found {
        texts += 1
        var found = Found()
        WordHashes.each(in: text.span) { hash in
            found.words += 1
            guard let number = numbers.known(hash) else { return }
            if words[number].isOfTitle { found.title += 1 }
            if words[number].isOfDescription, words[number].text != texts {
                words[number].text = texts
                found.description += 1
            }
        }
        return found
    }
}
