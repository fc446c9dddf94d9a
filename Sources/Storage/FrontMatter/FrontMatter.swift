import BriefModel
import FoundationEssentials

/// The facts at the head of an article's Markdown file: all that is needed to make the catalogue anew.
public struct FrontMatter: Sendable, Equatable {
    public var id = ""
    public var title: String?
    public var authors: [String] = []
    public var published: String?
    public var modified: String?
    public var site: String?
    public var url: String?
    public var language: String?
    public var series: String?
    public var number: String?
    public var tags: [String] = []
    public var excerpt: String?
    /// Where a link post leads.
    public var externalURL: String?
    /// Where readers' comments on it stand.
    public var commentsURL: String?
    public var categories: [String] = []
    /// Files that come with the article: "URL TYPE LENGTH", as far as the feed states them.
    public var enclosures: [Enclosure] = []
    public var wordCount = 0
    public var source = ""
    /// The feed, and the entry's key in it, that the article was filed from.
    public var feed: String?
    public var entryKey: String?
    /// When we first had it: RFC 3339, UTC.
    public var filed = ""
    /// The place among all articles in the order in which they were committed: microseconds since 1970 of the arrival, or
    /// one more than the one before where that is not less. Nil in files of before version 5 of the catalogue: see
    /// `sequence(filed:)`.
    public var sequence: Int64?
    public var isPartial = false
    public var quality = 0.0
    public var warnings: [String] = []
    public var contentHash: String?
    public var hashVersion = 1
    /// Hashes that the same text had under earlier extractors.
    public var aliases: [String] = []
    public var extractor = ""
    /// As in `Article`.
    public var siteMemory: Int?
    /// SHA-256 of the bytes as they came, 64 hex digits: the name of the original.
    public var original = ""
    public var originalType = ""
    public var originalCharset = ""
    public var supersedes: String?
    public var supersededBy: String?
    /// Articles that nearly say the same.
    public var near: [NearLink] = []
    /// The ids of other parts of the same long read.
    public var seriesParts: [String] = []
    /// Whether somebody changed the text or the facts by hand since they were read from the original.
    public var isEdited = false
    /// SHA-256 of the file as briefd wrote it last, this line and the two below aside: see `MarkdownFile.hash`.
    public var fileHash: String?
    /// Other names that a note-taking program keeps under `aliases`.
    public var otherAliases: [String] = []
    /// Lines that are none of ours, as they stand: kept whenever the file is written again.
    public var extra: [String] = []

    public init() {}

    /// The facts of a document that is to be filed under `id`.
    init(_ filing: Filing, id: String, original: String) {
        self.id = id
        self.original = original
        filed = filing.arrival.rfc3339
        source = filing.origin.source
        feed = filing.origin.entry?.feed
        entryKey = filing.origin.entry?.key
        tags = filing.origin.tags
        contentHash = filing.identity.contentHash
        hashVersion = filing.identity.hashVersion
        aliases = [filing.identity.unaidedHash].compactMap(\.self)
        isPartial = filing.isPartial
        take(from: filing)
    }

    /// Takes over what a newer arrival of the same text states. Facts that it is silent on stay.
    mutating func take(from filing: Filing) {
        take(filing.article)
        originalType = filing.originalType
        isPartial = isPartial && filing.isPartial
        tags += filing.origin.tags.filter { !tags.contains($0) }
    }

    /// Takes over what a newer reading of the document states. Facts that it is silent on stay.
    mutating func take(_ article: Article) {
        title = article.title ?? title
        authors = article.authors.isEmpty ? authors : article.authors
        published = article.published ?? published
        modified = article.modified ?? modified
        site = article.site ?? site
        url = article.url ?? url
        language = article.language ?? language
        series = article.series ?? series
        number = article.number ?? number
        excerpt = article.excerpt ?? excerpt
        externalURL = article.externalURL ?? externalURL
        commentsURL = article.commentsURL ?? commentsURL
        categories = article.categories.isEmpty ? categories : article.categories
        enclosures = article.enclosures.isEmpty ? enclosures : article.enclosures
        wordCount = article.wordCount
        quality = article.quality
        warnings = article.warnings
        extractor = article.extractor
        siteMemory = article.siteMemory
        originalCharset = article.charset
    }

    /// The place of an article whose file states none, from the seconds since 1970 of its filing: every rebuild finds the
    /// same. Several may have one place; their ids tell them apart.
    static func sequence(filed: Int64) -> Int64 { filed * 1_000_000 }

    mutating func take(_ facts: CarriedFacts) {
        authors = facts.authors
        categories = facts.categories
        language = facts.language
        excerpt = facts.excerpt
        wordCount = facts.wordCount
    }

    /// Whether both state the same of the article, whatever was thought of the extraction.
    func statesTheSame(as other: FrontMatter) -> Bool {
        var one = self
        one.wordCount = other.wordCount
        one.quality = other.quality
        one.warnings = other.warnings
        one.extractor = other.extractor
        one.siteMemory = other.siteMemory
        one.original = other.original
        one.originalType = other.originalType
        one.originalCharset = other.originalCharset
        one.fileHash = other.fileHash
        return one == other
    }
}
