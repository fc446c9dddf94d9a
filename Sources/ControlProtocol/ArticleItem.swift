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
    /// The Markdown file, in GET /v1/articles/ID only; null in lists.
    @Nullable public var markdown: String?
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
