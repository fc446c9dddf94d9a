import BriefModel
import LibXML

/// Finds when an article was published and changed, as its page states it.
struct DateFinder {
    let page: Page
    let metadata: PageMetadata
    let url: String?
    let language: String?
    /// The passage of the visible title; nil where there is none.
    let titlePassage: Int?
    /// For every passage whether it is of the body.
    let kept: [Bool]
    /// Made where the head does not say it all, and then for both days.
    lazy var visible = VisibleDates(
        page: page, titlePassage: titlePassage, kept: kept, order: order)

    /// The stated day of publication wins over one of a change, also where only the latter is shown: of
    /// 259 pages that state both and whose day was told by hand, 226 were told the day of publication.
    mutating func published() -> String? {
        let stated =
            structured("datePublished") ?? inHead(Self.publishedNames) ?? microdata("datepublished")
        if let stated { return shown(stated) ?? local(stated) }
        let visible = visible
        if let seen = visible.inHead() { return seen }
        if let told = AddressDate.find(in: url) ?? structured("dateCreated") { return told }
        if let told = visible.labelled() ?? visible.alone(isTime: true) { return told }
        if let foot = visible.atFoot() { return foot }
        if let vague = inHead(Self.vagueNames) ?? microdata("datecreated") { return vague }
        if let bare = visible.bareLine() ?? visible.alone(isTime: false) { return bare }
        return visible.calledChange() ?? visible.ofFirstPost() ?? visible.besideOwnLink(url)
    }

    /// The site's own clock: a moment of the night that the head states in UTC, and that the page shows by
    /// the title as the same minute of the evening before.
    private mutating func shown(_ stated: String) -> String? {
        guard Self.isUTC(stated), Int(stated.dropFirst(11).prefix(2)).map({ $0 < 12 }) ?? false
        else { return nil }
        let visible = visible
        guard let seen = visible.inHead() ?? visible.calledChange(), seen.count >= 16,
            CalendarDay.following(String(seen.prefix(10))) == String(stated.prefix(10)),
            seen.dropFirst(14).prefix(2) == stated.dropFirst(14).prefix(2)
        else { return nil }
        return Self.isUTC(seen) ? nil : seen
    }

    private static func isUTC(_ moment: String) -> Bool {
        moment.count >= 16 && (moment.hasSuffix("Z") || moment.hasSuffix("+00:00"))
    }

    /// A moment in UTC may fall on another day than the one that the site's own address gives it.
    private func local(_ stated: String) -> String {
        guard Self.isUTC(stated), let day = AddressDate.find(in: url), !stated.hasPrefix(day),
            let hour = Int(stated.dropFirst(11).prefix(2))
        else { return stated }
        let isBefore = CalendarDay.following(day).map(stated.hasPrefix) ?? false
        let isAfter = CalendarDay.following(String(stated.prefix(10))) == day
        return isBefore && hour < 12 || isAfter && hour >= 10 ? day : stated
    }

    mutating func modified() -> String? {
        structured("dateModified")
            ?? inHead(Self.modifiedNames) ?? microdata("datemodified")
            ?? visible.changed()
    }

    private static let publishedNames = [
        "article:published_time", "og:published_time", "datepublished", "article.published",
        "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish_date",
        "publish-date",
        "publication_date", "publicationdate", "published_date", "dc.date.issued", "dcterms.issued",
        "dcterms.created", "dc.date.created", "article_date_original", "originalpublicationdate",
        "cxenseparse:recs:publishtime", "article:publish_time", "og:article:published_time",
        "ptime",
        "citation_publication_date", "citation_online_date", "rnews:datepublished", "cre_date",
        "bt:pubdate", "article:post_date", "og:pubdate", "displaydate", "pdate", "datum",
        "published", "published-date", "publication-date", "date-published", "dc.date.published",
        "article.publish_date", "article_publication_date", "releasedate", "ms.date", "pub_date",
        "article:published", "article-published", "created-date", "datecreated",
        "shareaholic:article_published_time", "schema:datepublished", "vr:published_time",
        "published_at", "iso-8601-publish-date",
    ]
    private static let modifiedNames = [
        "article:modified_time", "og:updated_time", "datemodified", "last-modified",
        "dcterms.modified", "dc.date.modified", "dc.modified", "article:modified",
        "shareaholic:article_modified_time", "schema:datemodified", "lastmod", "modified_date",
    ]
    private static let vagueNames = [
        "date", "dc.date", "dcterms.date", "created", "date_created", "article:created",
        "dc.created",
    ]

    private var order: StatedDate.Order { StatedDate.Order(language: language) }

    /// Where the head states the beginning of a clock, another place may state the day.
    private func read(_ text: String?) -> String? {
        guard let text, text.utf8.count < 100 else { return nil }
        return StatedDate.value(text, order: order).flatMap {
            BelievedDate.isEpoch($0) ? nil : $0
        }
    }

    private func structured(_ key: String) -> String? {
        for object in metadata.objects where !metadata.isOfOther(object) {
            if let date = read(object[key]?.string) { return date }
        }
        return nil
    }

    private func inHead(_ names: [String]) -> String? {
        for name in names {
            for value in metadata.meta[name] ?? [] {
                if let date = read(value) { return date }
            }
        }
        return nil
    }

    private func microdata(_ name: String) -> String? {
        for node in page.labelled {
            guard let stated = page.tree.attribute(.itemprop, of: node)?.lowercased(),
                stated.split(separator: " ").contains(Substring(name)), !isOfOther(node),
                !OtherWorks.hold(node, in: page.tree), let date = date(statedBy: node)
            else { continue }
            return date
        }
        return rdfa(name)
    }

    /// "schema:datePublished", "dc:created" and the like (RDFa Lite 1.1 §2.2, as Drupal writes it).
    private func rdfa(_ name: String) -> String? {
        guard let names = Self.properties[name] else { return nil }
        for node in page.tree.nodes.indices where page.tree.has(.property, node) {
            guard let stated = page.tree.attribute(.property, of: node)?.lowercased(),
                stated.split(separator: " ").contains(where: { names.contains(String($0)) }),
                !isOfOther(node), let date = date(statedBy: node)
            else { continue }
            return date
        }
        return nil
    }

    private static let properties: [String: Set<String>] = [
        "datepublished": [
            "schema:datepublished", "datepublished", "dc:created", "dcterms:created",
        ],
        "datemodified": ["schema:datemodified", "datemodified", "dcterms:modified"],
    ]

    private func date(statedBy node: Int) -> String? {
        let value =
            page.tree.attribute(.datetime, of: node) ?? page.tree.attribute(.content, of: node)
            ?? page.tree.text(of: node)
        return read(CleanText(value).string)
    }

    /// Comments, and the teasers of other articles, which are links, state days of their own.
    private func isOfOther(_ node: Int) -> Bool {
        var node = node
        while node > 0, page.tag(node) != .body {
            let roles = page.roles[node]
            if page.tag(node) == .a
                || roles.contains(.comments) && roles.isDisjoint(with: .favourable)
            {
                return true
            }
            if page.tag(node) == .article || page.tag(node) == .main { return false }
            node = page.parent(node)
        }
        return false
    }
}
