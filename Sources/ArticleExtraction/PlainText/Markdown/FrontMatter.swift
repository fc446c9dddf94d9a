/// The facts before a Markdown file's text: the plain part of YAML between lines of "---", and of TOML
/// between lines of "+++".
///
/// Read are `key: value`, `key: [a, b]`, lists of "- a" or "- name: a" below a key, and texts folded over lines; anything
/// deeper is passed over.
struct FrontMatter: Equatable {
    /// Values by key in lower case.
    private(set) var values: [String: [String]] = [:]

    /// Takes the front matter off the lines; nil where there is none.
    static func take(from lines: inout ArraySlice<String>) -> FrontMatter? {
        guard let first = lines.first?.trimmed(of: " ") else { return nil }
        if first.hasPrefix("% ") { return pandoc(&lines) }
        if let (values, end) = JSONMatter.read(lines) {
            lines = lines[end...]
            return FrontMatter(values: values)
        }
        guard first == "---" || first == "+++" else { return nil }
        let rest = lines.dropFirst()
        let closers = first == "---" ? ["---", "..."] : ["+++"]
        guard
            let end = rest.prefix(400).firstIndex(where: { closers.contains($0.trimmed(of: " ")) })
        else {
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

    /// A note's properties have so many lines at most and at least.
    private static let properties = 6...40

    /// Takes the properties off the end that a program for notes (Joplin's "raw" export) writes below each: an empty line, and
    /// lines of "key: value" with an identifier among them; nil where none stand there.
    static func takeEnd(from lines: inout ArraySlice<String>) -> FrontMatter? {
        guard lines.last?.hasPrefix("type_: ") ?? false else { return nil }
        var start = lines.endIndex
        while start > lines.startIndex, isProperty(lines[start - 1]) { start -= 1 }
        let block = lines[start...]
        guard properties.contains(block.count), start > lines.startIndex,
            lines[start - 1].allSatisfy({ $0 == " " }),
            block.contains(where: { $0.hasPrefix("id: ") && $0.utf8.count == 36 })
        else { return nil }
        var matter = FrontMatter()
        matter.read(block, ":")
        lines = lines[..<start]
        return FrontMatter(values: matter.values.filter { !$0.key.hasSuffix("_time") })
    }

    private static func isProperty(_ line: String) -> Bool {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let key = line.utf8[..<colon]
        return !key.isEmpty && key.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }
    }

    /// Pandoc's title block: title, authors and day, each behind "% ".
    private static func pandoc(_ lines: inout ArraySlice<String>) -> FrontMatter {
        var parts: [String] = []
        while parts.count <= 3, let line = lines.first {
            if line.hasPrefix("%"), parts.count < 3 {
                parts.append(String(line.dropFirst()).trimmed(of: " "))
            } else if line.hasPrefix(" "), let last = parts.indices.last {
                // Authors stand below one another, and titles go on.
                parts[last] += (last == 1 ? "; " : " ") + line.trimmed(of: " ")
            } else {
                break
            }
            lines = lines.dropFirst()
        }
        var values: [String: [String]] = [:]
        for (key, part) in zip(["title", "author", "date"], parts) where !part.isEmpty {
            values[key] =
                key == "author"
                ? part.split(separator: ";").map { String($0).trimmed(of: " ") } : [part]
        }
        return FrontMatter(values: values)
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
        var isFolded = false
        for line in lines {
            let bare = line.trimmed(of: " ")
            if bare.hasPrefix("- "), !key.isEmpty, !isFolded {
                var item = String(bare.dropFirst(2))
                if item.hasPrefix("name:") { item = String(item.dropFirst(5)) }
                values[key, default: []].append(Self.unquoted(item))
                continue
            }
            if line.hasPrefix(" "), !key.isEmpty {
                if isFolded {
                    values[key] = [
                        ([values[key]?.first ?? "", bare]).filter { !$0.isEmpty }
                            .joined(separator: " ")
                    ]
                } else if bare.hasPrefix("name:"), values[key] == nil {
                    values[key] = [Self.unquoted(String(bare.dropFirst(5)))]
                }
                continue
            }
            guard !line.hasPrefix(" "), !bare.hasPrefix("#"), let colon = line.firstIndex(of: mark)
            else { continue }
            key = line[..<colon].lowercased().trimmed(of: " \"")
            let value = Self.uncommented(
                String(line[line.index(after: colon)...]).trimmed(of: " "))
            isFolded = ["|", ">", "|-", ">-", "|+", ">+"].contains(value)
            if value.hasPrefix("["), value.hasSuffix("]") {
                values[key] = value.dropFirst().dropLast().split(separator: ",")
                    .map { Self.unquoted(String($0)) }
            } else if !value.isEmpty, !isFolded {
                values[key] = [Self.unquoted(value)]
            }
        }
    }

    /// Without a comment of YAML behind the value.
    private static func uncommented(_ value: String) -> String {
        guard !value.hasPrefix("\""), !value.hasPrefix("'"), let mark = value.firstRange(of: " #")
        else { return value }
        return String(value[..<mark.lowerBound]).trimmed(of: " ")
    }

    private static func unquoted(_ value: String) -> String {
        let bare = value.trimmed(of: " ")
        for quote in ["\"", "'"]
        where bare.count >= 2 && bare.hasPrefix(quote) && bare.hasSuffix(quote) {
            let inner = String(bare.dropFirst().dropLast())
            return quote == "\""
                ? inner.split(separator: "\\\"", omittingEmptySubsequences: false)
                    .joined(separator: "\"")
                // YAML 1.2 §7.3.2.
                : inner.split(separator: "''", omittingEmptySubsequences: false)
                    .joined(separator: "'")
        }
        return bare
    }
}

extension FrontMatter {
    /// What lines of a text state, in place of front matter: of what is stated twice the first counts.
    ///
    /// - Parameter facts: names in lower case.
    init(_ facts: [(name: String, value: String)]) {
        self.init(
            values: Dictionary(
                facts.map { ($0.name, [$0.value]) }, uniquingKeysWith: { first, _ in first }))
    }
}
