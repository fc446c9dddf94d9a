import BriefModel
import FoundationEssentials

/// What extraction is given of an entry, polled or dropped: its own content, or the page that it links to.
struct EntryDocument: Sendable {
    let entry: Entry
    let feedTitle: String?
    let feedAuthors: [String]
    let feedLanguage: String?
    /// Where the entry links elsewhere.
    let post: LinkPost?
    /// Whether the entry is the article, and the page elsewhere only spoken of.
    let isPost: Bool
    /// When the entry came.
    let arrival: Date

    init(
        _ entry: Entry, feedTitle: String?, feedAuthors: [String], feedLanguage: String?,
        post: LinkPost?, isPost: Bool, arrival: Date
    ) {
        self.entry = entry
        self.feedTitle = feedTitle
        self.feedAuthors = feedAuthors
        self.feedLanguage = feedLanguage
        self.post = post
        self.isPost = isPost
        self.arrival = arrival
    }

    /// An entry of which no page is looked at.
    init(_ entry: Entry, of feed: ParsedFeed, site: FeedSite, arrival: Date) {
        let post = LinkPost(entry, site: site)
        self.init(
            entry, feedTitle: feed.title, feedAuthors: feed.authors, feedLanguage: feed.language,
            post: post, isPost: post?.isArticle(EntryText(entry)) ?? false, arrival: arrival)
    }

    /// The entry's own content: whichever of its texts says more, with what the other one shows.
    var content: ExtractionRequest { content() }

    /// - Parameter transcript: HTML of what is said in the entry's recording; it comes last.
    func content(transcript: String? = nil) -> ExtractionRequest {
        let text = EntryText(entry)
        var html = text.html
        if let other = text.asideHTML {
            let media = MarkupText.media(in: other).filter { !html.contains($0) }
            if !media.isEmpty, MarkupText.media(in: html).isEmpty {
                html += "\n" + media.joined(separator: "\n")
            }
        }
        if let transcript { html += "\n<h2>Transcript</h2>\n" + transcript }
        if html.isEmpty { html = bareHTML }
        var known = facts
        known.summary = text.aside
        return ExtractionRequest(
            bytes: Array(html.utf8), type: .html, charset: "utf-8", url: address, scope: .content,
            known: known, arrival: arrival)
    }

    /// The linked page: what the feed states helps to read it.
    func page(_ page: FetchedPage) -> ExtractionRequest {
        var known = facts
        // The page is no post that speaks of itself.
        known.externalURL = post?.own == entry.link ? post?.external : nil
        known.summary = EntryText.excerpt(entry)
        return ExtractionRequest(
            bytes: page.bytes, charset: page.charset, url: page.url, known: known, arrival: arrival)
    }

    /// An article without words: all that is left to file of an entry that says no more than its title.
    var bareArticle: Article {
        let facts = facts
        let published = BelievedDate(facts.published, of: "publication", arrival: arrival)
        let modified = BelievedDate(facts.modified, of: "change", arrival: arrival)
        return Article(
            title: facts.title, authors: facts.authors, published: published.date,
            modified: modified.date, site: facts.site, url: address.map(PlainAddress.of),
            language: facts.language,
            externalURL: facts.externalURL, commentsURL: facts.commentsURL,
            categories: facts.categories, enclosures: facts.enclosures,
            warnings: ["The entry carries no words of its own."]
                + [published.warning, modified.warning].compactMap(\.self), type: .html,
            extractor: "none")
    }

    /// The entry's own page; nil for a post that has none, which must not be taken for the page that it speaks of.
    private var address: String? { isPost ? post?.own : entry.link }

    private var facts: KnownFacts {
        KnownFacts(
            title: entry.title?.withoutHidden, titleIsOfFeed: true,
            authors: (entry.authors.isEmpty ? feedAuthors : entry.authors).map(\.withoutHidden),
            published: entry.published?.rfc3339, modified: entry.updated?.rfc3339,
            site: feedTitle?.withoutHidden,
            language: entry.language ?? feedLanguage,
            externalURL: isPost || post?.own == entry.link ? post?.external : nil,
            commentsURL: entry.commentsURL, categories: entry.categories.map(\.withoutHidden),
            enclosures: entry.enclosures)
    }

    /// Markup without words that names what an entry without a text carries along: bytes that are this entry's alone.
    private var bareHTML: String {
        guard !entry.enclosures.isEmpty else { return "" }
        let links =
            [("alternate", entry.link ?? entry.id ?? "")]
            + entry.enclosures.map { ("enclosure", $0.url) }
        return links.map { "<link rel=\"\($0)\" href=\"\(MarkupText.escaped($1))\">" }
            .joined(separator: "\n")
    }
}
