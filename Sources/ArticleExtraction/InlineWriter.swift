/// Writes the inlines of a block as Markdown, every character of their text escaped where it would mean
/// something.
enum InlineWriter {
    /// - Parameter breaks: whether a line break may be written as one; else it is a space.
    static func write(_ content: [Inline], breaks: Bool = true) -> String {
        var text = ""
        for inline in content { append(inline, to: &text, breaks: breaks) }
        guard text.utf8.contains(0x0A) else { return escapeStart(text) }
        return text.split(separator: "\n").map { escapeStart(String($0)) }.joined(separator: "\n")
    }

    private static func append(_ inline: Inline, to text: inout String, breaks: Bool) {
        switch inline {
        case .text(let part): text += escape(part)
        case .emphasis(let inner): mark("*", inner, &text, breaks)
        case .strong(let inner): mark("**", inner, &text, breaks)
        case .code(let code): text += span(code)
        case .link(let url, let inner):
            let label = write(inner, breaks: false)
            text += label.isEmpty ? "" : "[\(label)](\(url))"
        case .image(let url, let alt): text += "![\(escape(alt))](\(url))"
        case .lineBreak: text += breaks ? "\\\n" : " "
        }
    }

    private static func mark(
        _ mark: String, _ inner: [Inline], _ text: inout String, _ breaks: Bool
    ) {
        let words = write(inner, breaks: breaks)
        guard !words.isEmpty else { return }
        // Marks that touch others would be read as longer ones.
        let touches = text.hasSuffix("*") && !text.hasSuffix("\\*")
        text += touches ? words : mark + words + mark
    }

    private static func span(_ code: String) -> String {
        let clean = CleanText(code).string
        guard !clean.isEmpty else { return "" }
        guard clean.contains("`") else { return "`\(clean)`" }
        var fence = "``"
        while clean.contains(fence) { fence += "`" }
        return "\(fence) \(clean) \(fence)"
    }

    /// Text in which no character means anything in Markdown or HTML. White space and control characters
    /// are cleaned as in `text`.
    static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var out = ""
        out.reserveCapacity(text.utf8.count + 16)
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            let last = index > 0 ? scalars[index - 1] : " "
            switch scalar {
            case "\\", "`", "*", "[", "]", "<", ">", "~":
                out += "\\"
            case "_" where !(isWord(last) && isWord(next)):
                out += "\\"
            case "&" where isWord(next) || next == "#":
                out += "\\"
            case "\n", "\r", "\t":
                out += " "
                continue
            default:
                if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) { continue }
            }
            out.unicodeScalars.append(scalar)
        }
        return out
    }

    /// Bytes that may need an escape; those above ASCII may be control characters (U+0080 to U+009F).
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x26, 0x2A, 0x3C, 0x3E, 0x5B...0x5D, 0x5F, 0x60, 0x7E, 0x7F, 0xC2: true
        default: false
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }

    /// A line that would begin a heading, a list, a rule or a table is escaped at its start.
    private static func escapeStart(_ line: String) -> String {
        guard let first = line.first else { return line }
        if "#+-=|:".contains(first) { return "\\" + line }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, digits.count < 10 {
            let rest = line[digits.endIndex...]
            if rest.hasPrefix(". ") || rest.hasPrefix(") ") || rest == "." || rest == ")" {
                return digits + "\\" + rest
            }
        }
        return line
    }
}
