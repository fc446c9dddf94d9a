import LibXML

/// What a page's head, microdata and embedded JSON-LD state, as it stands there.
struct PageMetadata {
    /// `<meta>` by name or property, in lower case; the first of each wins, but for authors.
    private(set) var meta: [String: [String]] = [:]
    /// JSON-LD objects that describe an article or the page, articles first.
    private(set) var objects: [JSONValue] = []
    /// Articles that stand in an object as parts of it.
    private var parts: [JSONValue] = []
    private(set) var titleElement: String?
    /// The first headings of the first level, which say what the page is about as the title does.
    private var headlines: [String] = []
    /// The address that the page was read from; nil where it is not known.
    private let source: String?
    private(set) var canonical: String?
    /// The first `<base>`'s address.
    private(set) var base: String?
    private(set) var language: String?

    /// Larger scripts are data of applications rather than descriptions.
    private static let maxScriptBytes = 1_000_000
    /// What is an article besides the types whose names say so (schema.org/Article and below, 29.0).
    private static let articleTypes: Set<String> = [
        "blogposting", "report", "socialmediaposting", "review", "liveblogposting",
        "medicalwebpage",
        "recipe", "discussionforumposting", "criticreview", "apireference", "pressrelease",
    ]
    /// More objects are not kept.
    private static let maxObjects = 200

    init(_ tree: HTMLTree, url: String? = nil) {
        source = url
        for node in tree.nodes.indices {
            switch tree.nodes[node].tag {
            case .meta: readMeta(node, tree)
            case .title where titleElement == nil:
                titleElement = CleanText(tree.text(of: node)).nonEmpty
            case .link where canonical == nil:
                if tree.attribute(.rel, of: node)?.lowercased() == "canonical" {
                    canonical = tree.attribute(.href, of: node)
                }
            case .h1 where headlines.count < 3:
                if let text = CleanText(tree.text(of: node)).nonEmpty { headlines.append(text) }
            case .base where base == nil: base = tree.attribute(.href, of: node)
            case .script: readScript(node, tree)
            case .html, .body, .article:
                if language == nil {
                    language = tree.attribute(.lang, of: node) ?? tree.attribute(.xmlLang, of: node)
                }
            default: continue
            }
        }
        let ranked = adopted().sorted { $0.rank < $1.rank }
        objects = ranked.map(\.object)
        articles = ranked.prefix { $0.rank < 1 }.map(\.object)
    }

    /// The objects, and the articles that the page says it is made of: one that stands alone is its own; of several,
    /// those that bear the page's address or title. Of articles, those that are surely the page's come first.
    private func adopted() -> [(rank: Double, object: JSONValue)] {
        guard !objects.isEmpty || !parts.isEmpty else { return [] }
        let page = Own(
            addresses: ownAddresses,
            titles: ([first("og:title"), titleElement].compactMap(\.self) + headlines)
                .map { FoldedTitle(AttributeText.clean($0)) })
        let adopted = parts.count == 1 ? parts : parts.filter { page.relation(to: $0) == .own }
        let all = (objects + adopted).map { object in
            let rank = Self.rank(object)
            return (
                rank: rank, object: object, relation: rank == 0 ? page.relation(to: object) : .open
            )
        }
        // Articles of other pages, which lists of them carry along, state nothing of this one.
        let hasOwn = all.contains { $0.relation == .own }
        return all.filter { hasOwn ? $0.relation < .other : $0.relation < .foreign }.map {
            ($0.rank == 0 && $0.relation != .own ? 0.5 : Double($0.rank), $0.object)
        }
    }

    /// The addresses that the page states, else the one that it was read from.
    private var ownAddresses: [String] {
        let stated = [canonical, first("og:url")].compactMap(\.self)
        return stated.isEmpty ? [source].compactMap(\.self) : stated
    }

    /// Whether the address that a page was read from would tell which of the articles in it is its own: it states none.
    var lacksAddress: Bool {
        canonical == nil && first("og:url") == nil && !(objects.isEmpty && parts.isEmpty)
    }

    /// How an object stands to the page.
    private enum Relation: Int, Comparable {
        case own, open, other
        /// Neither its address nor any word of its headline is the page's.
        case foreign

        static func < (one: Relation, other: Relation) -> Bool { one.rawValue < other.rawValue }
    }

    /// What tells that an object is about this page.
    private struct Own {
        private let addresses: [String]
        private let leaves: [String]
        private let titles: [FoldedTitle]

        init(addresses: [String], titles: [FoldedTitle]) {
            self.addresses = addresses.map(PageMetadata.bare)
            leaves = addresses.map(PageMetadata.leaf)
            self.titles = titles
        }

        /// By its address or its title; open where it does not say.
        func relation(to object: JSONValue) -> Relation {
            let stated = [
                object["url"], object["mainEntityOfPage"], object["mainEntityOfPage"]?["@id"],
            ]
            .compactMap { $0?.string }
            if stated.contains(where: { addresses.contains(PageMetadata.bare($0)) }) { return .own }
            let headline = (object["headline"] ?? object["name"])?.string
            guard let headline, !titles.isEmpty else { return .open }
            let folded = FoldedTitle(AttributeText.clean(headline))
            let agreement = titles.map { $0.agreement(folded) }.max() ?? 0
            if agreement > 0.6 { return .own }
            guard !stated.isEmpty, !addresses.isEmpty else { return .open }
            let isNear = stated.contains { leaves.contains(PageMetadata.leaf($0)) }
            return agreement == 0 && !isNear ? .foreign : .other
        }
    }

