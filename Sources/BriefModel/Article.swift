/// An article as extraction leaves it: facts, and the body without the title.
///
/// A fact that the document does not state is nil or empty; nothing is invented.
public struct Article: Sendable, Codable, Equatable {
    public var title: String?
    public var authors: [String]
    /// ISO 8601 as the document states it: its own offset, a day where only the day is known.
    public var published: String?
    /// ISO 8601, like `published`.
    public var modified: String?
    public var site: String?
    /// The canonical address, absolute.
    public var url: String?
    /// BCP 47.
    public var language: String?
    public var series: String?
    public var number: String?
    public var excerpt: String?
    /// Where a link post leads: the page that its author speaks of, when that is not `url`.
    public var externalURL: String?
    /// Where readers' comments on it stand, when the feed says so and that is not `url`.
    public var commentsURL: String?
    /// What the feed files the article under; tags are an operator's own.
    public var categories: [String]
    /// Files that come with the article: a podcast's sound, a photo.
    public var enclosures: [Enclosure]
    /// One block a line, without marks of lists, headings or quotes.
    public var text: String
    /// The same blocks in Markdown (CommonMark with GFM tables).
    public var markdown: String
    public var wordCount: Int
    /// 0 to 1: how good this extraction is thought to be.
    public var quality: Double
    public var warnings: [String]
    /// What the bytes turned out to be: never `auto`.
    public var type: DocumentType
    /// What it stood packed in; nil where the document itself was read.
    public var format: DocumentFormat?
    /// The character set that the bytes were decoded from, for example "UTF-8".
    public var charset: String
    /// Name and version of the extractor, for example "briefd/1".
    public var extractor: String
    /// The version of what is remembered of the site, where that helped to choose the body.
    public var siteMemory: Int?
    /// Whether the document's end is missing, as the file around it shows.
    public var isCut = false
    /// What the page states of itself; nil where the document is no whole page.
    public var statement: PageStatement?

    public init(
        title: String? = nil, authors: [String] = [], published: String? = nil,
        modified: String? = nil, site: String? = nil, url: String? = nil, language: String? = nil,
        series: String? = nil, number: String? = nil, excerpt: String? = nil,
        externalURL: String? = nil, commentsURL: String? = nil, categories: [String] = [],
        enclosures: [Enclosure] = [],
        text: String = "", markdown: String = "", wordCount: Int = 0, quality: Double = 0,
        warnings: [String] = [],
        type: DocumentType = .text, format: DocumentFormat? = nil, charset: String = "UTF-8",
        extractor: String = "", siteMemory: Int? = nil,
        statement: PageStatement? = nil
    ) {
        self.title = title
        self.authors = authors
        self.published = published
        self.modified = modified
        self.site = site
        self.url = url
        self.language = language
        self.series = series
        self.number = number
        self.excerpt = excerpt
        self.externalURL = externalURL
        self.commentsURL = commentsURL
        self.categories = categories
        self.enclosures = enclosures
        self.text = text
        self.markdown = markdown
        self.wordCount = wordCount
        self.quality = quality
        self.warnings = warnings
        self.type = type
        self.format = format
        self.charset = charset
        self.extractor = extractor
        self.siteMemory = siteMemory
        self.statement = statement
    }

    /// The media type of the bytes that it was read from.
    public var mediaType: String { format?.mediaType ?? type.mediaType }
}
