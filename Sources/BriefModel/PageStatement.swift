/// What a whole page states of itself beside the article that is read from it: by this a page is told from a wall, a
/// soft 404 or a home page that stands at its address.
public struct PageStatement: Sendable, Codable, Equatable {
    /// Its title element, the titles of its head and of JSON-LD, and its headings of the first level, as they stand.
    public var titles: [String]
    /// Where it says that it is: canonical link, og:url and the addresses of JSON-LD articles; absolute.
    public var addresses: [String]
    /// Whether JSON-LD or og:type call it an article.
    public var isArticle: Bool
    /// The date of publication that it states itself, ISO 8601.
    public var published: String?
    /// Whether it has a field for a password, a captcha or another challenge, or goes elsewhere by itself.
    public var asksForProof: Bool

    public init(
        titles: [String] = [], addresses: [String] = [], isArticle: Bool = false,
        published: String? = nil, asksForProof: Bool = false
    ) {
        self.titles = titles
        self.addresses = addresses
        self.isArticle = isArticle
        self.published = published
        self.asksForProof = asksForProof
    }
}
