/// An entry that links away from its feed's site: it may be a link blog's post, which is an article of its own, or a
/// teaser of the page that it links to.
public struct LinkPost: Sendable, Codable, Equatable {
    /// The page elsewhere.
    public var external: String
    /// The post's own page, where the feed names it.
    public var own: String?
    /// Whether the feed itself says that the page is another's: JSON Feed external_url, two links of Atom. Else the
    /// page has to be looked at.
    public var isStated: Bool
    /// The domains of the feed's own site: a redirect to one of them leads to the entry's own page.
    public var site: [String]

    public init(external: String, own: String?, isStated: Bool, site: [String]) {
        self.external = external
        self.own = own
        self.isStated = isStated
        self.site = site
    }
}
