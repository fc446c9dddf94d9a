import BriefModel
import Charsets

/// Finds the feeds that a web page names (RSS autodiscovery; Atom autodiscovery; HTML §4.6.6; RFC 8288).
public enum FeedDiscovery {
    /// The addresses that may be feeds, the surest first, else in document order, each once; at most 64.
    ///
    /// Feeds of comments are left out where there is any other; what stands in a comment, a script or a `<template>` is
    /// no part of the page. Linear in the size of the page.
    ///
    /// - Parameters:
    ///   - bytes: the page, in ASCII-compatible bytes.
    ///   - baseURL: the page's own address; `<base href>` is heard.
    ///   - linkFields: the values of the answer's Link fields.
    public static func feedLinks(
        inHTML bytes: [UInt8], baseURL: String, linkFields: [String] = []
    ) -> [FeedLink] {
        var page = bytes
        StreamSafeText.mend(&page)
        var bases = TagScanner(page, wanted: [.base])
        var base: String?
        while base == nil, let tag = bases.next() { base = tag["href"] }
        var found = FoundLinks(page: baseURL, base: base)
        for field in linkFields {
            for link in LinkField.links(in: field) {
                found.takeLink(
                    relations: link.parameters["rel"] ?? "", href: link.target,
                    type: link.parameters["type"], title: link.parameters["title"],
                    isTranslation: link.parameters["hreflang"] != nil)
            }
        }
        var scanner = TagScanner(page)
        while let tag = scanner.next() { found.take(tag) { scanner.words(of: tag).nameFeed } }
        return found.ranked
    }
}
