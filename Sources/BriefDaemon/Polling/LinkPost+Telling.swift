import BriefModel

extension LinkPost {
    /// Nil where the entry links to its own site only.
    init?(_ entry: Entry, site: FeedSite) {
        guard let link = entry.link else { return nil }
        if let external = entry.externalURL, external != link {
            self.init(external: external, own: link, isStated: true, site: site.domains)
        } else if let related = entry.related, related != link {
            // Whichever leads away is the other's page. Where both do or neither does, the alternate does: link blogs
            // give it to the page they speak of (RFC 4287 §4.2.7.2 leaves that open).
            let leadsAway = site.holds(link) && !site.holds(related)
            self.init(
                external: leadsAway ? related : link, own: leadsAway ? link : related,
                isStated: true, site: site.domains)
        } else if !site.domains.isEmpty, FeedSite.domain(of: link) != nil, !site.holds(link) {
            let own = [entry.id].compactMap(\.self).first { $0 != link && site.holds($0) }
            self.init(
                external: link, own: own, isStated: entry.externalURL == link, site: site.domains)
        } else if entry.externalURL == link {
            self.init(external: link, own: nil, isStated: true, site: site.domains)
        } else {
            return nil
        }
    }

    /// Whether an entry that says so much is the article without a look at the page.
    func isArticle(_ text: EntryText) -> Bool {
        let isTold = isStated || text.isWhole && own != nil && !isOnePage
        return isTold && mayBeArticle(text)
    }

    /// Whether an entry that says so much is the article as long as nothing is known of the page: it has words of its
    /// own, and they do not end as teasers do.
    func mayBeArticle(_ text: EntryText) -> Bool {
        !text.words.isCut && OwnWords(text.html).areEnough
    }

    /// Whether the entry is the article, now that its page was read: it may be, the page is another's, and the words
    /// are not taken from it.
    ///
    /// - Parameter address: where the page was found, after redirects.
    func isArticle(_ entry: Entry, beside page: Article, at address: String) -> Bool {
        let text = EntryText(entry)
        guard mayBeArticle(text), !FeedSite(domains: site).holds(address) else { return false }
        if isStated { return true }
        // An excerpt that the page does not state is the feed's own.
        let excerpt = page.excerpt == EntryText.excerpt(entry) ? nil : page.excerpt
        return !OwnWords(text.html).areTaken(
            from: [page.title, excerpt, page.text].compactMap(\.self).joined(separator: "\n"))
    }

    /// Whether both addresses are the entry's page: the same slug on another domain, or a service that counts clicks.
    private var isOnePage: Bool {
        let counts = ["feedproxy", "feedburner", "feedblitz", "feedsportal", "news.google"]
        if counts.contains(where: external.contains) { return true }
        guard let own else { return false }
        return Self.slug(own) == Self.slug(external)
    }

    private static func slug(_ address: String) -> Substring {
        address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").dropFirst(2).last ?? ""
    }
}

/// What an entry says beside quotations and labels.
struct OwnWords {
    private let words: PlainWords
    private let count: Int

    /// Fewer are a label, whatever they say: "Comments", "submitted by …".
    private static let least = 4

    init(_ html: String) {
        let unquoted = PlainWords(plain: MarkupText.plain(html, omitting: ["blockquote", "q"]))
        let unlinked = MarkupText.plain(html, omitting: ["a", "blockquote", "q"])
        words = unquoted
        let bare = unlinked.split(separator: " ").filter { !OwnWords.isAddress($0) }
        var said: Set<String> = []
        var wide = 0
        for part in WordParts(bare.joined(separator: " ")) {
            if part.isWide {
                wide += 1
            } else {
                let word = part.text.lowercased()
                if !word.allSatisfy(\.isNumber), !OwnWords.labels.contains(word) {
                    said.insert(word)
                }
            }
        }
        count = said.count + wide / 2
    }

    var areEnough: Bool { count >= OwnWords.least }

    /// Whether they are a teaser of a text: whole runs of them stand there, or nearly all long words do.
    func areTaken(from text: String) -> Bool {
        let page = PlainWords(plain: text)
        guard page.count > 0 else { return true }
        if page.share(of: words, runs: 3) >= 0.35 { return true }
        let long = Set(words.folded.filter { $0.count >= 5 })
        guard long.count >= 3 else { return false }
        return long.intersection(page.folded).count * 4 >= long.count * 3
    }

    private static func isAddress(_ word: Substring) -> Bool {
        word.contains("://") || word.hasPrefix("/u/") || word.hasPrefix("/r/")
            || word.hasPrefix("@") || word.hasPrefix("www.")
    }

    /// What aggregators write beside their links.
    private static let labels: Set<String> = [
        "a", "ago", "article", "at", "by", "comment", "comments", "days", "discuss", "discussion",
        "for", "found", "from", "full", "hn", "hour", "hours", "in", "link", "minutes", "more",
        "of", "on", "original", "permalink", "point", "points", "posted", "r", "read", "score",
        "shared", "source", "story", "submitted", "tags", "the", "to", "u", "url", "via", "view",
        "votes",
    ]
}
