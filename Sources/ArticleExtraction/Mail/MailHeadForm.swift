import LibXML

/// Tells the head that a mail program writes above what it passes on by its form, whatever language its names are of:
/// short names with a colon each, an address with the first, a day with another.
enum MailHeadForm {
    typealias Line = LineSplitter.RawLine

    private static let fields = 3...7
    /// Words and bytes of a name.
    private static let longest = (words: 3, bytes: 60)

    // MARK: Text

    /// Behind the head that stands at a line; nil where none does.
    static func end(in lines: [Line], at start: Int) -> Int? {
        guard lines.indices.contains(start), let sender = value(lines[start].text),
            hasAddress(sender)
        else { return nil }
        var end = start + 1
        while end < lines.count, lines[end].blanksBefore == 0, value(lines[end].text) != nil {
            end += 1
        }
        guard fields.contains(end - start), end == lines.count || lines[end].blanksBefore > 0,
            lines[start + 1..<end].contains(where: { hasDay($0.text) })
        else { return nil }
        return end
    }

    /// Bytes of a line among which the colon behind a field's name stands, blanks and asterisks around the name included.
    private static let reach = 120

    /// The first colon of a line, of either width; nil where what stands before it is too long for a name. Most lines have
    /// none, and each line of each text is asked.
    static func colon(in line: String) -> String.Index? {
        let bytes = line.utf8Span.span
        let name = bytes.extracting(0..<min(reach, bytes.count))
        guard name.holds(UInt8(ascii: ":")) || name.holds(0xEF) else { return nil }
        var index = 0
        while index < name.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ":")
                || byte == 0xEF && bytes.holds("：".utf8Span.span, at: index)
            {
                return line.utf8.index(line.startIndex, offsetBy: index)
            }
            index += 1
        }
        return nil
    }

    /// What stands behind a line's name and colon; nil where it has none.
    static func value(_ line: String) -> String? {
        guard let colon = colon(in: line) else { return nil }
        let name = line[..<colon]
        let words = name.split(separator: " ")
        guard (1...longest.words).contains(words.count), name.utf8.count <= longest.bytes,
            name.contains(where: \.isLetter), !name.contains(where: \.isNumber)
        else { return nil }
        let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "*" }
        return value.isEmpty || value.hasPrefix("//") ? nil : String(value)
    }

    /// "Ada Marl <ada@paper.example>".
    private static func hasAddress(_ text: String) -> Bool {
        guard let open = text.firstIndex(of: "<"), let close = text[open...].firstIndex(of: ">")
        else { return false }
        return text[open..<close].contains("@") && !text[open..<close].contains(" ")
    }

    /// A number of four digits and another: a year and a day.
    private static func hasDay(_ text: String) -> Bool {
        let numbers = text.split { !$0.isNumber }
        return numbers.contains { $0.count == 4 } && numbers.contains { $0.count <= 2 }
    }

    // MARK: Pages

    /// Whether a line of a page begins a head: names in bold type with a colon each, in it and in the lines below.
    static func stands(at index: Int, in page: Page) -> Bool {
        var labels = 0
        var text = ""
        for next in page.passages.indices[index...].prefix(fields.upperBound) {
            let found = Self.labels(of: next, in: page)
            guard found > 0 else { break }
            labels += found
            if text.isEmpty, found == 1, !page.string(next).contains("@") { return false }
            text += page.string(next) + " "
        }
        return fields.contains(labels) && text.contains("@") && hasDay(text)
    }

    /// How many names in bold type with a colon a line has; 0 where it does not begin with one.
    static func labels(of index: Int, in page: Page) -> Int {
        let passage = page.passages[index]
        guard passage.census.length <= 120 else { return 0 }
        var count = 0
        var node = bold(around: passage.nodes.lowerBound, in: page) ?? passage.nodes.lowerBound
        let first = node
        while node < passage.nodes.upperBound {
            switch page.tag(node) {
            case .b, .strong:
                if isLabel(page.tree.text(of: node)) {
                    count += 1
                } else if node == first {
                    return 0
                }
                node = max(node + 1, Int(page.tree.nodes[node].end))
            default:
                if node == first, page.tag(node) == .text { return 0 }
                node += 1
            }
        }
        return count
    }

    private static func bold(around node: Int, in page: Page) -> Int? {
        var node = node
        for _ in 0..<4 where node > 0 {
            if page.tag(node) == .b || page.tag(node) == .strong { return node }
            node = page.parent(node)
        }
        return nil
    }

    private static func isLabel(_ text: String) -> Bool {
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard SentenceMarks.endsInColon(name), name.utf8.count <= longest.bytes
        else { return false }
        return (1...longest.words + 1).contains(name.split(separator: " ").count)
            && !name.contains(where: \.isNumber)
    }
}