    /// Whether a text of several words is what the page states as its title: some put it where the site's name belongs.
    func isHeadline(_ text: String) -> Bool {
        let folded = FoldedTitle(text)
        guard folded.count > 4 else { return false }
        return [first("og:title"), titleElement].contains { title in
            title.map(FoldedTitle.words) == folded.words
        }
    }

    /// An address without its scheme, its fragment and a slash at the end.
    private static func bare(_ address: String) -> String {
        let rest = address.withoutScheme
        let bare = Substring(rest.utf8.prefix { $0 != 0x23 })
        return String(bare.hasSuffix("/") ? bare.dropLast() : bare)
    }

    /// The last part of an address's path: a page may stand under several hosts and folders.
    private static func leaf(_ address: String) -> String {
        let path = bare(address).prefix { $0 != "?" }
        return String(path.split(separator: "/").last ?? "")
    }

    /// The first of these names that the head bears.
    func first(_ names: String...) -> String? {
        for name in names {
            if let value = meta[name]?.first { return value }
        }
        return nil
    }

    func all(_ names: String...) -> [String] {
        for name in names {
            if let values = meta[name] { return values }
        }
        return []
    }

    /// Whether an object describes a thing that has a day of its own: a book, a film, a reader's comment.
    func isOfOther(_ object: JSONValue) -> Bool {
        Self.types(of: object).contains(where: Self.things.contains)
    }

    private static let things: Set<String> = [
        "book", "movie", "tvseries", "tvepisode", "musicalbum", "musicrecording", "person",
        "product",
        "comment", "answer", "event", "organization", "place", "videogame", "offer", "jobposting",
        "website", "imageobject", "newsmediaorganization", "corporation", "localbusiness",
    ]

    /// The objects that describe an article.
    private(set) var articles: [JSONValue] = []

    /// The language that an article's description states (BCP 47), also as an object.
    var inLanguage: String? {
        for object in objects.prefix(8) {
            guard let stated = object["inLanguage"]?.elements.first else { continue }
            let tag = stated.string ?? stated["alternateName"]?.string ?? stated["name"]?.string
            if let tag, (2...12).contains(tag.utf8.count) { return tag }
        }
        return nil
    }

    /// The object itself, or the one that it only points to (JSON-LD 1.1 §3.3).
    func resolved(_ object: JSONValue) -> JSONValue {
        guard object["name"] == nil, let id = object["@id"]?.string else { return object }
        return objects.first { $0["name"] != nil && $0["@id"]?.string == id } ?? object
    }

    private mutating func readMeta(_ node: Int, _ tree: HTMLTree) {
        guard
            let name = tree.attribute(.property, of: node) ?? tree.attribute(.name, of: node)
                ?? tree.attribute(.itemprop, of: node) ?? tree.attribute(.httpEquiv, of: node),
            // Some pages state it as the value.
            let content = tree.attribute(.content, of: node) ?? tree.attribute(.value, of: node),
            let value = CleanText(content).nonEmpty,
            !tree.has(.itemprop, node) || !OtherWorks.hold(node, in: tree)
        else { return }
        meta[name.lowercased(), default: []].append(value)
    }

    private mutating func readScript(_ node: Int, _ tree: HTMLTree) {
        guard let type = tree.attribute(.type, of: node), type.lowercased().holds("ld+json"),
            Int(tree.nodes[node].end) > node + 1
        else { return }
        let bytes = tree.textBytes(node + 1)
        guard bytes.count <= Self.maxScriptBytes else { return }
        for value in LinkedDataScript.values(in: bytes) { collect(value, depth: 0) }
    }

    private mutating func collect(_ value: JSONValue, depth: Int) {
        guard depth < 4 else { return }
        for element in value.elements where objects.count < Self.maxObjects {
            if case .array = element { collect(element, depth: depth + 1) }
            if element["@type"] != nil { objects.append(element) }
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let inner = element[key] { collect(inner, depth: depth + 1) }
            }
            for key in ["hasPart", "blogPost", "blogPosts", "article"] {
                parts += (element[key]?.elements ?? []).filter { Self.rank($0) == 0 }
                    .prefix(max(0, Self.maxObjects - parts.count))
            }
        }
    }

    /// The types of an object in lower case, however they are written: "NewsArticle", "schema:NewsArticle",
    /// "http://schema.org/NewsArticle".
    static func types(of object: JSONValue) -> [String] {
        (object["@type"]?.elements ?? []).compactMap { type in
            type.string?.lowercased().split { "/#:".contains($0) }.last.map(String.init)
        }
    }

    private static func rank(_ object: JSONValue) -> Int {
        let types = types(of: object)
        if types.contains(where: { articleTypes.contains($0) || $0.hasSuffix("article") }) {
            return 0
        }
        if types.contains(where: { $0.hasSuffix("page") }) { return 1 }
        return 2
    }
}

extension CleanText {
    /// The text; nil where there is none.
    var nonEmpty: String? { isEmpty ? nil : string }
}
