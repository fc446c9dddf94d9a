/// Looks through a value of JSON for the article in it: a long text, or a list of paragraphs.
///
/// Looks at `maxValues` values at most.
struct JSONBodies {
    struct Found {
        var html: String
        var score: Double
    }

    private(set) var best: Found?
    private let title: String?
    private var budget = 300_000
    private static let maxDepth = 40

    /// Names under which articles stand.
    private static let bodyNames: Set<String> = [
        "articlebody", "body", "bodyhtml", "content", "contenthtml", "contents", "html", "text",
        "articletext", "fulltext", "story", "storybody", "paragraphs", "blocks", "contentelements",
        "richtext", "markup", "rendered", "postbody", "document", "widgets", "components", "copy",
        "elements", "children", "nodes", "modules", "bodytext", "longdescription",
    ]
    /// Names of what stands beside an article: nothing below is looked at.
    private static let otherNames: [[UInt8]] = [
        "comment", "related", "recommend", "footer", "header", "navigation", "navi", "menu", "i18n",
        "translation", "locale", "messages", "config", "cookie", "consent", "privacy", "terms",
        "legal",
        "author", "executives", "bio", "advert", "promo", "newsletter", "styles", "css", "script",
        "seo", "meta", "faq", "trending", "latest", "settings", "featureflags", "disclaimer",
        "reviews",
    ].map { Array($0.utf8) }

    init(title: String?) {
        self.title = title.map(TextFolding.fold)
    }

    mutating func add(_ value: JSONValue) {
        look(at: value, name: "", depth: 0, factor: 1)
    }

    /// A string of its own: JSON within, HTML, or plain text.
    mutating func add(text: String) {
        if let first = text.first, first == "{" || first == "[",
            let value = JSONValue(Array(text.utf8)[...])
        {
            add(value)
        } else {
            offer(text, name: "", factor: 1)
        }
    }

    private mutating func look(at value: JSONValue, name: String, depth: Int, factor: Double) {
        guard depth < Self.maxDepth, budget > 0 else { return }
        budget -= 1
        switch value {
        case .object(let members):
            let factor = isTitled(members) ? 2 : factor
            for (key, inner) in members {
                if Self.isShort(inner) { continue }
                let name = Self.folded(key)
                if Self.isOther(name) { continue }
                look(at: inner, name: name, depth: depth + 1, factor: factor)
            }
        case .array(let values):
            if values.count > 1, Self.bodyNames.contains(name) {
                offer(list: values, factor: factor)
            }
            for inner in values { look(at: inner, name: name, depth: depth + 1, factor: factor) }
        case .string(let text):
            if text.utf8.count > 300 { offer(text, name: name, factor: factor) }
        case .other: return
        }
    }

    /// Neither a long text nor anything that could hold one.
    private static func isShort(_ value: JSONValue) -> Bool {
        switch value {
        case .string(let text): text.utf8.count <= 300
        case .other: true
        case .object, .array: false
        }
    }

    /// Whether the object bears the page's own title: then its text is the page's.
    private func isTitled(_ members: [(key: String, value: JSONValue)]) -> Bool {
        guard let title, !title.isEmpty else { return false }
        return members.contains { key, value in
            guard case .string(let text) = value, text.utf8.count > 12, text.utf8.count < 300,
                ["title", "headline", "name"].contains(Self.folded(key))
            else { return false }
            return title.contains(TextFolding.fold(text))
        }
    }

    private mutating func offer(_ text: String, name: String, factor: Double) {
        let isMarkup = text.utf8.prefix(4_000).contains(0x3C)
        let isNamed = Self.bodyNames.contains(name)
        guard isNamed || isMarkup, JSONMarkup.isProse(text) else { return }
        let length = Double(JSONMarkup.proseLength(text))
        let score = length * factor * (isNamed ? 1.5 : 0.7) * (name == "articlebody" ? 2 : 1)
        guard score > best?.score ?? 0 else { return }
        best = Found(html: JSONMarkup.html(of: text), score: score)
    }

    private mutating func offer(list values: [JSONValue], factor: Double) {
        var markup = JSONMarkup(budget: budget)
        let html = markup.html(of: values)
        budget = markup.budget
        guard html.utf8.count > 300 else { return }
        let score = Double(JSONMarkup.proseLength(html)) * factor * 1.6
        if score > best?.score ?? 0 { best = Found(html: html, score: score) }
    }

    private static func folded(_ key: String) -> String {
        guard key.utf8.allSatisfy({ $0 < 0x80 }) else {
            return String(key.lowercased().filter { $0.isLetter || $0.isNumber })
        }
        var folded = ""
        for byte in key.utf8 {
            let small = byte.asciiLowered
            if (0x61...0x7A).contains(small) || (0x30...0x39).contains(small) {
                folded.unicodeScalars.append(Unicode.Scalar(small))
            }
        }
        return folded
    }

    static func isOther(_ name: String) -> Bool {
        let name = Array(name.utf8)
        return otherNames.contains { name.starts(with: $0) || name.suffix($0.count) == $0[...] }
    }
}
