import FoundationEssentials
import Queries

/// Which articles are asked for. All conditions hold together.
public struct ArticleQuery: Sendable, Equatable {
    public enum Order: String, Sendable, CaseIterable {
        /// Latest filed first.
        case filed
        /// Latest published first; those that state no date last.
        case published
        /// Those first that the words fit best; needs words.
        case relevance
        /// Those first whose text or headline changed last; those that never changed by their filing.
        case changed
        /// In the order in which they were filed, for readers that follow.
        ///
        /// Whoever goes on from the cursor of the page before sees every article that is current then once, also over
        /// restarts, concurrent filing and `rebuild`; a revision counts as an article of its own.
        case following
    }

    /// What of an article's file comes along.
    public enum Content: String, Sendable, CaseIterable {
        /// The whole file.
        case markdown
        /// The body's words, a block a line.
        case text
    }

    /// Words that title or text hold; "several words" in double quotes follow each other; begin* is a beginning.
    public var words: String?
    /// The same in the language of queries, in place of `words`.
    public var query: Query?
    /// What feeds are called besides their ids, by id, for `query`.
    public var feedNames: [String: [String]] = [:]
    /// Filed at this moment or later.
    public var since: Date?
    /// Filed before this moment.
    public var until: Date?
    /// The id of a feed that bears the article.
    public var feed: String?
    public var tag: String?
    /// The site's name or its host, in whatever case.
    public var site: String?
    /// The extraction is thought worse than this, 0 to 1.
    public var qualityBelow: Double?
    /// Articles whose text, or the headline over it, is not the first that was filed of them.
    public var isRevised = false
    public var order: Order
    public var content: Set<Content>
    /// 1 to 1000.
    public var limit: Int
    /// From the `next` of an earlier page with the same conditions and order; with `following` also its `position`, or
    /// "0" for the first article of all.
    public var cursor: String?

    public init(
        words: String? = nil, since: Date? = nil, until: Date? = nil, feed: String? = nil,
        tag: String? = nil, site: String? = nil, qualityBelow: Double? = nil,
        order: Order = .filed, content: Set<Content> = [], limit: Int = 100, cursor: String? = nil
    ) {
        self.words = words
        self.since = since
        self.until = until
        self.feed = feed
        self.tag = tag
        self.site = site
        self.qualityBelow = qualityBelow
        self.order = order
        self.content = content
        self.limit = min(max(limit, 1), 1000)
        self.cursor = cursor
    }
}
