/// Writes texts and trees of rich text, as editors store them in JSON, as HTML.
struct JSONMarkup {
    /// Values that may still be looked at; a long text counts as several.
    var budget: Int

    private static let maxDepth = 16
    private static let texts = [
        "text", "html", "content", "value", "body", "markup", "paragraph", "richText", "textHtml",
        "innerHTML", "copy", "caption",
    ]
    private static let lists = [
        "content", "children", "nodes", "blocks", "items", "elements", "content_elements",
        "paragraphs",
        "body", "widgets", "components", "value",
    ]
    private static let holders = [
        "data", "attributes", "fields", "attrs", "value", "content", "props",
    ]
    private static let leaves: Set<String> = ["text", "span", "textnode", "string", "leaf", "link"]

    // MARK: Strings

    /// HTML as it stands; the lines of plain text as paragraphs.
    static func html(of text: String) -> String {
        if isMarkup(text) { return text }
        return text.split(whereSeparator: \.isNewline).map { "<p>\(escaped($0))</p>" }.joined()
    }

    private static func isMarkup(_ text: String) -> Bool {
        [
            "<p", "<br", "<div", "<h2", "<h3", "<ul", "<li", "</a>", "</b>", "</strong>", "</em>",
            "</i>", "</span>",
        ]
        .contains { text.holds($0) }
    }

    private static func escaped(_ text: some StringProtocol) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// Words and sentences rather than code, style, an address or data.
    static func isProse(_ text: String) -> Bool {
        let head = text.prefix(2_000).drop(while: \.isWhitespace)
        for start in [
            "<script", "<style", "{", "[", "function", "http", "data:", "@", ".", "#", "<svg",
        ]
        where head.hasPrefix(start) {
            return false
        }
        let census = TextCensus(Array(head.utf8)[...])
        guard census.length > 0 else { return false }
        let braces = head.utf8.count { $0 == 0x7B || $0 == 0x7D || $0 == 0x3B }
        return census.sentenceEnds > 0 && Float(braces) < census.length / 6
    }

    /// The bytes of a text outside of its tags.
    static func proseLength(_ text: String) -> Int {
        var length = 0
        var isTag = false
        for byte in text.utf8 {
            if byte == 0x3C { isTag = true }
            if !isTag { length += 1 }
            if byte == 0x3E { isTag = false }
        }
        return length
    }

    // MARK: Trees

    /// Blocks one after another; empty where the list holds other things than the parts of one text.
    mutating func html(of list: [JSONValue]) -> String {
        if list.contains(where: Self.isArticle) { return "" }
        return list.map { block($0, depth: 0) }.joined()
    }

    /// An entry of a list of articles rather than a part of one.
    private static func isArticle(_ value: JSONValue) -> Bool {
        let hasTitle = value["headline"]?.string != nil || value["title"]?.string != nil
        let hasAddress = ["url", "slug", "permalink", "link", "canonical_url", "path"].contains {
            value[$0]?.string != nil
        }
        return hasTitle && hasAddress
    }

    private mutating func block(_ value: JSONValue, depth: Int) -> String {
        budget -= 1
        guard depth < Self.maxDepth, budget > 0 else { return "" }
        switch value {
        case .string(let text):
            return text.contains(" ") && Self.isText(text) ? Self.html(of: text) : ""
        case .array(let values):
            return values.map { block($0, depth: depth + 1) }.joined()
        case .object: return object(value, depth)
        case .other: return ""
        }
    }

    private mutating func object(_ value: JSONValue, _ depth: Int) -> String {
        let tag = Self.tag(of: value)
        if Self.isLeft(Self.kind(of: value)) { return "" }
        for key in Self.lists {
            guard case .array(let children)? = value[key] else { continue }
            if children.contains(where: Self.isLeaf) {
                let line = children.map { inline($0, depth: depth + 1) }.joined()
                return line.isEmpty ? "" : "<\(tag)>\(line)</\(tag)>"
            }
            let inner = children.map { block($0, depth: depth + 1) }.joined()
            if !inner.isEmpty { return tag == "p" ? inner : "<\(tag)>\(inner)</\(tag)>" }
        }
        for key in Self.texts {
            guard case .string(let text)? = value[key], Self.isText(text) else { continue }
            budget -= text.utf8.count / 64
            if text.contains("<p") || text.contains("<h") { return text }
            let line = Self.isMarkup(text) ? text : Self.escaped(text)
            return "<\(tag)>\(line)</\(tag)>"
        }
        for key in Self.holders {
            guard let inner = value[key], case .object = inner else { continue }
            let html = object(inner, depth + 1)
            if !html.isEmpty { return html }
        }
        return ""
    }

    private mutating func inline(_ value: JSONValue, depth: Int) -> String {
        budget -= 1
        guard depth < Self.maxDepth, budget > 0 else { return "" }
        if case .string(let text) = value { return Self.escaped(text) }
        for key in ["text", "value", "content"] {
            if case .string(let text)? = value[key] {
                budget -= text.utf8.count / 64
                return Self.isMarkup(text) ? text : Self.escaped(text)
            }
        }
        for key in Self.lists {
            guard case .array(let children)? = value[key] else { continue }
            return children.map { inline($0, depth: depth + 1) }.joined()
        }
        return ""
    }

    /// A run within a line, by its kind, or because it has text and nothing below it.
    private static func isLeaf(_ value: JSONValue) -> Bool {
        guard case .object(let members) = value else { return false }
        guard
            members.contains(where: {
                ["text", "value"].contains($0.key) && $0.value.string != nil
            })
        else { return false }
        let kind = kind(of: value)
        return leaves.contains(kind) || (kind.isEmpty && members.count < 8)
    }

    private static func kind(of value: JSONValue) -> String {
        for key in ["type", "_type", "nodeType", "__typename", "kind", "tag", "tagName", "name"] {
            if case .string(let kind)? = value[key] { return kind.lowercased() }
        }
        return ""
    }

    private static func isLeft(_ kind: String) -> Bool {
        [
            "image", "video", "embed", "advert", "ad", "related", "newsletter", "gallery", "iframe",
            "script",
        ]
        .contains { kind == $0 || kind.hasSuffix("-" + $0) || kind.hasSuffix("_" + $0) }
            || JSONBodies.isOther(kind)
    }

    private static func tag(of value: JSONValue) -> String {
        var style = kind(of: value)
        if case .string(let named)? = value["style"] { style = named.lowercased() }
        if style.contains("head") || style.hasPrefix("h"), style.count < 24 {
            if let level = style.last?.wholeNumberValue, (1...6).contains(level) {
                return "h\(level)"
            }
            if style.contains("heading") { return "h2" }
        }
        if style.contains("quote") { return "blockquote" }
        if style.contains("list") && style.contains("item") { return "li" }
        if style.contains("list") {
            return style.contains("ordered") && !style.contains("unordered") ? "ol" : "ul"
        }
        return "p"
    }

    /// Words, rather than an address, a name or a colour.
    private static func isText(_ text: String) -> Bool {
        guard !text.hasPrefix("http"), !text.hasPrefix("<style"), !text.hasPrefix("<script") else {
            return false
        }
        return text.contains(where: \.isWhitespace)
            || TextCensus(Array(text.utf8)[...]).ideographs > 3
    }
}
