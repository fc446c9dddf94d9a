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
        adopt()
        // Of articles, those that are surely the page's come first.
        let ranked = objects.map { object in
            let rank = Self.rank(object)
            return (rank: rank == 0 && isOwn(object) != true ? 0.5 : Double(rank), object: object)
        }
        .sorted { $0.rank < $1.rank }
        objects = ranked.map(\.object)
        articles = ranked.prefix { $0.rank < 1 }.map(\.object)
    }

    /// Articles that the page says it is made of: one that stands alone is its own; of several, those that bear the
    /// page's address or title.
    private mutating func adopt() {
        let own = parts.count == 1 ? parts : parts.filter { isOwn($0) ?? false }
        objects += own
        // Articles of other pages, which lists of them carry along, state nothing of this one.
        let hasOwn = objects.contains { Self.rank($0) == 0 && isOwn($0) ?? false }
        objects = objects.filter { object in
            guard Self.rank(object) == 0 else { return true }
            return hasOwn ? isOwn(object) != false : !isForeign(object)
        }
    }

    /// Whether an object is about this page, by its address or its title; nil where it does not say.
    private func isOwn(_ object: JSONValue) -> Bool? {
        let addresses = Self.addresses(of: object)
        let own = [canonical, first("og:url"), source].compactMap(\.self).map(Self.bare)
        if addresses.contains(where: { own.contains(Self.bare($0)) }) { return true }
        let agreement = agreement(of: object)
        guard let agreement else { return nil }
        if agreement > 0.6 { return true }
        return addresses.isEmpty || own.isEmpty ? nil : false
    }

    /// Whether neither the address nor any word of the title of an article is this page's.
    private func isForeign(_ object: JSONValue) -> Bool {
        let own = [canonical, first("og:url"), source].compactMap(\.self).map(Self.leaf)
        let addresses = Self.addresses(of: object).map(Self.leaf)
        guard isOwn(object) == false, agreement(of: object) == 0 else { return false }
        return !addresses.contains { own.contains($0) }
    }

    /// Whether a text of several words is what the page states as its title: some put it where the site's name belongs.
    func isHeadline(_ text: String) -> Bool {
        let folded = FoldedTitle(text)
        guard folded.count > 4 else { return false }
        return [first("og:title"), titleElement].contains { title in
            title.map(FoldedTitle.words) == folded.words
        }
    }

    /// How far the headline of an object is a title of the page; nil where either has none.
    private func agreement(of object: JSONValue) -> Double? {
        guard let headline = (object["headline"] ?? object["name"])?.string else { return nil }
        let titles = [first("og:title"), titleElement].compactMap(\.self) + headlines
        let folded = FoldedTitle(AttributeText.clean(headline))
        return titles.map { FoldedTitle(AttributeText.clean($0)).agreement(folded) }.max()
    }

    private static func addresses(of object: JSONValue) -> [String] {
        [object["url"], object["mainEntityOfPage"], object["mainEntityOfPage"]?["@id"]]
            .compactMap { $0?.string }
    }

    /// An address without its scheme, its fragment and a slash at the end.
    private static func bare(_ address: String) -> String {
        let rest = address.withoutScheme
        let bare = rest.prefix { $0 != "#" }
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
            let value = CleanText(content).nonEmpty
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
