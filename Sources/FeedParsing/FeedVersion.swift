import BriefModel

/// Names for the versions of feed formats, as the field has them since feedparser: the format and its digits, "rss20",
/// "atom10". RSS 1.0 and 0.90 are "rss10" and "rss090" although their format is RDF.
enum FeedVersion {
    /// nil for a version that the document does not state, or that there never was.
    static func name(of feed: ParsedFeed) -> String? {
        guard let version = feed.version?.filter({ !$0.isWhitespace }) else { return nil }
        switch (feed.format, version) {
        case (.rss, "0.90"), (.rdf, "0.90"): return "rss090"
        // UserLand's; Netscape's differs in its document type only.
        case (.rss, "0.91"): return "rss091u"
        case (.rss, "0.92"): return "rss092"
        case (.rss, "0.93"): return "rss093"
        case (.rss, "0.94"): return "rss094"
        case (.rdf, "1.0"): return "rss10"
        case (.rss, _) where version == "2" || version.hasPrefix("2."): return "rss20"
        case (.atom, "0.1"): return "atom01"
        case (.atom, "0.2"): return "atom02"
        case (.atom, "0.3"): return "atom03"
        case (.atom, "1.0"): return "atom10"
        case (.json, "1"), (.json, "1.0"): return "json1"
        case (.json, "1.1"): return "json11"
        default: return nil
        }
    }
}
