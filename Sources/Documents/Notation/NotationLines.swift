import Charsets

/// The lines of a text in a plain notation (Org, reStructuredText, AsciiDoc), and what stands before them.
enum NotationLines {
    /// Blocks within blocks, for example lists in lists, that are told apart; deeper ones are plain text.
    static let deepest = 24

    /// The lines of a file, whatever ends them; tabs at their beginnings reach to every eighth column.
    static func lines(of bytes: [UInt8]) -> [Substring] {
        let text = String(decoding: CharacterDecoder().decode(bytes).utf8, as: UTF8.self)
        return text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { line in
            var trimmed = line
            while trimmed.last == " " || trimmed.last == "\t" { trimmed.removeLast() }
            return expanded(trimmed)
        }
    }

    private static func expanded(_ line: Substring) -> Substring {
        let start = line.prefix { $0 == " " || $0 == "\t" }
        guard start.contains("\t") else { return line }
        var width = 0
        for sign in start { width = sign == "\t" ? (width / 8 + 1) * 8 : width + 1 }
        return Substring(String(repeating: " ", count: width)) + line[start.endIndex...]
    }

    /// The blanks before a line; nil for one that is empty.
    static func indent(of line: Substring) -> Int? {
        let blanks = line.prefix { $0 == " " }
        return blanks.endIndex == line.endIndex ? nil : blanks.utf8.count
    }

    /// Lines moved to the left, as far as the one of them that stands most to the left allows.
    static func dedented(_ lines: some Collection<Substring>) -> [Substring] {
        let least = lines.compactMap(indent).min() ?? 0
        return lines.map { indent(of: $0) == nil ? "" : $0.dropFirst(least) }
    }

    /// Without empty lines at both ends.
    static func trimmed(_ lines: ArraySlice<Substring>) -> ArraySlice<Substring> {
        var lines = lines
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    /// How many lines from `start` on belong to what stands there: those that are further to the right than `indent`, and
    /// empty ones between them.
    static func block(_ lines: ArraySlice<Substring>, from start: Int, deeperThan indent: Int)
        -> Range<Int>
    {
        var (place, end) = (start, start)
        while place < lines.endIndex {
            if let own = self.indent(of: lines[place]) {
                guard own > indent else { break }
                end = place + 1
            }
            place += 1
        }
        return start..<end
    }

    /// Whether a line is one sign, at least so many times.
    static func isRule(_ line: Substring, of signs: String, atLeast count: Int) -> Bool {
        guard let first = line.first, signs.contains(first), line.utf8.count >= count else {
            return false
        }
        return line.allSatisfy { $0 == first }
    }

    /// The markup of a block of code.
    static func code(_ lines: some Sequence<Substring>, language: String = "") -> String {
        let isName = language.allSatisfy { $0.isLetter || $0.isNumber || "+#-_".contains($0) }
        let mark =
            language.isEmpty || !isName
            ? "" : " class=\"language-\(Markup.escaped(language.lowercased()))\""
        return "<pre><code\(mark)>\(Markup.escaped(lines.joined(separator: "\n")))\n</code></pre>\n"
    }

    /// Markup of blocks within an item or a cell: one paragraph alone needs no element of its own.
    static func unwrapped(_ markup: String) -> String {
        guard markup.hasPrefix("<p>"), markup.hasSuffix("</p>\n") else { return markup }
        let inner = markup.dropFirst(3).dropLast(5)
        return inner.contains("<p>") ? markup : String(inner)
    }

    /// A list of the kind that its first item's mark tells; `items` are whole elements.
    static func list(_ items: String, _ first: ListMark) -> String {
        guard first.kind == .numbers else { return "<ul>\n\(items)</ul>\n" }
        let number = first.number ?? 1
        return "<ol\(number == 1 ? "" : " start=\"\(number)\"")>\n\(items)</ol>\n"
    }

    /// A table; the rows before `bodyStart` are its head.
    static func table(_ rows: [[String]], bodyStart: Int) -> String {
        var markup = Markup()
        for (number, row) in rows.enumerated() {
            let cell = number < bodyStart ? "th" : "td"
            markup.add("<tr>")
            for content in row { markup.add("<\(cell)>\(content)</\(cell)>") }
            markup.add("</tr>\n")
        }
        return markup.isEmpty ? "" : "<table>\n\(markup.html)</table>\n"
    }
}

/// A line that may open a list item: what stands before its text, and what kind of list it is in.
struct ListMark: Equatable {
    enum Kind: Equatable { case bullets, numbers }

    var kind: Kind
    /// Columns before the mark, and from there to the text.
    var indent: Int
    var width: Int
    /// The number that it states; nil for a bullet.
    var number: Int?

    /// "- text", "+ text", "3. text", "b) text", "(iv) text": which of them, is for each notation to say.
    init?(_ line: Substring, bullets: String, closers: String = ".)") {
        guard let indent = NotationLines.indent(of: line) else { return nil }
        let text = line.dropFirst(indent)
        self.indent = indent
        guard let first = text.first else { return nil }
        if bullets.contains(first), text.dropFirst().first.map({ $0 == " " }) ?? true {
            kind = .bullets
            width = 1 + max(1, text.dropFirst().prefix { $0 == " " }.count)
            return
        }
        let opened = first == "(" ? text.dropFirst() : text
        let name = opened.prefix { $0.isASCII && ($0.isNumber || $0.isLetter) || $0 == "#" }
        guard !name.isEmpty, name.count <= 9, let number = Self.number(name) else { return nil }
        let rest = opened[name.endIndex...]
        guard let closer = rest.first, closers.contains(closer),
            rest.dropFirst().first.map({ $0 == " " }) ?? false,
            first != "(" || closer == ")"
        else { return nil }
        kind = .numbers
        self.number = number
        let after = rest.dropFirst()
        width =
            text.distance(from: text.startIndex, to: after.startIndex)
            + after.prefix { $0 == " " }.count
    }

    /// Letters count from a; "#" counts on.
    private static func number(_ name: Substring) -> Int? {
        if name == "#" { return 1 }
        if let number = Int(name) { return number }
        guard name.count == 1, let letter = name.lowercased().utf8.first else { return nil }
        return Int(letter) - Int(UInt8(ascii: "a")) + 1
    }
}
