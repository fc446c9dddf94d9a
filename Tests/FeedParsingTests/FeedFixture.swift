import BriefModel
import FeedParsing
import Foundation

/// Feeds written for these tests.
enum FeedFixture: String, CaseIterable {
    case harbour = "harbour.rss.xml"
    case orchard = "orchard.atom.xml"
    case kiln = "kiln.rdf.xml"
    case signal = "signal.json"
    case broken = "broken.rss.xml"
    /// As publishers' programs write them.
    case wordpress = "wordpress.rss.xml"
    case ghost = "ghost.rss.xml"
    case hugo = "hugo.rss.xml"
    case jekyll = "jekyll.atom.xml"

    var bytes: [UInt8] {
        get throws {
            let folder = Bundle.module.resourceURL?.appendingPathComponent("Fixtures")
            let url = folder?.appendingPathComponent(rawValue)
            return [UInt8](try Data(contentsOf: url ?? URL(fileURLWithPath: rawValue)))
        }
    }

    func parsed(url: String? = nil) throws -> ParsedFeed {
        try FeedParser().parse(FeedRequest(bytes: try bytes, url: url))
    }
}

/// Parses a feed given as text.
func parse(
    _ text: String, contentType: String? = nil, url: String? = nil
) throws(FeedParsingError) -> ParsedFeed {
    try FeedParser().parse(
        FeedRequest(bytes: Array(text.utf8), contentType: contentType, url: url))
}
