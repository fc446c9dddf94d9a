/// How titles are compared: by their words, whatever the case, accents and punctuation.
enum FoldedTitle {
    static func words(_ text: String) -> String {
        TextFolding.words(ofFolded: TextFolding.fold(text)).joined(separator: " ")
    }

    /// How far two titles, both folded to words, are the same: 1 where they are equal; 0.9 where one begins
    /// or ends the other; else less, by the share of common words; 0 where too little is common.
    static func agreement(_ left: String, _ right: String) -> Double {
        if left == right { return 1 }
        let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
        let shortWords = short.split(separator: " ")
        let isTelling = shortWords.count > 2 || short.utf8.count > 14
        if isTelling, long.hasPrefix(short) || long.hasSuffix(short) { return 0.9 }
        guard shortWords.count > 2 else { return 0 }
        let longWords = long.split(separator: " ")
        let both = Set(shortWords).intersection(longWords).count
        let share = Double(both) / Double(min(longWords.count, shortWords.count + 3))
        return share > 0.5 ? 0.8 * share : 0
    }
}
