/// Which of two titles an entry is called by: that of its page or that of its feed.
///
/// The feed's says what the entry is; headings of pages may be the name of the site, a section's, or a label that the
/// site puts together. So the page's counts only where it is the same title, in another spelling or in full.
enum TitleChoice {
    /// Titles are near from here on (`FoldedTitle.agreement`): four fifths of their words are common.
    private static let nearness = 0.63

    /// - Parameter names: of the site and of the feed.
    static func choose(page: String?, feed: String?, names: SiteNames) -> String? {
        guard let page else { return feed }
        guard let feed, feed.contains(where: { $0.isLetter || $0.isNumber }) else { return page }
        guard !names.name(page) else { return feed }
        let bare = TitleSplitter.withoutKnownSite(page, names)
        let (seen, said) = (FoldedTitle(bare), FoldedTitle(feed))
        if seen.words == said.words { return bare }
        if holds(seen.words, beginning(of: said.words, isCut: isCut(feed))) {
            return said.count > 1 || said.words.utf8.count >= 8 ? bare : feed
        }
        if holds(said.words, seen.words) {
            // What the feed's has besides is the site's name, or belongs to the title.
            let rest = TitleSplitter.withoutKnownSite(feed, names)
            return FoldedTitle(rest).words == seen.words ? bare : feed
        }
        // A label with the site's name in it was put together by the site.
        return bare == page && seen.agreement(said) >= nearness ? page : feed
    }

    private static func isCut(_ title: String) -> Bool {
        ["…", "...", "[…]"].contains { title.hasSuffix($0) }
    }

    /// The last word of a title that was cut may be cut itself.
    private static func beginning(of words: String, isCut: Bool) -> String {
        guard isCut, let end = words.lastIndex(of: " ") else { return words }
        return String(words[..<end])
    }

    /// Whether one title, folded to its words, stands in another one as it is.
    private static func holds(_ words: String, _ part: String) -> Bool {
        !part.isEmpty && (" " + words + " ").holds(" " + part + " ")
    }
}
