import BriefModel
import ControlProtocol
import ControlServer
import FoundationEssentials
import Storage

extension DaemonControl {
    func articles(
        _ parameters: ArticleQueryParameters, cursor: String?, limit: Int
    ) async throws -> ItemPage<ArticleItem> {
        var query = try await query(parameters, cursor: cursor, limit: limit)
        if let asked = try query.words.flatMap(DaemonControl.query) {
            query.query = asked
            query.words = nil
            query.feedNames = await polling.feedNames
        }
        let catalogue = parts.store.catalogue.within(Self.patience)
        let page = try await asking { [query] in try catalogue.articles(query) }
        return ItemPage(
            items: page.items.map { ArticleItem($0) }, next: page.next, total: page.total,
            since: page.position)
    }

    private func query(
        _ asked: ArticleQueryParameters, cursor: String?, limit: Int
    ) async throws -> ArticleQuery {
        let follows = asked.since.map(ArticleQuery.isFollowing) ?? false
        return ArticleQuery(
            words: asked.words,
            since: follows ? nil : try DaemonControl.time(asked.since, "since"),
            until: try DaemonControl.time(asked.until, "until"),
            feed: try await feedID(asked.feed), tag: asked.tag, site: asked.site,
            qualityBelow: try DaemonControl.share(asked.qualityBelow),
            order: try DaemonControl.order(asked, follows: follows),
            content: try DaemonControl.content(asked.fields), limit: limit,
            cursor: cursor ?? (follows ? asked.since : nil))
    }

    /// The id of a feed; what has the form of one may be that of a feed that is followed no more.
    private func feedID(_ text: String?) async throws -> String? {
        guard let text else { return nil }
        let isID = text.count == 16 && text.allSatisfy(\.isHexDigit)
        return isID ? text : try FeedFinder(feeds: await polling.snapshot()).find(text).id
    }

    func article(_ id: String, fields: String?) async throws -> ArticleItem {
        let catalogue = parts.store.catalogue
        let content = try DaemonControl.content(fields)
        let detail = try await asking { try catalogue.article(id) }
        var item = ArticleItem(
            detail.listing, markdown: detail.file, revisions: detail.revisions)
        item.headlines = detail.headlines.map {
            .init(id: $0.id, when: $0.when, title: $0.title, titleBefore: $0.titleBefore)
        }
        if content.contains(.text) { item.text = detail.text }
        return item
    }

    func days(since: String?) async throws -> [DayItem] {
        let start =
            try DaemonControl.time(since, "since")
            ?? parts.clock().addingTimeInterval(-366 * 86_400)
        let catalogue = parts.store.catalogue
        return try await asking { try catalogue.filedByDay(since: start) }
            .map { DayItem(day: $0.day, filed: $0.count) }
    }

    func hosts() async throws -> [HostItem] {
        func rounded(_ seconds: Double) -> Double { (seconds * 1_000).rounded() / 1_000 }
        return parts.meters.hosts.all.map { host, time in
            HostItem(
                host: host, polls: time.polls, seconds: rounded(time.mean),
                lastSeconds: rounded(time.last))
        }
    }

    func duplicates(cursor: String?, limit: Int) async throws -> ItemPage<ArticleItem> {
        let catalogue = parts.store.catalogue.within(Self.patience)
        let page = try await asking { try catalogue.duplicates(limit: limit, cursor: cursor) }
        return ItemPage(
            items: page.items.map { ArticleItem($0) }, next: page.next, total: page.total)
    }

    private static func order(
        _ asked: ArticleQueryParameters, follows: Bool
    ) throws -> ArticleQuery.Order {
        guard let text = asked.order else { return follows ? .following : .filed }
        guard let order = ArticleQuery.Order(rawValue: text), order != .following,
            order != .changed
        else {
            throw bad("order=\(text) is not known; write filed, published or relevance")
        }
        if follows {
            guard order == .filed else {
                throw bad(
                    "order=\(text) does not go with since=CURSOR, which lists in the order of filing;"
                        + " leave one of them out")
            }
            return .following
        }
        if order == .relevance, asked.words == nil {
            throw bad("order=relevance needs words to fit; add q=WORDS, or leave the order out")
        }
        return order
    }

    private static func content(_ text: String?) throws -> Set<ArticleQuery.Content> {
        var content: Set<ArticleQuery.Content> = []
        guard let text else { return content }
        for name in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let field = ArticleQuery.Content(rawValue: String(name)) else {
                throw bad("fields=\(name) is not known; write markdown, text or both with a comma")
            }
            content.insert(field)
        }
        return content
    }

    private static func share(_ text: String?) throws -> Double? {
        guard let text else { return nil }
        guard let share = Double(text), (0...1).contains(share) else {
            throw bad("quality_below=\(text) is no share; write a number from 0 to 1, like 0.5")
        }
        return share
    }

    /// RFC 3339, or a day, which begins at midnight UTC.
    private static func time(_ text: String?, _ name: String) throws -> Date? {
        guard let text else { return nil }
        let full = text.count == 10 ? text + "T00:00:00Z" : text
        guard let date = Date(rfc3339: full) else {
            throw bad("\(name)=\(text) is no time; write 2026-11-21 or 2026-11-21T08:00:00Z")
        }
        return date
    }

    private static func bad(_ detail: String) -> ControlFailure {
        ControlFailure(400, "bad-parameter", "Bad parameter", detail: detail)
    }
}
