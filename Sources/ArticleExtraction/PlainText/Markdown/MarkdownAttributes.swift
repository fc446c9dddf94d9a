/// Attributes in braces, as Pandoc and kramdown write them: "{#id .class width=50%}".
enum MarkdownAttributes {
    static func areAll(in text: String) -> Bool {
        var rest = text[...]
        if rest.first == ":" { rest = rest.dropFirst() }
        let words = rest.split(separator: " ")
        guard !words.isEmpty, rest.contains(where: { "#.=".contains($0) }), !text.contains("\n")
        else {
            return false
        }
        return words.allSatisfy { word in
            if let first = word.first, "#.".contains(first) { return word.count > 1 }
            return word.contains("=") || rest.contains("\"")
        }
    }

    /// A heading without those that stand behind it: "Fees {#fees}".
    static func removed(from heading: String) -> String {
        guard heading.hasSuffix("}"), let open = heading.lastIndex(of: "{") else { return heading }
        let inside = heading[heading.index(after: open)...].dropLast()
        guard let first = inside.first, "#.:".contains(first), areAll(in: String(inside)) else {
            return heading
        }
        return String(heading[..<open]).trimmed(of: " ")
    }
}
