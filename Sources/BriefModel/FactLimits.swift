/// How long a fact may be, in Unicode scalars, and how many of a kind a document may have. Lists, files, feeds and pages show
/// facts whole, and each of them is held for every article of a list.
public enum FactLimits {
    public static let title = 1_000
    /// Of an author, a site, a series or a category.
    public static let name = 200
    public static let names = 500
    public static let summary = 4_000
}

extension String {
    /// The beginning of a text that is longer than so many Unicode scalars, up to a word's end and with an ellipsis; else the
    /// text as it is. A script without blanks is cut between characters.
    public func cut(to limit: Int) -> String {
        guard utf8.count > limit,
            unicodeScalars.index(startIndex, offsetBy: limit + 1, limitedBy: endIndex) != nil
        else { return self }
        let most = unicodeScalars.index(startIndex, offsetBy: max(0, limit - 1))
        var end = startIndex
        while end < most {
            let next = index(after: end)
            guard next <= most else { break }
            end = next
        }
        // One character of thousands of marks has no border to be cut at.
        let head = end > startIndex ? self[..<end] : self[..<most]
        let half = unicodeScalars.index(startIndex, offsetBy: limit / 2)
        let word = head.lastIndex { $0.isWhitespace }.flatMap { $0 > half ? head[..<$0] : nil }
        var text = String(word ?? head)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text + "\u{2026}"
    }
}

extension [String] {
    /// The first of a document's names, each within its bounds.
    public var bounded: [String] {
        prefix(FactLimits.names).map { $0.cut(to: FactLimits.name) }
    }
}

extension Article {
    /// Cuts facts that are longer than anybody reads, and notes it. The document that came has them whole.
    public mutating func boundFacts() {
        var cut: [String] = []
        func bound(_ fact: inout String?, _ limit: Int, _ name: String) {
            guard let text = fact?.cut(to: limit), text != fact else { return }
            fact = text
            cut.append(name)
        }
        func bound(_ names: inout [String], _ name: String) {
            let bounded = names.bounded
            guard bounded != names else { return }
            names = bounded
            cut.append(name)
        }
        bound(&title, FactLimits.title, "the title")
        bound(&authors, "the authors")
        bound(&categories, "the categories")
        bound(&site, FactLimits.name, "the site's name")
        bound(&series, FactLimits.name, "the series")
        bound(&number, FactLimits.name, "the number")
        bound(&excerpt, FactLimits.summary, "the summary")
        guard !cut.isEmpty else { return }
        warnings.append(
            "too long, and cut: \(cut.joined(separator: ", ")); the original has it whole")
    }
}

extension ParsedFeed {
    /// Cuts what the feed says of itself and of its entries' authors and categories. An entry's title stays: of some
    /// entries it is all the text there is.
    public mutating func boundFacts() {
        let before = (title, authors, categories)
        title = title?.cut(to: FactLimits.title)
        authors = authors.bounded
        categories = categories.bounded
        if before != (title, authors, categories) {
            warnings.append("the feed's title, authors or categories are too long, and cut")
        }
        var isCut = false
        for index in entries.indices {
            let (authors, categories) = (entries[index].authors, entries[index].categories)
            let bounded = (authors.bounded, categories.bounded)
            guard bounded != (authors, categories) else { continue }
            (entries[index].authors, entries[index].categories) = bounded
            isCut = true
        }
        if isCut { warnings.append("authors or categories of entries are too long, and cut") }
    }
}
