import BriefModel

/// Whether an entry carries its article itself, or only a summary of the page it links to.
enum EntryContent: Equatable {
    /// The entry's own content is filed.
    case own
    /// The page at this address is fetched.
    case page(String)

    /// Pages are fetched only for entries that have their link for themselves: a page that many entries share is none
    /// of theirs. A link to a file that the entry carries along leads to no page.
    ///
    /// - Parameter post: where the entry links away from its feed's site.
    init(_ keyed: KeyedEntry, fullText: FeedSubscription.FullText, post: LinkPost? = nil) {
        let entry = keyed.entry
        guard fullText != .never, keyed.ownsLink, let link = entry.link,
            FeedSite.domain(of: link) != nil, !entry.enclosures.contains(where: { $0.url == link }),
            fullText == .always || !EntryContent.isWhole(entry, post)
        else {
            self = .own
            return
        }
        self = .page(link)
    }

    private static func isWhole(_ entry: Entry, _ post: LinkPost?) -> Bool {
        let text = EntryText(entry)
        return text.isWhole || post?.isArticle(text) ?? false
    }
}
