/// The facts before a Markdown file's text: the plain part of YAML between lines of "---", and of TOML
/// between lines of "+++".
///
/// Read are `key: value`, `key: [a, b]` and lists of "- a" below a key; anything deeper is passed over.
struct FrontMatter: Equatable {
    /// Values by key in lower case.
    private(set) var values: [String: [String]] = [:]

    /// Takes the front matter off the lines; nil where there is none.
    static func take(from lines: inout ArraySlice<String>) -> FrontMatter? {
        guard let first = lines.first, first == "---" || first == "+++" else { return nil }
        let rest = lines.dropFirst()
        let closers = first == "---" ? ["---", "..."] : ["+++"]
        guard let end = rest.prefix(400).firstIndex(where: { closers.contains($0) }) else {
            return nil
        }
        let content = rest[..<end]
        // A text between two rules is no front matter.
        let mark: Character = first == "---" ? ":" : "="
        guard content.allSatisfy({ isPlausible($0, mark) }) else { return nil }
        lines = lines[(end + 1)...]
        var matter = FrontMatter()
        matter.read(content, mark)
        return matter
    }

    func first(_ keys: String...) -> String? {
        for key in keys { if let value = values[key]?.first, !value.isEmpty { return value } }
        return nil
    }

    func all(_ keys: String...) -> [String] {
        for key in keys { if let found = values[key], !found.isEmpty { return found } }
        return []
    }

    private static func isPlausible(_ line: String, _ mark: Character) -> Bool {
        line.isEmpty || line.contains(mark) || line.hasPrefix(" ") || line.hasPrefix("-")
            || line.hasPrefix("#") || line.hasPrefix("[") || line.hasPrefix("]")
    }

    private mutating func read(_ lines: ArraySlice<String>, _ mark: Character) {
        var key = ""
        for line in lines {
            let bare = line.trimmed(of: " ")
            if bare.hasPrefix("- "), !key.isEmpty {
                values[key, default: []].append(Self.unquoted(String(bare.dropFirst(2))))
                continue
            }
            guard !line.hasPrefix(" "), !bare.hasPrefix("#"), let colon = line.firstIndex(of: mark)
            else { continue }
            key = line[..<colon].lowercased().trimmed(of: " \"")
            let value = String(line[line.index(after: colon)...]).trimmed(of: " ")
            if value.hasPrefix("["), value.hasSuffix("]") {
                values[key] = value.dropFirst().dropLast().split(separator: ",")
                    .map { Self.unquoted(String($0)) }
            } else if !value.isEmpty, value != "|", value != ">" {
                values[key] = [Self.unquoted(value)]
            }
        }
    }

    private static func unquoted(_ value: String) -> String {
        let bare = value.trimmed(of: " ")
        for quote in ["\"", "'"]
        where bare.count >= 2 && bare.hasPrefix(quote) && bare.hasSuffix(quote) {
            let inner = String(bare.dropFirst().dropLast())
            return quote == "\""
                ? inner.split(separator: "\\\"", omittingEmptySubsequences: false)
                    .joined(separator: "\"") : inner
        }
        return bare
    }
}
