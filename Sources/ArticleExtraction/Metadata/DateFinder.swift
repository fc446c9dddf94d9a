import LibXML

/// Finds when an article was published and changed, as its page states it.
struct DateFinder {
    let page: Page
    let metadata: PageMetadata
    let url: String?
    let language: String?

    func published() -> String? {
        structured("datePublished") ?? inHead(Self.publishedNames) ?? microdata("datepublished")
            ?? timeElement() ?? inAddress() ?? structured("dateCreated") ?? inHead(Self.vagueNames)
            ?? visible()
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
    ]
    private static let vagueNames = [
        "date", "dc.date", "dcterms.date", "created", "date_created", "article:created",
        "dc.created",
        "article:modified_time", "og:updated_time", "datemodified", "lastmod",
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

    /// The first `<time>` that is no comment's and no teaser's.
    private func timeElement() -> String? {
        var fallback: String?
        for node in page.tree.nodes.indices where page.tag(node) == .time {
            let value = page.tree.attribute(.datetime, of: node) ?? page.tree.text(of: node)
            guard let date = read(CleanText(value).string), !isAside(node) else { continue }
            let says =
                page.tree.has(.pubdate, node)
                || page.tree.attribute(.class, of: node)?.lowercased().contains("publi") ?? false
            if says { return date }
            fallback = fallback ?? date
        }
        return fallback
    }

    private func isAside(_ node: Int) -> Bool {
        var node = node
        while node > 0 {
            let roles = page.roles[node]
            if !roles.isDisjoint(with: [.comments, .related, .sidebar, .widget]),
                page.tag(node) != .body
            {
                return true
            }
            if page.tag(node) == .aside || page.tag(node) == .footer || page.tag(node) == .nav {
                return true
            }
            node = page.parent(node)
        }
        return false
    }

    /// "/2021/10/05/" or "2021-10-05" in the address.
    private func inAddress() -> String? {
        guard let url else { return nil }
        let parts = url.split(whereSeparator: { "/-_.".contains($0) })
        for index in parts.indices {
            guard index + 2 < parts.count, parts[index].count == 4, let year = Int(parts[index]),
                (1990...2100).contains(year), let month = Int(parts[index + 1]),
                (1...12).contains(month), let day = Int(parts[index + 2]), (1...31).contains(day),
                parts[index + 1].count <= 2, parts[index + 2].count <= 2
            else { continue }
            return StatedDate.parse(
                "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)")
        }
        return nil
    }

    /// A date in a short visible line: in an element whose class speaks of dates, else near the title.
    private func visible() -> String? {
        var plain: String?
        let heading = page.passages.firstIndex { page.tag($0.block) == .h1 } ?? 0
        for index in page.passages.indices.prefix(600) {
            let passage = page.passages[index]
            guard passage.text.count < 160,
                passage.census.digits >= 3 || passage.census.ideographs > 0,
                let date = read(String(page.string(index).prefix(90)))
            else { continue }
            if saysDate(passage), !isAside(passage.nodes.lowerBound) { return date }
            if plain == nil, index > heading, index < heading + 12, passage.census.words < 20 {
                plain = date
            }
        }
        return plain
    }

    private func saysDate(_ passage: Passage) -> Bool {
        var node = passage.nodes.lowerBound
        for _ in 0..<3 where node > 0 {
            node = page.parent(node)
            if page.roles[node].contains(.details) { return true }
        }
        return false
    }
}
