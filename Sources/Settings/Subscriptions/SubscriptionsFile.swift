import BriefModel
import LibXML

/// Feeds that were added by an operator, as OPML 2.0 that any reader can import. Folders are tags; what OPML has no
/// attribute for stands in attributes of our own namespace.
public enum SubscriptionsFile {
    static let namespace = "https://briefd.invalid/opml"

    /// In the order of `feeds`; neighbours with the same first tag stand in a folder. Always well-formed: what XML
    /// cannot say (`FeedCheck` refuses it at every door) is left out.
    ///
    /// - Parameter titles: what to call feeds that have no name of their own, by URL.
    public static func write(
        _ feeds: [FeedSubscription], paused: Set<String> = [], titles: [String: String] = [:]
    ) -> [UInt8] {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0" xmlns:briefd="\(namespace)">
            <head><title>briefd subscriptions</title></head>
            <body>

            """
        var folder: String?
        for feed in feeds {
            if feed.tags.first != folder {
                if folder != nil { text += "</outline>\n" }
                folder = feed.tags.first
                if let folder { text += "<outline text=\"\(XMLText.attribute(folder))\">\n" }
            }
            text += outline(
                of: feed, title: titles[feed.url], isPaused: paused.contains(feed.url))
        }
        if folder != nil { text += "</outline>\n" }
        return Array((text + "</body>\n</opml>\n").utf8)
    }

    private static func outline(
        of feed: FeedSubscription, title: String?, isPaused: Bool
    ) -> String {
        var attributes = [
            ("type", "rss"), ("text", feed.name ?? title ?? feed.url), ("xmlUrl", feed.url),
        ]
        if let name = feed.name { attributes.append(("title", name)) }
        // Readers part categories at commas; tags that would not survive that stand with the others in ours.
        let plain = feed.tags.filter { OutlineReader.tags(in: $0) == [$0] }
        if !plain.isEmpty { attributes.append(("category", plain.joined(separator: ","))) }
        if plain != feed.tags {
            attributes.append(("briefd:tags", feed.tags.joined(separator: OutlineReader.tagEnd)))
        }
        if let interval = feed.interval {
            attributes.append(("briefd:interval", DurationText.format(interval)))
        }
        if let credential = feed.credential {
            attributes.append(("briefd:credential", credential))
        }
        if feed.fullText != .auto {
            attributes.append(("briefd:fullText", feed.fullText.rawValue))
        }
        if feed.kind != .feed { attributes.append(("briefd:type", feed.kind.rawValue)) }
        if let key = feed.entries.key { attributes.append(("briefd:entryKey", key.rawValue)) }
        if feed.entries.updates != .revise {
            attributes.append(("briefd:updates", feed.entries.updates.rawValue))
        }
        if !feed.entries.skipTitles.isEmpty {
            let patterns = feed.entries.skipTitles.joined(separator: OutlineReader.tagEnd)
            attributes.append(("briefd:skipTitles", patterns))
        }
        if let file = feed.caFile { attributes.append(("briefd:caFile", file)) }
        if !feed.tlsVerify { attributes.append(("briefd:tlsVerify", "false")) }
        if isPaused { attributes.append(("briefd:paused", "true")) }
        if !feed.headers.isEmpty {
            // A header's name need not be one that XML takes (RFC 9110 §5.6.2), so it never is one.
            let lines = feed.headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            attributes.append(("briefd:headers", lines.joined(separator: "\n")))
        }
        let text = attributes.map { " \($0)=\"\(XMLText.attribute($1))\"" }.joined()
        return "<outline\(text)/>\n"
    }

    /// The feed as it will be read back.
    ///
    /// - Throws: what the file cannot keep.
    public static func settled(
        _ feed: FeedSubscription
    ) throws(FeedCheck.Fault) -> FeedSubscription {
        if let fault = FeedCheck.faults(of: feed).first(where: { !$0.isAbsence }) { throw fault }
        let contents = try? readStrictly(write([feed]))
        guard let kept = contents?.feeds.first, kept.url == feed.url, kept.headers == feed.headers,
            kept.credential == feed.credential, kept.caFile == feed.caFile,
            kept.tlsVerify == feed.tlsVerify, kept.entries == feed.entries,
            kept.kind == feed.kind
        else {
            throw FeedCheck.Fault(
                key: "url", what: "the feed cannot be kept as it is given",
                next: "leave out unusual characters")
        }
        return kept
    }
}
