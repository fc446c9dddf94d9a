import BriefModel

/// Whether an entry carries its article itself, or only a summary of the page it links to.
enum EntryContent: Equatable {
    /// The entry's own content is filed.
    case own
    /// The page at this address is fetched: that which it links to, or what is said in its recording.
    case page(String)

    /// Pages are fetched only for entries that have their link for themselves: a page that many entries share is none
    /// of theirs. A link to a file that the entry carries along leads to no page.
    ///
    /// - Parameter post: where the entry links away from its feed's site.
    init(_ keyed: KeyedEntry, fullText: FeedSubscription.FullText, post: LinkPost? = nil) {
        let entry = keyed.entry
        if fullText == .auto, let transcript = entry.transcript {
            self = .page(transcript.url)
            return
        }
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

extension Entry {
    /// What is said in its recording (the podcast namespace, `podcast:transcript`), in the form to be fetched: captions,
    /// which say who speaks, before plain text. Others, which are pages or data for programs, are linked only.
    var transcript: Enclosure? {
        let all = enclosures.filter { $0.isTranscript && FeedSite.domain(of: $0.url) != nil }
        return all.first(where: \.isCaptions)
            ?? all.first { $0.type?.lowercased().hasPrefix("text/plain") == true }
    }
}
