/// An article in GET /v1/articles.
public struct ArticleItem: Codable, Sendable, Equatable {
    /// An arrival after the first.
    public struct Seen: Codable, Sendable, Equatable {
        public var source: String
        public var when: String

        public init(source: String, when: String) {
            self.source = source
            self.when = when
        }
    }

    public var id: String
    /// Relative to the store.
    public var path: String
    @Nullable public var title: String?
    @Nullable public var published: String?
    public var filed: String
    @Nullable public var url: String?
    @Nullable public var contentHash: String?
    /// How good the extraction is thought to be, 0 to 1.
    public var quality: Double
    public var sightings: [Seen]
    @Nullable public var supersedes: String?
    /// Ids of articles that nearly say the same.
    public var near: [String]
    /// Whether somebody changed the article by hand.
    @Nullable public var edited: Bool?
    public var authors: [String] = []
    @Nullable public var site: String? = nil
    /// The id of the feed that it was filed from.
    @Nullable public var feed: String? = nil
    /// Of all its arrivals.
    public var tags: [String] = []
    /// As the document or its feed names them.
    public var categories: [String] = []
    @Nullable public var language: String? = nil
    @Nullable public var excerpt: String? = nil
    @Nullable public var wordCount: Int? = nil
    /// Whether it was filed from a feed's own content, the page being out of reach.
    @Nullable public var partial: Bool? = nil
    /// What a reader that has followed up to this article asks for next with ?since=.
    @Nullable public var since: String? = nil
    /// The Markdown file, front matter included: in GET /v1/articles/ID, and in lists with ?fields=markdown.
    @Nullable public var markdown: String?
    /// The body's words, a block a line, with ?fields=text.
    @Nullable public var text: String? = nil
    /// The ids of all revisions, earliest first, in GET /v1/articles/ID only.
    @Nullable public var revisions: [String]?

    public init(
        id: String, path: String, title: String?, published: String?, filed: String, url: String?,
        contentHash: String?, quality: Double = 0, sightings: [Seen], supersedes: String?,
        near: [String], edited: Bool = false,
        markdown: String? = nil, revisions: [String]? = nil
    ) {
        self.id = id
        self.path = path
        self.quality = quality
        self.filed = filed
        self.sightings = sightings
        self.near = near
        self.edited = edited
        self.markdown = markdown
        self.revisions = revisions
        self.title = title
        self.published = published
        self.url = url
        self.contentHash = contentHash
        self.supersedes = supersedes
    }
}
