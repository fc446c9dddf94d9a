import FoundationEssentials

/// One document as extraction takes it: the bytes as they came, and all that is known about them.
public struct ExtractionRequest: Sendable, Codable, Equatable {
    /// How much of the document can be expected to be the article.
    public enum Scope: String, Sendable, Codable {
        /// A whole page: navigation, banners and comments stand around the article.
        case page
        /// The content of a feed entry: nearly all of it is the article.
        case content
        /// The body of a mail: nearly all of it is the article, but for what newsletters put around it.
        case mail
    }

    public var bytes: [UInt8]
    public var type: DocumentType
    /// What the file is said to be, by its name or its media type; nil where nothing says it. The bytes decide.
    public var format: DocumentFormat?
    /// The file's name where there is one: its suffix helps to tell the type.
    public var name: String?
    /// The character set that the transport declared (HTTP `Content-Type`), else nil.
    public var charset: String?
    /// The address of the document, for resolving links and reading dates.
    public var url: String?
    /// The address that a saved copy says it was saved from. Links are resolved by it and facts told, but the body is
    /// judged as that of any file: so a page is the same article in whatever form it was saved.
    public var savedFrom: String?
    public var scope: Scope
    public var known: KnownFacts
    /// When the document reached us: a date of publication after it is not believed.
    public var arrival: Date
    /// How the pages of this site are read, where an operator has written that down.
    public var siteRule: SiteRule?
    /// What is remembered of the site that the page at `url` stands on; nil where nothing is to be remembered.
    public var site: SiteAccount?

    public init(
        bytes: [UInt8], type: DocumentType = .auto, format: DocumentFormat? = nil,
        name: String? = nil, charset: String? = nil,
        url: String? = nil,
        savedFrom: String? = nil, scope: Scope = .page, known: KnownFacts = KnownFacts(),
        arrival: Date,
        siteRule: SiteRule? = nil, site: SiteAccount? = nil
    ) {
        self.bytes = bytes
        self.type = type
        self.format = format
        self.name = name
        self.charset = charset
        self.url = url
        self.savedFrom = savedFrom
        self.scope = scope
        self.known = known
        self.arrival = arrival
        self.siteRule = siteRule
        self.site = site
    }

    /// What links are resolved by.
    public var address: String? { url ?? savedFrom }
}
