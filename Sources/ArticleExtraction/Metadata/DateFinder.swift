import LibXML

/// Finds when an article was published and changed, as its page states it.
struct DateFinder {
    let page: Page
    let metadata: PageMetadata
    let url: String?
    let language: String?
    /// The passage of the visible title; nil where there is none.
    let titlePassage: Int?

    func published() -> String? {
        let stated =
            structured("datePublished") ?? inHead(Self.publishedNames) ?? microdata("datepublished")
        if let stated { return local(stated) }
        let visible = VisibleDates(page: page, titlePassage: titlePassage, order: order)
        return visible.timeNearTitle() ?? visible.lineNearTitle() ?? visible.timeElement()
            ?? AddressDate.find(in: url) ?? structured("dateCreated") ?? inHead(Self.vagueNames)
            ?? visible.line() ?? visible.plainLine()
    }

    /// A moment in UTC may fall on another day than the one that the site's own address gives it.
    private func local(_ stated: String) -> String {
        guard stated.count >= 16, stated.hasSuffix("Z") || stated.hasSuffix("+00:00"),
            let day = AddressDate.find(in: url), !stated.hasPrefix(day),
            let hour = Int(stated.dropFirst(11).prefix(2))
        else { return stated }
        let isBefore = CalendarDay.following(day).map(stated.hasPrefix) ?? false
        let isAfter = CalendarDay.following(String(stated.prefix(10))) == day
        return isBefore && hour < 12 || isAfter && hour >= 10 ? day : stated
    }

    func modified() -> String? {
        structured("dateModified")
            ?? inHead(["article:modified_time", "og:updated_time", "datemodified", "last-modified"])
            ?? microdata("datemodified")
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
    ]
    private static let vagueNames = [
        "date", "dc.date", "dcterms.date", "created", "date_created", "article:created",
        "dc.created",
    ]

    private var order: StatedDate.Order { StatedDate.Order(language: language) }

    private func read(_ text: String?) -> String? {
        guard let text, text.utf8.count < 100 else { return nil }
        return StatedDate.parse(text, order: order)
    }

    private func structured(_ key: String) -> String? {
        for object in metadata.objects {
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
        for node in page.tree.nodes.indices where page.tag(node) != .text {
            guard let stated = page.tree.attribute(.itemprop, of: node)?.lowercased(),
                stated.split(separator: " ").contains(Substring(name))
            else { continue }
            let value =
                page.tree.attribute(.datetime, of: node) ?? page.tree.attribute(.content, of: node)
                ?? page.tree.text(of: node)
            if let date = read(CleanText(value).string) { return date }
        }
        return nil
    }
}
