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
    var feedTitle: String?
    var feedAuthors: [String]
    var feedLanguage: String?
    /// When the entry first came.
    var seen: Date

    init(_ keyed: KeyedEntry, key: String, of feed: ParsedFeed, seen: Date) {
        entry = keyed.entry
        self.key = key
        alias = keyed.alias
        sentHash = keyed.sentHash
        ownsLink = keyed.ownsLink
        feedTitle = feed.title
        feedAuthors = feed.authors
        feedLanguage = feed.language
        self.seen = seen
    }

    init(_ page: WaitingPage) {
        entry = page.entry
        key = page.key
        alias = page.alias
        sentHash = page.sentHash
        ownsLink = true
        feedTitle = page.feedTitle
        feedAuthors = page.feedAuthors
        feedLanguage = page.feedLanguage
        seen = page.seen
    }

    func waiting(forPage url: String) -> WaitingPage {
        WaitingPage(
            key: key, alias: alias, sentHash: sentHash, url: url, entry: entry,
            feedTitle: feedTitle, feedAuthors: feedAuthors, feedLanguage: feedLanguage, seen: seen)
    }

    func known(as article: String, now: Date) -> KnownEntry {
        KnownEntry(
            key: key, alias: alias, sentHash: sentHash, article: article, firstSeen: seen,
            lastSeen: now)
    }

    /// The entry's own content as a document.
    var content: ExtractionRequest {
        ExtractionRequest(
            bytes: Array((entry.content ?? entry.summary ?? "").utf8), type: .html,
            charset: "utf-8", url: entry.link, scope: .content, known: facts, arrival: seen)
    }

    /// The linked page as a document: what the feed states helps to read it.
    func page(_ page: FetchedPage) -> ExtractionRequest {
        var known = facts
        known.summary = entry.summary
        return ExtractionRequest(
            bytes: page.bytes, charset: page.charset, url: page.url, known: known, arrival: seen)
    }

    private var facts: KnownFacts {
        KnownFacts(
            title: entry.title, authors: entry.authors.isEmpty ? feedAuthors : entry.authors,
            published: entry.published?.rfc3339, modified: entry.updated?.rfc3339, site: feedTitle,
            language: entry.language ?? feedLanguage)
    }

    /// An article without words: all that is left to file of an entry that says no more than its title.
    var bareArticle: Article {
        Article(
            title: entry.title, authors: facts.authors, published: facts.published,
            modified: facts.modified, site: feedTitle, url: entry.link, language: facts.language,
            warnings: ["The entry carries no words of its own."], type: .html,
            extractor: "none")
    }
}
