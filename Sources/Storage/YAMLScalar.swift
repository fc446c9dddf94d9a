/// The few forms of YAML 1.2 that front matter is written in: double-quoted strings, lists of them on
/// one line, plain numbers, true, false and null.
enum YAMLScalar: Equatable {
    case string(String)
    case list([String])
    /// A number, true, false or null, as written.
    case plain(String)

    /// Double-quoted, on one line, in printable characters only (YAML 1.2.2 §5.7 and §7.3.1): whatever the
    /// text holds, it cannot end the string, the line or the front matter.
    static func quote(_ text: String) -> String {
        if !text.utf8.contains(where: mayNeedEscape) { return "\"" + text + "\"" }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where mustEscape(scalar.value):
                let hex = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// Whether a byte is, or begins the UTF-8 of, a character that is escaped.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7f, 0xc2, 0xe2, 0xef: true
        default: false
        }
    }

    /// Controls, line and paragraph separators, marks that turn the reading direction, byte order marks and
    /// non-characters. All lie below U+10000.
    private static func mustEscape(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x20, 0x7f..<0xa0, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff,
            0xfffe, 0xffff:
            true
        default: false
        }
    }

    static func quote(_ list: [String]) -> String {
        "[" + list.map(quote).joined(separator: ", ") + "]"
    }

    /// Reads what stands behind "key: "; nil where it is none of the forms above.
    init?(_ text: Substring) {
        var reader = YAMLReader(text)
        guard let value = reader.value() else { return nil }
        self = value
    }
}

/// Reads one value, from left to right.
private struct YAMLReader {
    private var rest: Substring.UnicodeScalarView

    init(_ text: Substring) { rest = text.unicodeScalars }

    mutating func value() -> YAMLScalar? {
        let value: YAMLScalar?
        switch rest.first {
        case "\"": value = string().map(YAMLScalar.string)
        case "[": value = list().map(YAMLScalar.list)
        default:
            let plain = String(rest)
            rest = rest[rest.endIndex...]
            return plain.isEmpty || plain.contains(where: { $0 == "\"" || $0 == "#" })
                ? nil : .plain(plain)
        }
        return rest.isEmpty ? value : nil
    }

    private mutating func list() -> [String]? {
        rest.removeFirst()
        var list: [String] = []
        while true {
            skipSpaces()
            if rest.first == "]", list.isEmpty { break }
            guard let item = string() else { return nil }
            list.append(item)
            skipSpaces()
            if rest.first == "]" { break }
            guard rest.popFirst() == "," else { return nil }
        }
        rest.removeFirst()
        return list
    }

    private mutating func skipSpaces() {
        while rest.first == " " { rest.removeFirst() }
    }

    private mutating func string() -> String? {
        guard rest.popFirst() == "\"" else { return nil }
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return String(text)
            case "\\":
                guard let escaped = escape() else { return nil }
                text.append(escaped)
            default: text.append(scalar)
            }
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        switch rest.popFirst() {
        case "\"": return "\""
        case "\\": return "\\"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u":
            let digits = String(String.UnicodeScalarView(rest.prefix(4)))
            guard digits.utf8.count == 4, let value = UInt32(digits, radix: 16) else { return nil }
            rest = rest.dropFirst(4)
            return Unicode.Scalar(value)
        default: return nil
        }
    }
}
