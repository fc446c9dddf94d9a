import BriefModel
import FoundationEssentials

/// An entry whose linked page is still to be fetched. It holds the whole entry, so that nothing is lost when the
/// feed drops it meanwhile.
public struct WaitingPage: Sendable, Equatable {
    public var key: String
    public var alias: String?
    public var sentHash: String
    /// The page's address.
    public var url: String
    /// The entry, and what its feed states for all entries.
    public var entry: Entry
    public var feedTitle: String?
    public var feedAuthors: [String]
    public var feedLanguage: String?
    /// Where the entry links away from its feed's site.
    public var post: LinkPost?
    /// Requests that did not bring the page.
    public var attempts: Int
    public var firstTried: Date?
    public var nextTry: Date
    /// Whether the entry was filed already from the feed's own content.
    public var isFiled: Bool
    /// Whether there is nothing to file but the page: no feed says anything of it.
    public var isPageOnly = false
    /// When the entry first came.
    public var seen: Date
    /// See `Origin.FeedEntry.alike`; nil where no other entry of its fetch says the same words.
    public var alike: Set<String>?
    /// When the page was filed first, where it is to be asked for again.
    public var filed: Date?
    /// What the server gave with the page to tell whether it changed, and the address that it is of: opaque.
    public var etag: String?
    public var lastModified: String?
    public var validatedURL: String?

    public init(
        key: String, alias: String?, sentHash: String, url: String, entry: Entry,
        feedTitle: String?, feedAuthors: [String], feedLanguage: String?, post: LinkPost? = nil,
        seen: Date
    ) {
        self.key = key
        self.alias = alias
        self.sentHash = sentHash
        self.url = url
        self.entry = entry
        self.feedTitle = feedTitle
        self.feedAuthors = feedAuthors
        self.feedLanguage = feedLanguage
        self.post = post
        attempts = 0
        nextTry = seen
        isFiled = false
        self.seen = seen
    }
}
