/// Front matter as people and their editors leave it: the part of YAML 1.2 that such lines are written in, read without
/// ever failing. What it does not understand is kept as it stands.
struct LooseYAML {
    enum Value: Equatable {
        case null
        case text(String)
        case list([String])
        /// Nested or broken: nothing that a fact could be.
        case other
    }

    /// A key with its value, and the lines that they stand in.
    struct Field: Equatable {
        var key: String
        var value: Value
        var lines: [Substring]
    }

    private(set) var fields: [Field] = []
    /// Comments and lines that belong to no key, in order.
    private(set) var strays: [Substring] = []

    init(_ lines: [Substring]) {
        var index = 0
        while index < lines.count {
            let line = lines[index]
            index += 1
            guard let (key, rest) = Self.key(of: line) else {
                if !Self.isBlank(line) { strays.append(line) }
                continue
            }
            let start = index
            if Self.mayGoOn(rest) {
                var reader = Continuation(rest)
                while index < lines.count, reader.takes(lines[index]) { index += 1 }
                while index > start, Self.isBlank(lines[index - 1]) { index -= 1 }
            } else {
                while index < lines.count, Self.isIndented(lines[index]) { index += 1 }
            }
            let more = lines[start..<index]
            fields.append(
                Field(key: key, value: Self.value(rest, more), lines: [line] + more))
        }
    }

    // MARK: Lines

    // Bytes are looked at, not characters: an accent behind a mark would make another character of it.

    /// "key: value" at the start of a line; the key may stand in quotes. Nil where the line is none.
    private static func key(of line: Substring) -> (key: String, rest: Substring)? {
        guard let first = line.utf8.first, !" \t#-".utf8.contains(first),
            let colon = line.utf8.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let rest = line[line.utf8.index(after: colon)...]
        guard rest.isEmpty || isIndented(rest) else { return nil }
        var key = trimmed(line[..<colon])
        for quote in ["\"", "'"] where key.hasPrefix(quote) && key.hasSuffix(quote) && key.count > 1
        {
            key = key.dropFirst().dropLast()
        }
        return key.isEmpty ? nil : (String(key), trimmed(rest))
    }

    static func isIndented(_ line: Substring) -> Bool {
        line.utf8.first.map(isSpace) ?? false
    }

    static func isItem(_ line: Substring) -> Bool {
        line == "-" || line.utf8.starts(with: "- ".utf8)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    static func isBlank(_ line: Substring) -> Bool { trimmed(line).isEmpty }

    static func trimmed(_ text: Substring) -> Substring {
        var bytes = text.utf8.drop(while: isSpace)
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        return Substring(bytes)
    }

    /// Whether the value may go on in lines that are not indented, or over blank ones.
    private static func mayGoOn(_ rest: Substring) -> Bool {
        guard let first = rest.utf8.first else { return true }
        return "[{\"'|>#".utf8.contains(first)
    }

    // MARK: Values

    private static func value(_ rest: Substring, _ more: ArraySlice<Substring>) -> Value {
        switch rest.unicodeScalars.first {
        case nil, "#": return below(more)
        case "|", ">": return .text(BlockText.read(rest, more))
        case "{", "&", "*", "!": return .other
        case "[": return YAMLFlow.list(joined(rest, more)).map(Value.list) ?? .other
        case "\"", "'":
            return YAMLFlow.quoted(joined(rest, more)).map(Value.text) ?? plain(rest, more)
        default: return plain(rest, more)
        }
    }

    /// What stands below a key without a value of its own: a list, more text, or nothing.
    private static func below(_ more: ArraySlice<Substring>) -> Value {
        let lines = more.map(trimmed).filter { !$0.isEmpty && !$0.hasPrefix("#") }
        guard let first = lines.first else { return .null }
        guard isItem(first) else {
            return lines.contains { $0.contains(": ") || $0.hasSuffix(":") }
                ? .other : scalar(Substring(lines.joined(separator: " ")))
        }
        var items: [String] = []
        for line in lines {
            if isItem(line) {
                items.append(String(trimmed(line.dropFirst())))
            } else {
                items[items.count - 1] += " " + line
            }
        }
        return .list(items.compactMap { text(of: scalar(Substring($0))) })
    }

    private static func plain(_ rest: Substring, _ more: ArraySlice<Substring>) -> Value {
        scalar(joined(rest, more))
    }

    private static func joined(_ rest: Substring, _ more: ArraySlice<Substring>) -> Substring {
        more.isEmpty ? rest : Substring(([rest] + more.map(trimmed)).joined(separator: " "))
    }

    /// One value on one line, with or without quotes, without its comment.
    private static func scalar(_ text: Substring) -> Value {
        let first = text.unicodeScalars.first
        if first == "\"" || first == "'", let quoted = YAMLFlow.quoted(text) {
            return .text(quoted)
        }
        let plain = YAMLFlow.withoutComment(text)
        return ["", "~", "null", "Null", "NULL"].contains(plain) ? .null : .text(String(plain))
    }

    private static func text(of value: Value) -> String? {
        if case .text(let text) = value { text } else { nil }
    }
}

/// Says which lines belong to a value that was begun: a list below its key, a bracket or a quote that is open, or the
/// text that "|" and ">" announce.
private struct Continuation {
    private enum Form {
        case below
        case open(close: Unicode.Scalar)
        case block
    }

