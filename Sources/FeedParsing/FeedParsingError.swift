/// Why a document was not read as a feed.
public enum FeedParsingError: Error, Sendable, Equatable, CustomStringConvertible {
    case empty
    /// A web page came; it may name its feeds in `<link rel="alternate">`.
    case html
    /// XML or JSON, but no format of feeds; `root` is what the document begins with.
    case notAFeed(root: String)
    case invalidJSON(offset: Int, reason: String)
    case tooLarge(bytes: Int, limit: Int)
    /// XML that is built to hurt, or larger than any feed: depth, names, nodes.
    case beyondLimits(reason: String)
    /// Entities that refer to entities, to markup or to the outside, or that expand without end.
    case entities

    public var description: String {
        switch self {
        case .empty: "the document is empty; look whether the feed has moved"
        case .html:
            "a web page came instead of a feed; ask the feeds that its <link rel=\"alternate\"> "
                + "names (autodiscovery), or look whether the site asks for a log-in or consent"
        case .notAFeed(let root):
            "not a feed: the document is \(root), \(FeedParsingError.advice(root))"
        case .invalidJSON(let offset, let reason):
            "not read as JSON Feed: \(reason) at byte \(offset); tell the feed's publisher"
        case .tooLarge(let bytes, let limit):
            "not read: \(bytes) bytes are more than the \(limit) that a feed may have"
        case .beyondLimits(let reason):
            "not read: \(reason); no real feed is like that, look at what the address sends"
        case .entities:
            "not read: its document type declares entities of a kind that is refused "
                + "(nested, external or expanding); tell the feed's publisher"
        }
    }

    private static func advice(_ root: String) -> String {
        switch root {
        case "a <urlset> document", "a <sitemapindex> document":
            "a sitemap, which lists pages for search engines; give the address of the feed, or where"
                + " there is none follow its pages with type = \"sitemap\" (feed add --type sitemap)"
        case "a <opml> document":
            "a list of feeds (OPML); save it and follow its feeds with briefctl feed import"
        default: "neither RSS, RDF, Atom, CDF nor JSON Feed; check the address"
        }
    }
}
