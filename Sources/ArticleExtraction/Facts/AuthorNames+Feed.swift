extension AuthorNames {
    /// The authors that a feed states: without accounts that nobody filled in ("admin", "Unknown"), addresses of pages and
    /// mail addresses, and without "By". Pen names, handles and the names of houses stay as they are.
    static func ofFeed(_ raws: [String]) -> [String] {
        var names: [String] = []
        for name in raws.flatMap(named) where !names.contains(name) { names.append(name) }
        return names
    }

    private static func named(_ raw: String) -> [String] {
        let text = raw.splitAtSpaces().joined(separator: " ")
        guard !text.isEmpty, !text.holds("://"), !text.hasPrefix("www.") else { return [] }
        // "@pilot@social.example" is how somebody is called.
        if text.contains("@"), !text.hasPrefix("@"), !text.contains(" ") { return [] }
        let folded = TextFolding.fold(text)
        if notNames.contains(folded) || UnnamedWords.areAll(of: folded) { return [] }
        guard folded.hasPrefix("by ") else { return [text] }
        let names = clean(text)
        return names.isEmpty ? [String(text.dropFirst(3))] : names
    }
}