    private let form: Form
    private var isOpen: Bool

    init(_ rest: Substring) {
        switch rest.unicodeScalars.first {
        case "[": form = .open(close: "]")
        case "{": form = .open(close: "}")
        case "\"": form = .open(close: "\"")
        case "'": form = .open(close: "'")
        case "|", ">": form = .block
        default: form = .below
        }
        isOpen = true
        if case .open(let close) = form {
            isOpen = !Self.closes(Substring(rest.utf8.dropFirst()), close)
        }
    }

    /// Whether the next line belongs to the value.
    mutating func takes(_ line: Substring) -> Bool {
        let isIndented = LooseYAML.isIndented(line)
        switch form {
        case .block: return isIndented || LooseYAML.isBlank(line)
        case .below:
            return isIndented || LooseYAML.isItem(line) || LooseYAML.isBlank(line)
        case .open(let close):
            // A line at the margin with a key of its own ends even what was never closed.
            guard isIndented || isOpen && !line.contains(": ") && !line.hasSuffix(":") else {
                return false
            }
            if isOpen { isOpen = !Self.closes(line, close) }
            return true
        }
    }

    private static func closes(_ text: Substring, _ mark: Unicode.Scalar) -> Bool {
        let bytes = LooseYAML.trimmed(YAMLFlow.withoutComment(text)).utf8
        guard bytes.last.map({ UInt32($0) == mark.value }) ?? false else { return false }
        let escapes = bytes.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count
        return mark != "\"" || escapes % 2 == 0
    }
}

/// The text that "|" (line by line) or ">" (folded) announces (YAML 1.2.2 §8.1).
private enum BlockText {
    static func read(_ mark: Substring, _ lines: ArraySlice<Substring>) -> String {
        let indent =
            lines.first { !LooseYAML.isBlank($0) }?.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
            ?? 0
        let bare = lines.map {
            LooseYAML.isBlank($0) ? "" : String(Substring($0.utf8.dropFirst(indent)))
        }
        guard mark.utf8.first == UInt8(ascii: ">") else {
            return trimmed(bare.joined(separator: "\n"))
        }
        var text = ""
        for line in bare {
            if line.isEmpty {
                text += "\n"
            } else {
                text += text.isEmpty || text.last == "\n" ? line : " " + line
            }
        }
        return trimmed(text)
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.last == "\n" { text.removeLast() }
        return String(text)
    }
}
