import BriefModel

/// What a page says of feeds, as it is found, and in the order in which it is to be asked.
struct FoundLinks {
    /// Of one kind, and of all together: no page that means well names more.
    private static let limit = 64

    private let page: String
    private let base: String
    private var links: [FeedLink.Source: [FeedLink]] = [:]

    /// - Parameters:
    ///   - page: its address.
    ///   - base: what its first `<base href>` says, which is heard wherever it stands (HTML §4.2.3).
    init(page: String, base: String?) {
        self.page = page
        self.base = base.map { Address.resolve($0, base: page) } ?? page
        add(KnownSites.feeds(of: page))
    }

    /// The surest first.
    var ranked: [FeedLink] {
        var seen: Set<String> = []
        let all = FeedLink.Source.allCases.flatMap { links[$0] ?? [] }
            .filter { seen.insert($0.url).inserted }
        let feeds = all.filter { $0.source == .refresh || !FeedSigns.isOfComments($0) }
        let isMore = feeds.contains { $0.source != .refresh }
        return Array((isMore ? feeds : all).prefix(FoundLinks.limit))
    }

    /// - Parameter isNamedFeed: whether what readers see of a link calls it a feed.
    mutating func take(_ tag: TagScanner.Tag, isNamedFeed: () -> Bool) {
        switch tag.name {
        case .base: return
        case .link:
            takeLink(
                relations: tag["rel"] ?? "", href: tag["href"] ?? "", type: tag["type"],
                title: tag["title"], isTranslation: tag["hreflang"] != nil)
        case .meta: takeMeta(tag)
        case .a, .area: takeAnchor(tag, isNamedFeed)
        }
    }

    /// A `<link>`, or a link of the head of HTTP.
    mutating func takeLink(
        relations: String, href: String, type: String?, title: String?, isTranslation: Bool
    ) {
        guard !href.isEmpty else { return }
        let relations = Set(relations.lowercased().split(whereSeparator: \.isWhitespace))
        let url = resolved(href)
        if relations.contains("canonical"), FeedSigns.areOneSite(url, page) {
            add(KnownSites.feeds(of: url))
        }
        let isFeed = relations.contains("feed")
        guard isFeed || relations.contains("alternate"), !relations.contains("stylesheet") else {
            return
        }
        let type = (type ?? "").lowercased()
        var link = FeedLink(url: url, type: type, title: title.flatMap { $0.isEmpty ? nil : $0 })
        switch FeedSigns.judge(type: type) {
        case .feed: break
        case .page: return
        case .data:
            guard isFeed || !FeedSigns.isOtherData(url) else { return }
            link.source = isFeed ? .named : .hinted
        case .none:
            guard isFeed || FeedSigns.isFeedLike(url) && !isTranslation else { return }
            link.source = isFeed ? .named : .hinted
        }
        add([link])
    }

    /// Links to others' feeds are none of this page's.
    private mutating func takeAnchor(_ tag: TagScanner.Tag, _ isNamedFeed: () -> Bool) {
        guard let href = tag["href"], !href.isEmpty else { return }
        let type = (tag["type"] ?? "").lowercased()
        let url = resolved(href)
        guard FeedSigns.areOneSite(url, page) || FeedSigns.isFeedHost(url) else { return }
        let isFeed = FeedSigns.judge(type: type) == .feed || FeedSigns.isFeedLike(url)
        guard isFeed || FeedSigns.mayBeFeed(url) && isNamedFeed() else { return }
        add([
            FeedLink(url: url, type: type, title: tag["title"], source: isFeed ? .linked : .worded)
        ])
    }

    private mutating func takeMeta(_ tag: TagScanner.Tag) {
        guard let content = tag["content"] else { return }
        if tag["http-equiv"]?.lowercased() == "refresh", let target = FeedSigns.refresh(content) {
            add([FeedLink(url: resolved(target), source: .refresh)])
        } else if let item = tag["itemprop"], item == "channelId" || item == "identifier",
            let feed = KnownSites.videos(of: content, on: page)
        {
            add([feed])
        }
    }

    private mutating func add(_ new: [FeedLink]) {
        for link in new {
            let kind = links[link.source] ?? []
            guard kind.count < FoundLinks.limit, !kind.contains(where: { $0.url == link.url })
            else { continue }
            links[link.source, default: []].append(link)
        }
    }

    /// Absolute; `feed:` is the scheme below it.
    private func resolved(_ href: String) -> String {
        guard href.lowercased().hasPrefix("feed:") else {
            return Address.resolve(href, base: base)
        }
        let rest = String(href.dropFirst(5))
        return rest.hasPrefix("//") ? "http:" + rest : Address.resolve(rest, base: base)
    }
}
