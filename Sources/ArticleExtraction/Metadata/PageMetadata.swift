import LibXML

/// What a page's head, microdata and embedded JSON-LD state, as it stands there.
struct PageMetadata {
    /// `<meta>` by name or property, in lower case; the first of each wins, but for authors.
    private(set) var meta: [String: [String]] = [:]
    /// JSON-LD objects that describe an article or the page, articles first.
    private(set) var objects: [JSONValue] = []
    private(set) var titleElement: String?
    private(set) var canonical: String?
    private(set) var language: String?

    /// Larger scripts are data of applications rather than descriptions.
    private static let maxScriptBytes = 1_000_000
    private static let articleTypes = [
        "article", "newsarticle", "blogposting", "reportagenewsarticle", "techarticle", "report",
        "socialmediaposting", "review", "scholarlyarticle", "opinionnewsarticle", "liveblogposting",
        "analysisnewsarticle", "medicalwebpage", "recipe", "discussionforumposting",
    ]

    init(_ tree: HTMLTree) {
        for node in tree.nodes.indices {
            switch tree.nodes[node].tag {
            case .meta: readMeta(node, tree)
            case .title where titleElement == nil:
                titleElement = CleanText(tree.text(of: node)).nonEmpty
            case .link where canonical == nil:
                if tree.attribute(.rel, of: node)?.lowercased() == "canonical" {
                    canonical = tree.attribute(.href, of: node)
                }
            case .script: readScript(node, tree)
            case .html, .body, .article:
                if language == nil {
                    language = tree.attribute(.lang, of: node) ?? tree.attribute(.xmlLang, of: node)
                }
            default: continue
            }
        }
        objects.sort { Self.rank($0) < Self.rank($1) }
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

    /// The objects that describe an article.
    var articles: [JSONValue] { objects.filter { Self.rank($0) == 0 } }

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
        guard bytes.count <= Self.maxScriptBytes, let value = JSONValue(bytes) else { return }
        collect(value, depth: 0)
    }

    private mutating func collect(_ value: JSONValue, depth: Int) {
        guard depth < 4, objects.count < 200 else { return }
        for element in value.elements {
            if element["@type"] != nil { objects.append(element) }
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let inner = element[key] { collect(inner, depth: depth + 1) }
            }
        }
    }

    private static func rank(_ object: JSONValue) -> Int {
        let types = object["@type"]?.elements.compactMap { $0.string?.lowercased() } ?? []
        if types.contains(where: { articleTypes.contains($0) }) { return 0 }
        if types.contains(where: { $0.hasSuffix("page") }) { return 1 }
        return 2
    }
}

extension CleanText {
    /// The text; nil where there is none.
    var nonEmpty: String? { isEmpty ? nil : string }
}
