/// The lines on which the keys of a TOML document stand.
///
/// The TOML library gives positions for errors of syntax only, so the text of a document that it found in order is
/// scanned for headers and keys. A value that spans lines is skipped as far as multi-line strings go.
struct KeyLines {
    private var lines: [String: Int] = [:]

    init(_ source: String) {
        var scope = ""
        var counts: [String: Int] = [:]
        var openQuotes: Substring?
        var number = 0
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let text = line.drop { $0 == " " || $0 == "\t" }
            if let quotes = openQuotes {
                if Self.occurrences(of: quotes, in: text) % 2 == 1 { openQuotes = nil }
                continue
            }
            if text.hasPrefix("#") { continue }
            if text.hasPrefix("[["), let name = Self.keyPath(text.dropFirst(2), until: "]") {
                counts[name, default: 0] += 1
                scope = "\(name)[\(counts[name, default: 1])]"
                lines[scope] = number
            } else if text.hasPrefix("["), let name = Self.keyPath(text.dropFirst(), until: "]") {
                scope = Self.within(name, counts)
                note(scope, number)
            } else if let name = Self.keyPath(text, until: "=") {
                note(scope.isEmpty ? name : scope + "." + name, number)
            }
            for quotes in ["\"\"\"", "'''"] where Self.occurrences(of: quotes[...], in: text) == 1 {
                openQuotes = quotes[...]
            }
        }
    }

    /// The line of a key, else that of the nearest table around it.
    func line(of key: String) -> Int? {
        var path = key[...]
        while !path.isEmpty {
            if let line = lines[String(path)] { return line }
            guard let cut = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
            path = path[..<cut]
        }
        return nil
    }

    private mutating func note(_ path: String, _ number: Int) {
        if lines[path] == nil { lines[path] = number }
    }

    /// [feed.headers] after [[feed]] means the headers of the feed last begun.
    private static func within(_ name: String, _ counts: [String: Int]) -> String {
        guard let dot = name.firstIndex(of: "."), let count = counts[String(name[..<dot])] else {
            return name
        }
        return "\(name[..<dot])[\(count)]" + name[dot...]
    }

    /// Reads bare and quoted keys joined by dots up to `end`; nil where the text is something else.
    private static func keyPath(_ text: Substring, until end: Character) -> String? {
        var parts: [String] = []
        var part = ""
        var quote: Character?
        for character in text {
            if let open = quote {
                if character == open { quote = nil } else { part.append(character) }
                continue
            }
            switch character {
            case end:
                parts.append(part)
                return parts.contains("") ? nil : parts.joined(separator: ".")
            case "\"", "'": quote = character
            case ".":
                parts.append(part)
                part = ""
            case " ", "\t": continue
            case "-", "_": part.append(character)
            case _ where character.isASCII && (character.isLetter || character.isNumber):
                part.append(character)
            default: return nil
            }
        }
        return nil
    }

    private static func occurrences(of quotes: Substring, in text: Substring) -> Int {
        var count = 0
        var rest = text
        while let found = rest.firstRange(of: quotes) {
            count += 1
            rest = rest[found.upperBound...]
        }
        return count
    }
}
