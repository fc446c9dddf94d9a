/// An article in GET /v1/articles.
public struct ArticleItem: Codable, Sendable, Equatable {
    /// An arrival after the first.
    public struct Seen: Codable, Sendable, Equatable {
        public var source: String
        public var when: String
        /// "sighting", "variant" (in another cut) or "update" (with other facts).
        @Nullable public var kind: String?

        public init(source: String, when: String, kind: String? = nil) {
            self.source = source
            self.when = when
            self.kind = kind
        }
    }

    /// An article that nearly says the same.
    public struct Near: Codable, Sendable, Equatable {
        public var id: String
        /// "excerpt-of", "contains", "overlaps" or "edited".
        @Nullable public var kind: String?
        /// How much of the shorter text the longer one has, 0 to 1.
        @Nullable public var share: Double?

        public init(id: String, kind: String? = nil, share: Double? = nil) {
            self.id = id
            self.kind = kind
            self.share = share
        }
    }

    /// A headline that took the place of another over the same text.
    public struct Headline: Codable, Sendable, Equatable {
        /// The id of the revision over which it stands.
        public var id: String
        public var when: String
        public var title: String
        public var titleBefore: String

        public init(id: String, when: String, title: String, titleBefore: String) {
            self.id = id
            self.when = when
            self.title = title
            self.titleBefore = titleBefore
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
    /// The same, and how each hangs together with the article.
    @Nullable public var neighbours: [Near]?
    /// Ids of other parts of the same long read.
    public var seriesPart: [String] = []
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
    /// Headlines that took the place of others over the same text, earliest first, in GET /v1/articles/ID only.
    @Nullable public var headlines: [Headline]? = nil

    /// What lists call it: by its title, else by how it begins, else by its path.
    public var heading: String {
        if let title, !title.isEmpty { return title }
        guard let excerpt, !excerpt.isEmpty else { return path }
        return excerpt.count > Self.mostOfHeading
            ? excerpt.prefix(Self.mostOfHeading) + "…" : excerpt
    }

    private static let mostOfHeading = 80

    public init(
        id: String, path: String, title: String?, published: String?, filed: String, url: String?,
        contentHash: String?, quality: Double = 0, sightings: [Seen], supersedes: String?,
        near: [Near], edited: Bool = false,
        markdown: String? = nil, revisions: [String]? = nil
    ) {
        self.id = id
        self.path = path
        self.quality = quality
        self.filed = filed
        self.sightings = sightings
        self.near = near.map(\.id)
        neighbours = near
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
