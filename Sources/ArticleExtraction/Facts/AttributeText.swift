import LibXML

/// Text of an attribute, a title or an alternative text: some systems write it as it stands in the page, with the tags of inline
/// elements, and with references that stand for characters a second time.
enum AttributeText {
    /// The text as it is shown.
    static func clean(_ text: String) -> String {
        CleanText(withoutTags(CharacterReferences.resolved(text))).string
    }

    /// Whether a text begins with the name of such a tag, also with one that is cut off.
    static func beginsAsTag(_ text: Substring) -> Bool {
        tags.contains(name(ofTag: text.dropFirst()))
    }

    private static func name(ofTag inner: Substring) -> String {
        inner.drop { $0 == "/" }.prefix { $0.isASCII && $0.isLetter }.lowercased()
    }

    private static func withoutTags(_ text: String) -> String {
        guard text.holds("<"), text.holds(">"), text.utf8.count < longest else { return text }
        var out = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            let inner = rest[rest.index(after: open)...]
            let name = name(ofTag: inner)
            // "Bridge <em> style" tells of a tag; one that marks words is closed.
            guard tags.contains(name), let end = inner.firstIndex(of: ">"),
                alone.contains(name) || text.lowercased().holds("</" + name)
            else {
                out += rest[...open]
                rest = inner
                continue
            }
            out += rest[..<open] + (name == "br" || name == "p" ? " " : "")
            rest = inner[inner.index(after: end)...]
        }
        return out + rest
    }

    /// Bytes; longer ones are left as they are.
    private static let longest = 2_000

    private static let alone: Set<String> = ["br", "p", "wbr"]
    private static let tags: Set<String> = [
        "em", "i", "b", "strong", "span", "sup", "sub", "br", "u", "small", "mark", "q", "cite",
        "a", "p", "font", "wbr", "code", "abbr", "del", "ins",
    ]
}
