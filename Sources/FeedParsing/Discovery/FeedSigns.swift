import BriefModel

/// What types, addresses and titles say of whether a feed is there.
enum FeedSigns {
    enum Kind {
        case feed
        /// XML or JSON of any kind.
        case data
        case none
        case page
    }

    /// - Parameter type: a media type, in lower case.
    static func judge(type: String) -> Kind {
        let media = type.split(separator: ";").first.map { Array($0.utf8)[...].trimmed.string }
        guard let media, !media.isEmpty else { return .none }
        if ["atomsvc", "atomcat"].contains(where: media.contains) { return .page }
        if ["rss", "atom", "feed+json", "rdf+xml"].contains(where: media.contains) { return .feed }
        return data.contains(media) ? .data : .page
    }

    private static let data: Set<String> = [
        "text/xml", "application/xml", "application/json", "text/json",
    ]

    /// XML and JSON that pages name beside their feeds.
    static func isOtherData(_ url: String) -> Bool {
        let url = url.lowercased()
        return ["wp-json", "rest_route=", "oembed", "sitemap", "opensearch", "manifest"]
            .contains(where: url.contains)
    }

    /// Whether an address is written as those of feeds are.
    static func isFeedLike(_ url: String) -> Bool {
        guard Address.isWeb(url), !isOtherData(url) else { return false }
        if isFeedHost(url) { return true }
        let address = Address(url.lowercased())
        for pair in (address.query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            let value = parts.count > 1 ? parts[1] : ""
            if ["feed", "format", "type", "output", "alt"].contains(parts.first ?? ""),
                formats.contains(value)
            {
                return true
            }
        }
        guard let last = address.path.split(separator: "/").last else { return false }
        let parts = last.split(separator: ".")
        if parts.count > 1, let ending = parts.last, ["rss", "atom", "rdf"].contains(ending) {
            return true
        }
        if last == "index.xml" || last == ".rss" { return true }
        if parts.count > 1, let ending = parts.last, !endings.contains(String(ending)) {
            return false
        }
        let words = (parts.first ?? "").split { $0 == "-" || $0 == "_" }.map(String.init)
        return parts.count > 1
            ? words.contains { names.contains($0) } : words.count == 1 && names.contains(words[0])
    }

    /// Whether nothing in an address says that it is something else than a feed: another kind of file, or a place in a page.
    static func mayBeFeed(_ url: String) -> Bool {
        guard Address.isWeb(url), !isOtherData(url), !url.contains("#") else { return false }
        let last = Address(url.lowercased()).path.split(separator: "/").last ?? ""
        let parts = last.split(separator: ".")
        guard parts.count > 1, let ending = parts.last else { return true }
        return endings.contains(String(ending))
    }

    private static let formats: Set<String> = ["rss", "rss2", "atom", "rdf", "feed", "json-feed"]
    private static let names: Set<String> = ["feed", "feeds", "rss", "rss2", "atom", "rdf"]
    private static let endings: Set<String> = ["xml", "json", "php", "aspx", "asp", "cgi", "jsp"]

    /// Hosts that do nothing but serve others' feeds.
    static func isFeedHost(_ url: String) -> Bool {
        ["feeds.feedburner.com", "feeds2.feedburner.com", "feedproxy.google.com", "feedpress.me"]
            .contains(host(url))
    }

    /// Whether two addresses are of one host, or one host is below the other.
    static func areOneSite(_ one: String, _ other: String) -> Bool {
        let (one, other) = (host(one), host(other))
        guard !one.isEmpty, !other.isEmpty else { return false }
        return one == other || one.hasSuffix("." + other) || other.hasSuffix("." + one)
    }

    /// In lower case, without "www." and the port.
    static func host(_ url: String) -> String {
        var host = (Address(url).authority ?? "").lowercased()
        if let at = host.lastIndex(of: "@") { host = String(host[host.index(after: at)...]) }
        if !host.hasSuffix("]"), let colon = host.lastIndex(of: ":") {
            host = String(host[..<colon])
        }
        return host.withoutWWW
    }

    /// Whether a feed is one of readers' comments.
    static func isOfComments(_ link: FeedLink) -> Bool {
        let address = Address(link.url.lowercased())
        if address.path.split(separator: "/").contains(where: { $0.hasPrefix("comments") })
            || address.query?.contains("comments") == true
        {
            return true
        }
        let words = (link.title ?? "").lowercased().split { !$0.isLetter }.map(String.init)
        return words.contains { comments.contains($0) }
            || ["コメント", "评论", "評論", "留言", "댓글"].contains { link.title?.contains($0) == true }
    }

    private static let comments: Set<String> = [
        "comments", "kommentare", "kommentar", "commentaires", "comentarios", "comentários",
        "commenti", "reacties", "kommentarer", "kommentit", "komentarze", "komentáře", "komentarji",
        "hozzászólások", "yorumlar", "комментарии", "коментарі", "comentarii", "σχόλια", "תגובות",
        "تعليقات",
    ]

    /// The address in "0; url='/blog/'" (HTML §4.2.5.3); nil where a page only reloads itself.
    static func refresh(_ content: String) -> String? {
        guard let mark = content.firstIndex(where: { $0 == ";" || $0 == "," }) else { return nil }
        var rest = content[mark...].dropFirst().drop(while: \.isWhitespace)
        if rest.lowercased().hasPrefix("url") {
            let value = rest.dropFirst(3).drop(while: \.isWhitespace)
            if value.first == "=" { rest = value.dropFirst().drop(while: \.isWhitespace) }
        }
        if let quote = rest.first, quote == "'" || quote == "\"" {
            rest = rest.dropFirst().prefix { $0 != quote }
        }
        return rest.isEmpty ? nil : String(rest)
    }
}
