/// The words of a document: they tell whether a hyphen at a line's end is part of its word.
struct PDFVocabulary {
    private var words: [String: Int] = [:]
    private var hyphenated: [String: Int] = [:]
    /// Whether "-" stands within words, and breaks are therefore set with another sign where there is one.
    private var hasPlainHyphens = false
    private static let mostWords = 300_000

    static let hyphens: Set<Character> = ["-", "\u{2010}", "\u{AD}"]

    mutating func add(_ text: String) {
        guard words.count < Self.mostWords else { return }
        let word = Self.bare(text)
        guard word.count > 1, let last = word.last, !Self.hyphens.contains(last) else { return }
        if word.contains("-") {
            hyphenated[word, default: 0] += 1
            hasPlainHyphens = true
        } else {
            words[word, default: 0] += 1
        }
    }

    private static func bare(_ text: String) -> String {
        var rest = Substring(text.lowercased())
        while let first = rest.first, !first.isLetter { rest.removeFirst() }
        while let last = rest.last, !last.isLetter, !hyphens.contains(last) { rest.removeLast() }
        return String(rest)
    }

    /// A word that is broken after its hyphen, as one.
    func joined(_ first: String, _ second: String) -> String {
        guard let sign = first.last, Self.hyphens.contains(sign) else {
            return first + " " + second
        }
        let head = String(first.dropLast())
        let whole = head + second
        if sign == "\u{AD}" { return whole }
        let kept = head + "-" + second
        // "10-12", "Anglo-Saxon", "the 1980s-": no word is broken there.
        guard let before = head.last, let after = second.first else { return kept }
        if before == "/" { return whole }
        guard before.isLetter, after.isLetter else { return kept }
        let (asKept, asWhole) = (hyphenated[Self.bare(kept)] ?? 0, words[Self.bare(whole)] ?? 0)
        if asKept + asWhole > 0 { return asKept >= asWhole ? kept : whole }
        if after.isUppercase { return before.isUppercase ? whole : kept }
        if sign == "\u{2010}", hasPlainHyphens { return whole }
        // Of two words, both of which are known by themselves, and long enough to be no syllables.
        let part = Self.bare(head.split(separator: "-").last.map(String.init) ?? head)
        let rest = Self.bare(second)
        let isCompound = head.contains("-")
        if isCompound || part.count > 3, rest.count > 2, words[part] != nil, words[rest] != nil {
            return kept
        }
        return whole
    }
}
