/// Words that say which day a date is: "Updated 5 May 2021", "Published on 4 May 2021".
enum ChangeWords {
    /// What a day is said to be.
    enum Kind {
        case published, changed
    }

    /// What the word nearest to the end of a text says of the date behind it; nil where none says anything.
    static func kind(before text: String) -> Kind? {
        let words = TextFolding.words(ofFolded: TextFolding.fold(text))
        for (index, word) in words.enumerated().reversed() {
            if index > 0, let kind = pairs["\(words[index - 1]) \(word)"] { return kind }
            if let kind = kind(of: word) { return kind }
        }
        return nil
    }

    /// What the first two words of a text say of the date before it: "5 May 2021 (updated)", "2021年5月5日更新".
    static func kind(after text: String) -> Kind? {
        let folded = TextFolding.fold(String(text.prefix(60)))
        for word in TextFolding.words(ofFolded: folded).prefix(2) {
            if let kind = kind(of: word) { return kind }
        }
        return nil
    }

    private static func kind(of word: some StringProtocol) -> Kind? {
        if isUnspaced(word) { return lastKind(in: String(word)) }
        // By bytes: in Indian scripts a vowel's sign joins the letter before it to one character.
        if published.contains(where: { word.utf8.starts(with: $0.utf8) }) { return .published }
        return changed.contains(where: { word.utf8.starts(with: $0.utf8) }) ? .changed : nil
    }

    /// Scripts without spaces, and Korean, which puts words together, hold the word anywhere.
    private static func isUnspaced(_ word: some StringProtocol) -> Bool {
        guard let value = word.unicodeScalars.first?.value else { return false }
        return 0xE00...0xE7F ~= value || value >= 0x1100
    }

    private static func lastKind(in word: String) -> Kind? {
        var last: (place: String.Index, kind: Kind)?
        for (marks, kind) in [(unspacedChanged, Kind.changed), (unspacedPublished, .published)] {
            for mark in marks {
                guard let place = word.ranges(of: mark).last?.upperBound else { continue }
                if place > last?.place ?? word.startIndex { last = (place, kind) }
            }
        }
        return last?.kind
    }

    /// Whether a text ends with a word of publication, such as "Published on", "Datum:".
    static func introducesPublication(_ label: String) -> Bool {
        let tail = String(label.suffix(40))
        if introducesOtherDay(label) { return false }
        let folded = TextFolding.fold(tail)
        let words = TextFolding.words(ofFolded: folded).map { String($0) }
        if let kind = kind(before: words.suffix(3).joined(separator: " ")) {
            return kind == .published
        }
        guard let last = words.last else { return false }
        return labels.contains(last) && (words.count == 1 || folded.hasSuffix(":"))
    }

    /// Whether a text ends with what makes the date after it another than that of publication: "Joined", "Born", "Stated on".
    static func introducesOtherDay(_ label: String) -> Bool {
        let folded = TextFolding.fold(label)
        if todays.contains(where: folded.hasSuffix) { return true }
        let words = TextFolding.words(ofFolded: folded)
        if words.count > 1, otherPairs.contains(words.suffix(2).joined(separator: " ")) {
            return true
        }
        return words.suffix(3).contains { word in
            others.contains(String(word)) || lives.contains { word.hasPrefix($0) }
        }
    }
}
