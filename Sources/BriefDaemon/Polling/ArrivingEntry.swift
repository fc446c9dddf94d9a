import BriefModel
import FoundationEssentials
import Storage

/// One entry on its way into the store, with what its feed states for all entries.
struct ArrivingEntry: Sendable {
    var entry: Entry
    var key: String
    var alias: String?
    var sentHash: String
    var ownsLink: Bool
    var sharesWords: Bool
    var alike: Set<String>
    var feedTitle: String?
    var feedAuthors: [String]
    var feedLanguage: String?
    /// When the entry first came.
    var seen: Date
    /// Where the entry links away from its feed's site.
    let post: LinkPost?
    /// Whether the entry is the article, and not the page that it links to, as far as is known.
    private(set) var isPost = false

    init(
        _ keyed: KeyedEntry, key: String, of feed: ParsedFeed, site: FeedSite, seen: Date
    ) {
        entry = keyed.entry
        self.key = key
        alias = keyed.alias
        sentHash = keyed.ownHash
        ownsLink = keyed.ownsLink
        sharesWords = keyed.sharesWords
        alike = keyed.alike
        feedTitle = feed.title
        feedAuthors = feed.authors
        feedLanguage = feed.language
        self.seen = seen
        post = LinkPost(keyed.entry, site: site)
        isPost = post?.isArticle(EntryText(keyed.entry)) ?? false
    }

    init(_ page: WaitingPage) {
        entry = page.entry
        key = page.key
        alias = page.alias
        sentHash = page.sentHash
        ownsLink = true
        sharesWords = page.alike != nil
        alike = page.alike ?? []
        feedTitle = page.feedTitle
        feedAuthors = page.feedAuthors
        feedLanguage = page.feedLanguage
        seen = page.seen
        post = page.post
        isPost = post?.mayBeArticle(EntryText(page.entry)) ?? false
    }

    func waiting(forPage url: String) -> WaitingPage {
        var page = WaitingPage(
            key: key, alias: alias, sentHash: sentHash, url: url, entry: entry,
            feedTitle: feedTitle, feedAuthors: feedAuthors, feedLanguage: feedLanguage, post: post,
            seen: seen)
        page.alike = sharesWords ? alike : nil
        return page
    }

    func known(as article: String?, now: Date) -> KnownEntry {
        KnownEntry(
            key: key, alias: alias, sentHash: sentHash, article: article, firstSeen: seen,
            lastSeen: now)
    }

    /// The entry's own content as a document.
    var content: ExtractionRequest { document.content }

    /// The same with what is said in its recording.
    func content(transcript: String) -> ExtractionRequest {
        document.content(transcript: transcript)
    }

    /// The linked page as a document.
    func page(_ page: FetchedPage) -> ExtractionRequest { document.page(page) }

    var bareArticle: Article { document.bareArticle }

    /// Whether the entry stays the article now that its page was read: a link post, or an entry that says more, whole.
    func stays(beside page: Article, at address: String) -> Bool {
        if let post, post.isArticle(entry, beside: page, at: address) { return true }
        let own = EntryText(entry).words
        return !own.isCut && own.count * 4 > PlainWords(plain: page.text).count * 5
    }

    private var document: EntryDocument {
        EntryDocument(
            entry, feedTitle: feedTitle, feedAuthors: feedAuthors, feedLanguage: feedLanguage,
            post: post, isPost: isPost, arrival: seen)
    }
}
