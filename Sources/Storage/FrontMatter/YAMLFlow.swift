/// Reads values of YAML that stand on one line (YAML 1.2.2 §7): quoted ones and lists in brackets.
struct YAMLFlow {
    private var rest: Substring.UnicodeScalarView

    private init(_ text: Substring) { rest = text.unicodeScalars }

    /// A value in double or single quotes, a comment behind it aside; nil where it is none.
    static func quoted(_ text: Substring) -> String? {
        var reader = YAMLFlow(text)
        guard let value = reader.string(), reader.isAtEnd else { return nil }
        return value
    }

    /// "[a, 'b', "c"]"; nil where it is none, or holds other lists.
    static func list(_ text: Substring) -> [String]? {
        var reader = YAMLFlow(text)
        guard let list = reader.list(), reader.isAtEnd else { return nil }
        return list
    }

    /// A plain value up to " #".
    static func withoutComment(_ text: Substring) -> Substring {
        var before = UInt8(ascii: " ")
        for index in text.utf8.indices {
            let byte = text.utf8[index]
            if byte == UInt8(ascii: "#"), before == 0x20 || before == 0x09 {
                return LooseYAML.trimmed(text[..<index])
            }
            before = byte
        }
        return LooseYAML.trimmed(text)
    }

    /// Nothing is left but blanks and a comment.
    private var isAtEnd: Bool {
        let left = rest.drop { $0 == " " || $0 == "\t" }
        return left.isEmpty || left.first == "#"
    }

    private mutating func skipSpaces() {
        while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
    }

    private mutating func list() -> [String]? {
        rest.removeFirst()
        var list: [String] = []
        while true {
            skipSpaces()
            if rest.first == "]" { break }
            guard let item = rest.first == "\"" || rest.first == "'" ? string() : plain() else {
                return nil
            }
            if !item.isEmpty { list.append(item) }
            skipSpaces()
            if rest.first == "]" { break }
            guard rest.popFirst() == "," else { return nil }
        }
        rest.removeFirst()
        return list
    }

    private mutating func plain() -> String? {
        var text = String.UnicodeScalarView()
        while let scalar = rest.first, scalar != ",", scalar != "]" {
            if scalar == "[" || scalar == "{" { return nil }
            text.append(scalar)
            rest.removeFirst()
        }
        return rest.isEmpty ? nil : String(LooseYAML.trimmed(Substring(String(text))))
    }

    private mutating func string() -> String? {
        guard let quote = rest.popFirst() else { return nil }
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case quote where quote == "'" && rest.first == "'":
                rest.removeFirst()
                text.append(scalar)
            case quote: return String(text)
            case "\\" where quote == "\"":
                guard let escaped = escape() else { return nil }
                text.append(escaped)
            default: text.append(scalar)
            }
        }
        return nil
    }

    /// What follows a backslash (YAML 1.2.2 §5.7); a mark that means nothing stands for itself.
    private mutating func escape() -> Unicode.Scalar? {
        switch rest.popFirst() {
        case nil: nil
        case "n": "\n"
        case "r": "\r"
        case "t": "\t"
        case "0": "\0"
        case "a": "\u{7}"
        case "b": "\u{8}"
        case "e": "\u{1b}"
        case "N": "\u{85}"
        case "_": "\u{a0}"
        case "L": "\u{2028}"
        case "P": "\u{2029}"
        case "x": hex(2)
        case "u": hex(4)
        case "U": hex(8)
        case let other: other
        }
    }

    private mutating func hex(_ count: Int) -> Unicode.Scalar? {
        let digits = String(String.UnicodeScalarView(rest.prefix(count)))
        guard digits.utf8.count == count, let value = UInt32(digits, radix: 16) else { return nil }
        rest = rest.dropFirst(count)
        return Unicode.Scalar(value)
    }
}
