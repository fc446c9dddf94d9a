/// Writes the few forms of YAML 1.2 that our front matter has: double-quoted strings and lists of them on one line.
/// `LooseYAML` reads them, and whatever an editor makes of them.
enum YAMLQuoting {
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
}
