import LibXML

/// What kind of page it is: the same figures for each of its passages.
struct PageTraits {
    static let names =
        [
            "page words", "page passages", "page links", "page prose", "page proses",
            "page longest", "page ideographs", "page articles", "page h1", "page headings",
            "page times", "page comments", "page forms", "page items", "page tables", "page code",
            "page images", "page in main", "page in article", "page long share",
            "page authors", "page details", "page teasers", "page products", "page threads",
            "page comment share", "page furniture share", "page favoured share",
        ] + PageKind.names

    private(set) var row: [Float] = []

    init(_ page: Page, _ prose: ProseSums, metadata: PageMetadata) {
        let whole = page.sum(of: 0)
        let all = page.passages.indices
        let longest = page.passages.map(\.census.length).max() ?? 0
        let long = page.passages.reduce(into: Float(0)) { sum, passage in
            if passage.census.length >= 40 { sum += passage.census.length }
        }
        let ideographs = page.passages.reduce(into: Float(0)) { $0 += Float($1.census.ideographs) }
        let length = max(1, whole.length)
        row = [
            whole.length, Float(page.passages.count), whole.linkDensity,
            prose.length(all) / length, Float(prose.count(all)), longest,
            0.6 * ideographs / length,
        ]
        appendElements(page, length)
        row.append(long / length)
        row += Self.counts(of: [.author, .details, .teaser, .product, .thread], page)
        for roles in [Roles.comments, .furniture, .favourable] {
            row.append(Self.share(of: roles, page) / length)
        }
        row += PageKind(metadata).row
    }

    /// How many elements have each of these roles.
    private static func counts(of roles: [Roles], _ page: Page) -> [Float] {
        var counts = [Float](repeating: 0, count: roles.count)
        for found in page.roles where !found.isEmpty {
            for index in roles.indices where found.contains(roles[index]) { counts[index] += 1 }
        }
        return counts
    }

    /// The words below elements with one of these roles.
    private static func share(of roles: Roles, _ page: Page) -> Float {
        page.outermost(bearing: roles, besides: .body).reduce(0) { $0 + page.sum(of: $1).length }
    }

    private mutating func appendElements(_ page: Page, _ length: Float) {
        var articles: Float = 0
        var h1: Float = 0
        var headings: Float = 0
        var times: Float = 0
        var comments: Float = 0
        var forms: Float = 0
        var items: Float = 0
        var cells: Float = 0
        var code: Float = 0
        var images: Float = 0
        var inMain: Float = 0
        var inArticle: Float = 0
        for node in page.tree.nodes.indices {
            switch page.tag(node) {
            case .text: continue
            case .article:
                articles += 1
                inArticle = max(inArticle, page.sum(of: node).length)
            case .main: inMain = max(inMain, page.sum(of: node).length)
            case .h1: h1 += 1
            case .h2, .h3: headings += 1
            case .time: times += 1
            case .form: forms += 1
            case .li: items += 1
            case .td: cells += 1
            case .pre, .code: code += 1
            case .img: images += 1
            default: break
            }
            if page.roles[node].contains(.comments) { comments += 1 }
        }
        row += [
            articles, h1, headings, times, comments, forms, items, cells, code, images,
            inMain / length, inArticle / length,
        ]
    }
}

/// What the page's address and head say it is.
struct PageKind {
    static let names = [
        "url known", "url depth", "url length", "url digits", "url hyphens", "url date",
        "url query",
        "url is listing", "url is forum", "url is documentation", "url is product",
        "url is article", "says article", "says product", "says list", "says forum", "says site",
        "has published", "made by forum", "made by wiki", "made by blog", "says video",
    ]

    private static let listing = [
        "/category", "/categories", "/tag/", "/tags/", "/topic", "/archive", "/collections",
        "/search", "/page/", "/shop", "/list", "/browse", "/c/", "/directory", "index.",
    ]
    private static let forum = [
        "forum", "thread", "viewtopic", "topic", "/t/", "question", "discuss", "community",
        "comments", "board", "/q/",
    ]
    private static let documentation = [
        "docs", "/doc/", "documentation", "/wiki", "help", "support", "guide", "manual",
        "reference", "api", "learn", "tutorial", "/man",
    ]
    private static let product = [
        "product", "/p/", "/dp/", "/item", "/shop", "/store", "buy", "/sku",
    ]
    private static let article = [
        "article", "news", "blog", "story", "/post", "stories", "opinion",
    ]

    private(set) var row: [Float] = []

    /// Whether its address, its description or the program that made it says so: comments are its text.
    var isForum: Bool {
        zip(Self.names, row).contains { name, value in
            value > 0 && ["url is forum", "says forum", "made by forum"].contains(name)
        }
    }

    /// The address is the one that the page states: one that it was fetched from is no part of the document, and would make
    /// another body of the copy that somebody drops.
    init(_ metadata: PageMetadata) {
        if let url = metadata.canonical ?? metadata.first("og:url"), url.hasPrefix("http") {
            appendAddress(url.lowercased())
        } else {
            row = [0] + [Float](repeating: -1, count: 11)
        }
        let type = metadata.first("og:type")?.lowercased() ?? ""
        let types = metadata.objects.flatMap { object in
            object["@type"]?.elements.compactMap { $0.string?.lowercased() } ?? []
        }
        let says = { (parts: [String]) -> Float in
            parts.contains { part in type.holds(part) || types.contains { $0.holds(part) } }
                ? 1 : 0
        }
        row.append(says(["article", "posting"]))
        row.append(says(["product", "offer"]))
        row.append(says(["itemlist", "collection"]))
        row.append(says(["discussion", "qapage", "question", "forum"]))
        row.append(says(["website", "organization", "service", "localbusiness"]))
        row.append(metadata.first("article:published_time") == nil ? 0 : 1)
        let generator = metadata.first("generator")?.lowercased() ?? ""
        for makers in [
            ["phpbb", "vbulletin", "discourse", "xenforo", "invision", "smf", "mybb"],
            ["wiki", "sphinx", "docusaurus", "mkdocs", "doxygen", "gitbook", "javadoc"],
            ["wordpress", "blogger", "ghost", "hugo", "jekyll", "typepad", "movable"],
        ] {
            row.append(makers.contains { generator.holds($0) } ? 1 : 0)
        }
        row.append(says(["video"]))
    }

    private mutating func appendAddress(_ url: String) {
        let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
        let rest = String(url[start...])
        let path = rest[(rest.firstIndex(of: "/") ?? rest.endIndex)...]
        let bytes = path.utf8
        let count = { (byte: UInt8) in Float(bytes.count { $0 == byte }) }
        row.append(1)
        row.append(count(0x2F))
        row.append(Float(bytes.count))
        row.append(Float(bytes.count { (0x30...0x39).contains($0) }))
        row.append(count(0x2D))
        row.append(rest.holds("/20") || rest.holds("/19") ? 1 : 0)
        row.append(count(0x3F) + count(0x3D))
        for words in [Self.listing, Self.forum, Self.documentation, Self.product, Self.article] {
            row.append(words.contains { rest.holds($0) } ? 1 : 0)
        }
    }
}
