import BriefModel

/// What a feed states of the entry whose content is read.
struct EntryFacts {
    let title: String?
    /// Folded.
    let foldedTitle: String?
    private let url: String?
    private let page: PageAddress?

    /// Nil for the content of anything but an entry of a feed.
    init?(_ known: KnownFacts, url: String?) {
        guard known.titleIsOfFeed else { return nil }
        title = known.title
        foldedTitle = known.title.map { TextFolding.fold($0) }
        self.url = url.map(PlainAddress.of)
        page = self.url.flatMap { PageAddress($0) }
    }

    /// Where a link of the entry leads.
    enum Target {
        /// To the entry's own page, or to the comments on it.
        case own
        /// To the first page of its site.
        case home
        /// To another page of its site.
        case site
        /// To a form that shares the entry.
        case share
        case mail
        case elsewhere
    }

    func target(of link: String) -> Target {
        let lower = link.lowercased()
        if Self.isShare(lower) { return .share }
        if lower.hasPrefix("mailto:") { return .mail }
        // A link to a note of the text itself.
        let anchor = lower.drop { $0 != "#" }.dropFirst()
        guard anchor.isEmpty || anchor == "more" || Self.anchors.contains(where: anchor.hasPrefix)
        else {
            return .elsewhere
        }
        guard let page, let address = PageAddress.resolve(link, on: page),
            let target = Self.parts(address)
        else { return .elsewhere }
        guard let own = url.flatMap(Self.parts), own.host == target.host else { return .elsewhere }
        if own.path == target.path, own.query.isEmpty || own.query == target.query { return .own }
        return target.path.isEmpty && target.query.isEmpty ? .home : .site
    }

    /// Behind the text of a post: its comments, and the place where its teaser ends.
    private static let anchors = [
        "comment", "respond", "disqus", "more-", "kommentar", "reply", "xtor", "utm_", "ref=",
    ]

    private static func isShare(_ link: String) -> Bool {
        if link.hasPrefix("mailto:?") || link.contains("?share=") { return true }
        return shares.contains { link.contains($0) }
    }

    private static let shares = [
        "facebook.com/share", "facebook.com/sharer", "facebook.com/dialog/share",
        "twitter.com/intent", "twitter.com/share", "twitter.com/home?status", "x.com/intent",
        "x.com/share", "linkedin.com/share", "linkedin.com/cws/share", "pinterest.com/pin/create",
        "reddit.com/submit", "wa.me/?", "whatsapp.com/send", "whatsapp://send", "t.me/share",
        "telegram.me/share", "vk.com/share", "connect.ok.ru", "getpocket.com/save",
        "getpocket.com/edit", "tumblr.com/share", "tumblr.com/widgets/share",
        "news.ycombinator.com/submitlink", "flipboard.com/bookmarklet", "bsky.app/intent",
        "threads.net/intent", "social-plugins.line.me", "b.hatena.ne.jp/entry",
        "service.weibo.com/share", "delicious.com/save", "del.icio.us/post", "digg.com/submit",
        "stumbleupon.com/submit", "plus.google.com/share", "instapaper.com/hello",
        "addtoany.com/share", "feedburner.com/~ff/", "feeds.feedburner.com",
    ]

    private static func parts(_ address: String) -> (host: String, path: String, query: String)? {
        guard let start = address.firstRange(of: "://") else { return nil }
        let rest = PlainAddress.withoutTracking(String(address[start.upperBound...]))
            .prefix { $0 != "#" }
        let host = rest.prefix { !"/?".contains($0) }.lowercased().withoutWWW
        let tail = rest.drop { !"/?".contains($0) }
        var path = tail.prefix { $0 != "?" }
        while path.last == "/" { path.removeLast() }
        return (host, String(path), String(tail.drop { $0 != "?" }))
    }
}
