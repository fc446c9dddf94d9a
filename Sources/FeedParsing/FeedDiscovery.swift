import Charsets

/// Finds the feeds that a web page names (RSS autodiscovery; Atom autodiscovery).
public enum FeedDiscovery {
    /// A feed that a page names.
    public struct Link: Sendable, Equatable {
        /// Absolute.
        public var url: String
        /// The media type as the page writes it, in lower case.
        public var type: String
        public var title: String?

        public init(url: String, type: String, title: String? = nil) {
            self.url = url
            self.type = type
            self.title = title
        }
    }

    /// The page's `<link rel="alternate">` whose type is a feed's, in document order, each address once.
    ///
    /// - Parameters:
    ///   - bytes: the page, in ASCII-compatible bytes; at most the first 2 MiB are looked at.
    ///   - baseURL: the page's own address; `<base href>` is heard.
    public static func feedLinks(inHTML bytes: [UInt8], baseURL: String) -> [Link] {
        var page = bytes.count > 2 << 20 ? Array(bytes.prefix(2 << 20)) : bytes
        StreamSafeText.mend(&page)
        var links: [Link] = []
        var base = baseURL
        var hasBase = false
        var index = 0
        while index < page.count, let tag = page[index...].firstIndex(of: .lessThan) {
            index = tag + 1
            if page[tag...].starts(with: "<!--".utf8) {
                index = page.index(after: "-->", from: tag + 4) ?? page.count
                continue
            }
            var end = index
            while end < page.count, page[end].isNamePart { end += 1 }
            let name = page[index..<end]
            guard let wanted = Wanted(name) else { continue }
            if case .rawText(let close) = wanted {
                index = skipRawText(page, from: end, to: close)
                continue
            }
            var scanner = AttributeScanner(bytes: page[...], position: end)
            let attributes = Attributes(scanner.all(), page)
            guard scanner.isComplete else { break }
            index = scanner.position
            if case .base = wanted {
                if !hasBase, let href = attributes["href"] {
                    base = Address.resolve(href, base: baseURL)
                    hasBase = true
                }
            } else if let link = link(attributes, base: base),
                !links.contains(where: { $0.url == link.url }), links.count < 64
            {
                links.append(link)
            }
        }
        return links
    }

    /// Tags that matter, and elements whose content is no markup.
    private enum Wanted {
        case link, base
        case rawText(close: String)

        init?(_ name: ArraySlice<UInt8>) {
            if name.equalsLowercase("link") {
                self = .link
            } else if name.equalsLowercase("base") {
                self = .base
            } else if name.equalsLowercase("script") {
                self = .rawText(close: "</script")
            } else if name.equalsLowercase("style") {
                self = .rawText(close: "</style")
            } else if name.equalsLowercase("textarea") {
                self = .rawText(close: "</textarea")
            } else {
                return nil
            }
        }
    }

    private static func skipRawText(_ page: [UInt8], from: Int, to close: String) -> Int {
        var index = from
        while index < page.count, let tag = page[index...].firstIndex(of: .lessThan) {
            if page[tag...].hasPrefix(close) { return tag + close.utf8.count }
            index = tag + 1
        }
        return page.count
    }

    private struct Attributes {
        private var values: [String: String] = [:]

        init(_ attributes: [AttributeScanner.Attribute], _ page: [UInt8]) {
            for attribute in attributes {
                let name = page[attribute.name].string.lowercased()
                guard values[name] == nil else { continue }
                values[name] = PlainText.of(html: page[attribute.value])
            }
        }

        subscript(name: String) -> String? { values[name] }
    }

    private static func link(_ attributes: Attributes, base: String) -> Link? {
        let relations = (attributes["rel"] ?? "").lowercased().split(separator: " ")
        guard relations.contains("alternate"), !relations.contains("stylesheet"),
            let href = attributes["href"], !href.isEmpty,
            let type = attributes["type"]?.lowercased(), isFeed(type: type)
        else { return nil }
        let title = attributes["title"].flatMap { $0.isEmpty ? nil : $0 }
        return Link(url: Address.resolve(href, base: base), type: type, title: title)
    }

    private static func isFeed(type: String) -> Bool {
        let media = type.split(separator: ";").first.map { Array($0.utf8)[...].trimmed.string }
        return [
            "application/rss+xml", "application/atom+xml", "application/rdf+xml",
            "application/feed+json", "application/json", "text/rss+xml", "text/atom+xml",
            "application/rss", "application/atom", "application/x-rss+xml",
        ].contains(media ?? "")
    }
}
