import BriefModel

/// Tells pages from walls: consent forms, "Just a moment…", log-ins, soft 404s (DESIGN §4).
struct PageJudge {
    /// The keys of the entries whose pages gave a body, by its hash: those of this round and of earlier ones.
    let keysOfBody: [String: Set<String>]

    /// Whether the page counts as not fetched.
    ///
    /// A body that another entry's page gave too is a wall, unless it holds what this entry itself says: then two
    /// entries link to one article.
    func isWall(_ page: ReadDocument, key: String, own: ReadDocument?) -> Bool {
        guard let hash = page.identity.contentHash, page.article.wordCount > 0 else { return true }
        if let own, page.article.wordCount * 2 < own.article.wordCount { return true }
        let others = keysOfBody[hash, default: []].subtracting([key])
        guard !others.isEmpty else { return false }
        return !holds(own, in: page)
    }

    /// Whether four fifths of the entry's own words, if they are enough to tell, are among those of the page.
    private func holds(_ own: ReadDocument?, in page: ReadDocument) -> Bool {
        guard let own else { return false }
        let said = PageJudge.words(own.article.text)
        guard said.count >= 12 else { return false }
        let found = said.intersection(PageJudge.words(page.article.text)).count
        return found * 5 >= said.count * 4
    }

    private static func words(_ text: String) -> Set<Substring> {
        Set(text.split { !$0.isLetter && !$0.isNumber })
    }
}
