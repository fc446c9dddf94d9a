/// What is at a feed's address.
public enum FeedKind: String, Sendable, Codable, CaseIterable {
    /// A feed of any format, or a page that names one or is one.
    case feed
    /// A list of pages (sitemaps.org), or a list of such lists: each page is an article.
    case sitemap
    /// A page that marks its posts up with microformats2.
    case hFeed = "h-feed"
}
