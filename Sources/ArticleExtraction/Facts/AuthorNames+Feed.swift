import LibXML

extension AuthorNames {
    /// The authors that a feed states: without accounts that nobody filled in ("admin", "Unknown"), addresses of pages and
    /// mail addresses, without "By" and posts, and each by itself where a text names several in full. Pen names, handles
    /// and the names of houses stay as they are.
    ///
    /// - Parameter site: what the feed is called; it is no author beside others, and none at all where it names a house.
    static func ofFeed(_ raws: [String], site: String? = nil) -> [String] {
        var names: [String] = []
        for name in raws.flatMap(named) where !names.contains(name) { names.append(name) }
        let house = site.map(TextFolding.fold)
        let others = names.filter { TextFolding.fold($0) != house }
        // The name of a blog may be its writer's; that of a paper is nobody's.
        return others.isEmpty ? names.filter { !isAgency($0) } : others
    }

    private static func named(_ raw: String) -> [String] {
        var text = CharacterReferences.resolved(raw).splitAtSpaces().joined(separator: " ")
        if text.hasPrefix("("), text.hasSuffix(")") { text = text.trimmed(of: "()") }
        guard !text.isEmpty, !text.holds("://"), !text.hasPrefix("www.") else { return [] }
        // "@pilot@social.example" is how somebody is called.
        if text.contains("@"), !text.hasPrefix("@"), !text.contains(" ") { return [] }
        let parts = text.split(separator: " | ")
        if parts.count > 1 { return parts.flatMap { named(String($0)) } }
        let folded = TextFolding.fold(text)
        if isPlaceholder(folded) { return [] }
        if folded.hasPrefix("by ") {
            let names = clean(text)
            return names.isEmpty ? [String(text.dropFirst(3))] : names
        }
        if let byline = Byline.parse(text), byline.authors.contains(where: isFull) {
            return byline.authors
        }
        let names = clean(text)
        if let last = text.split(separator: " ").last, posts.contains(String(last)) {
            return names.isEmpty ? [text] : names
        }
        return names.count > 1 && names.allSatisfy(isFull) && areAll(names, of: text)
            ? names : [text]
    }

    /// A name of two words or more, or one in a script that writes none apart.
    private static func isFull(_ name: String) -> Bool { !isSingle(name) }

    /// Whether a text has no words but those of the names and what joins them.
    private static func areAll(_ names: [String], of text: String) -> Bool {
        let words = text.split { $0.isWhitespace || ",;|、/".contains($0) }
            .filter { !joiners.contains(TextFolding.fold(String($0))) && $0 != "en" }
        return words.count <= names.reduce(0) { $0 + $1.split(separator: " ").count }
    }
}
