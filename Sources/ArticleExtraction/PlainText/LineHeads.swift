/// Makes the marks of headings and items that wikis, trackers and offices write into plain text those of Markdown: "h2. Notes",
/// "== Notes ==", and "o" for a circle.
enum LineHeads {
    typealias Line = LineSplitter.RawLine

    static func marked(_ lines: inout [Line]) {
        if lines.contains(where: { isAnchor($0.text) }) {
            lines = lines.dropping { isAnchor($0.text) }
        }
        SpokenRoles.strip(&lines)
        var hasLinks = false
        for index in lines.indices {
            // Nearly no line begins so.
            switch lines[index].text.utf8.first {
            case UInt8(ascii: "h"): lines[index].text = numbered(lines[index].text)
            case UInt8(ascii: "="):
                if lines[index].text.hasPrefix("=>") { hasLinks = true }
                lines[index].text = enclosed(lines[index].text, least: index == 0 ? 1 : 2)
            case UInt8(ascii: "o"): markCircle(index, &lines)
            case UInt8(ascii: "["): lines[index].text = bold(lines[index].text)
            default: continue
            }
        }
        if hasLinks { openLinks(&lines) }
    }

    /// "=> gemini://… Back to the index": links of Gemini's pages are their words; those at the end lead elsewhere.
    private static func openLinks(_ lines: inout [Line]) {
        while lines.count > 1, let last = lines.last, linkWords(last.text) != nil {
            lines.removeLast()
        }
        for index in lines.indices {
            if let words = linkWords(lines[index].text) { lines[index].text = words }
        }
    }

    /// What stands behind the address of such a link, or the address; nil for other lines.
    private static func linkWords(_ text: String) -> String? {
        guard text.hasPrefix("=>") else { return nil }
        let rest = text.dropFirst(2).drop { $0 == " " }
        let address = rest.prefix { $0 != " " }
        guard !address.isEmpty, address.contains(where: { ":/.".contains($0) }) else { return nil }
        let words = rest.dropFirst(address.count).drop { $0 == " " }
        return String(words.isEmpty ? address : words)
    }

    /// "h2. Notes", "h2(#notes). Notes", as Textile and the trackers that took it over write headings.
    private static func numbered(_ text: String) -> String {
        let bytes = Array(text.utf8.prefix(3))
        guard bytes.count == 3, (0x31...0x36).contains(bytes[1]) else { return text }
        var rest = text.dropFirst(2)
        for (open, close) in [("(", ")"), ("{", "}")] where rest.hasPrefix(open) {
            guard let end = rest.firstIndex(where: { String($0) == close }) else { return text }
            rest = rest[rest.index(after: end)...]
        }
        guard rest.hasPrefix(". ") else { return text }
        rest = rest.dropFirst(2).drop { $0 == " " }
        if rest.hasPrefix("{anchor:"), let end = rest.firstIndex(of: "}") {
            rest = rest[rest.index(after: end)...].drop { $0 == " " }
        }
        guard rest.contains(where: \.isLetter) else { return text }
        return String(repeating: "#", count: Int(bytes[1] - 0x30)) + " " + rest
    }

    /// "== Notes ==", as wikis write headings; "= Notes =" is a page's own.
    private static func enclosed(_ text: String, least: Int) -> String {
        let level = text.prefix { $0 == "=" }.count
        guard (least...6).contains(level), text.hasSuffix(String(repeating: "=", count: level))
        else {
            return text
        }
        let inner = String(text.dropFirst(level).dropLast(level)).trimmed(of: " ")
        guard inner.contains(where: \.isLetter), !inner.contains("=") else { return text }
        return String(repeating: "#", count: level) + " " + inner
    }

    /// "<span id="notes"></span>", which converters write above a heading to be linked to.
    private static func isAnchor(_ text: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "<"), text.utf8.last == UInt8(ascii: ">") else {
            return false
        }
        return ["span", "a"].contains { name in
            text.hasPrefix("<\(name) ") && text.hasSuffix("></\(name)>")
                && text.utf8.count { $0 == UInt8(ascii: "<") } == 2
        }
    }

    /// "[b]Notes[/b]", as boards write headings.
    private static func bold(_ text: String) -> String {
        guard text.hasPrefix("[b]"), text.hasSuffix("[/b]") else { return text }
        let inner = text.dropFirst(3).dropLast(4)
        return inner.contains("[") ? text : String(inner)
    }

    /// "o" before each of several lines that are set in: the circle of an office's font. In some languages it is a word.
    private static func markCircle(_ index: Int, _ lines: inout [Line]) {
        guard isCircle(lines[index]) else { return }
        var end = index + 1
        while end < lines.count, isCircle(lines[end]), lines[end].indent == lines[index].indent {
            end += 1
        }
        guard end - index > 1 else { return }
        for place in index..<end { lines[place].text = "◦" + lines[place].text.dropFirst() }
    }

    private static func isCircle(_ line: Line) -> Bool {
        guard line.indent > 0, line.text.hasPrefix("o "),
            let first = line.text.unicodeScalars.dropFirst(2).first(where: { $0 != " " })
        else { return false }
        return first.properties.isAlphabetic && !first.properties.isLowercase
    }
}
