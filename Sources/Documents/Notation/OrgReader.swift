import BriefModel

/// Reads Org files (The Org Manual, 9.7; the syntax at orgmode.org/worg/org-syntax.html): headings, lists, tables, code,
/// quotations, notes, and the facts of its keywords. Linear in the bytes.
struct OrgReader {
    private var facts = KnownFacts()
    /// Words before a heading that are for the planner. The first is in two parts: nothing is left open here.
    private var planned: Set<Substring> = ["TO" + "DO", "DONE"]
    /// What ends blocks and drawers in the block that is read.
    private var ends = BlockEnds()
    private var notes = Markup()

    /// Whether a text that somebody calls one is in Org: host names end so, too.
    static func isOrg(_ bytes: [UInt8]) -> Bool {
        let lines = NotationLines.lines(of: Array(bytes.prefix(64 << 10)))
        guard lines.first(where: { !$0.isEmpty })?.hasPrefix("<") != true else { return false }
        return lines.contains { line in
            let text = line.drop { $0 == " " }
            if let (name, _) = keyword(text) { return !name.isEmpty }
            return text == ":PROPERTIES:" || level(line).map { $0 > 1 } == true
        } || lines.first(where: { !$0.isEmpty }).flatMap(level) != nil
    }

    static func read(_ bytes: [UInt8]) -> PackedDocument {
        var reader = OrgReader()
        let lines = NotationLines.lines(of: bytes)
        reader.take(keywords: lines)
        let body = reader.sections(lines)
        if reader.facts.title == nil { reader.takeHeadline(of: lines) }
        let html = reader.notes.isEmpty ? body : body + "<hr>\n" + reader.notes.html
        return PackedDocument(
            type: .html, bytes: Markup.document(body: html, language: reader.facts.language),
            charset: "utf-8", scope: .content, known: reader.facts)
    }

    // MARK: - Keywords

    /// "#+TITLE: What it is called".
    private static func keyword(_ line: Substring) -> (name: String, value: Substring)? {
        guard line.hasPrefix("#+"), let colon = line.firstIndex(of: ":") else { return nil }
        let name = line[line.index(line.startIndex, offsetBy: 2)..<colon]
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "_-".contains($0) })
        else { return nil }
        return (name.lowercased(), line[line.index(after: colon)...].drop { $0 == " " })
    }

    private mutating func take(keywords lines: [Substring]) {
        for line in lines {
            guard let (name, value) = Self.keyword(line), !value.isEmpty else { continue }
            switch name {
            case "title":
                facts.title = [facts.title, String(value)].compactMap(\.self).joined(separator: " ")
            case "author": facts.authors += NotationFacts.people(value)
            case "date": facts.published = facts.published ?? NotationFacts.day(value)
            case "language": facts.language = StatedFacts.language(String(value))
            case "description": facts.summary = facts.summary ?? String(value)
            case "keywords", "filetags":
                facts.categories += NotationFacts.list(value, separators: ":,;")
            case "todo", "seq_todo", "typ_todo":
                planned.formUnion(
                    value.split { " |".contains($0) }.map { $0.prefix { $0 != "(" } })
            default: break
            }
        }
    }

    /// A file that is one entry has its headline for a title, and the facts in the drawer below it.
    private mutating func takeHeadline(of lines: [Substring]) {
        guard let first = lines.firstIndex(where: { !$0.isEmpty }),
            let level = Self.level(lines[first]),
            lines.count(where: { Self.level($0).map { $0 <= level } ?? false }) == 1,
            let title = title(lines[first].dropFirst(level))
        else { return }
        facts.title = StatedFacts.title(String(title))
        for line in lines[(first + 1)...].prefix(40) {
            if line == ":END:" || Self.level(line) != nil { return }
            guard facts.authors.isEmpty, line.uppercased().hasPrefix(":AUTHOR:") else { continue }
            facts.authors = NotationFacts.people(line.dropFirst(8))
        }
    }

    // MARK: - Headings

    private static func level(_ line: Substring) -> Int? {
        let stars = line.prefix { $0 == "*" }
        guard !stars.isEmpty, line[stars.endIndex...].first == " " else { return nil }
        return stars.count
    }

    private mutating func sections(_ lines: [Substring]) -> String {
        var markup = ""
        var start = 0
        // Headings below one that is not for readers.
        var hidden: Int?
        func isHidden(_ level: Int) -> Bool { hidden.map { level > $0 } ?? false }
        for (place, line) in lines.enumerated() {
            guard let level = Self.level(line) else { continue }
            if hidden == nil { markup += blocks(lines[start..<place], depth: 0) }
            start = place + 1
            guard !isHidden(level) else { continue }
            hidden = nil
            guard let title = title(line.dropFirst(level)) else {
                hidden = level
                continue
            }
            let element = "h\(min(6, facts.title == nil ? level : level + 1))"
            markup += "<\(element)>\(InlineReader.markup(title, OrgInline()))</\(element)>\n"
        }
        if hidden == nil { markup += blocks(lines[min(start, lines.count)...], depth: 0) }
        return markup
    }

    /// The words of a heading, without what is for the planner; nil where it is a comment, or not to be shown.
    private func title(_ rest: Substring) -> Substring? {
        var text = rest.drop { $0 == " " }
        let first = text.prefix { $0 != " " }
        if planned.contains(first) { text = text[first.endIndex...].drop { $0 == " " } }
        if text.hasPrefix("[#"), let close = text.firstIndex(of: "]"),
            text.distance(from: text.startIndex, to: close) <= 4
        {
            text = text[text.index(after: close)...].drop { $0 == " " }
        }
        if text.hasPrefix("COMMENT ") || text == "COMMENT" { return nil }
        guard text.hasSuffix(":"), let blank = text.lastIndex(of: " ") else { return text }
        let tags = text[text.index(after: blank)...]
        guard tags.hasPrefix(":"), tags.count > 2, !tags.contains("::") else { return text }
        let names = tags.split(separator: ":")
        if names.contains("noexport") || names.contains("ARCHIVE") { return nil }
        return text[..<blank]
    }

    // MARK: - Blocks

    private mutating func blocks(_ lines: ArraySlice<Substring>, depth: Int) -> String {
        let outer = ends
        ends = BlockEnds(of: lines, mark: Self.ending)
        defer { ends = outer }
        var markup = ""
        var paragraph: [Substring] = []
        var place = lines.startIndex
        func flush() {
            guard !paragraph.isEmpty else { return }
            let text = paragraph.joined(separator: "\n")
            markup += "<p>\(InlineReader.markup(text, OrgInline()))</p>\n"
            paragraph = []
        }
        while place < lines.endIndex {
            let line = lines[place]
            let text = line.drop { $0 == " " }
            if text.isEmpty {
                flush()
                place += 1
            } else if let (block, end) = block(lines, at: place, text, depth) {
                flush()
                markup += block
                place = max(end, place + 1)
            } else {
                paragraph.append(text)
                place += 1
            }
        }
        flush()
        return markup
    }

    /// A block other than a paragraph that begins at a line, and where it ends.
    private mutating func block(
        _ lines: ArraySlice<Substring>, at place: Int, _ text: Substring, _ depth: Int
    ) -> (String, Int)? {
        switch text.first {
        case "#":
            if text.lowercased().hasPrefix("#+begin_") {
                return delimited(lines, place, text, depth)
            }
            let isComment = text == "#" || text.hasPrefix("# ") || text.hasPrefix("#+")
            return isComment ? ("", place + 1) : nil
        case ":": return colon(lines, place, text)
        case "|": return table(lines, place)
        case "[":
            guard text.hasPrefix("[fn:"), let close = text.firstIndex(of: "]") else { return nil }
            return note(lines, place, text, close)
        case "-" where NotationLines.isRule(text, of: "-", atLeast: 5): return ("<hr>\n", place + 1)
        case "S", "D", "C":
            let isPlanned = ["SCHEDULED: <", "DEADLINE: <", "CLOSED: ["].contains {
                text.hasPrefix($0)
            }
            if isPlanned { return ("", place + 1) }
        default: break
        }
        guard depth < NotationLines.deepest, let mark = mark(lines[place]) else { return nil }
        return list(lines, place, mark, depth)
    }

    private func mark(_ line: Substring) -> ListMark? {
        // A star at the beginning of a line is a heading.
        ListMark(line, bullets: line.first == " " ? "-+*" : "-+")
    }

    /// "#+end_src" or ":end:", in any case of letters; nil for a line that ends nothing.
    private static func ending(_ line: Substring) -> Substring? {
        let text = line.drop { $0 == " " }
        guard text.hasPrefix("#+") || text.hasPrefix(":") else { return nil }
        let small = text.lowercased()
        return small == ":end:" || small.hasPrefix("#+end_") ? small[...] : nil
    }

    /// "#+BEGIN_SRC python" to "#+END_SRC".
    private mutating func delimited(
        _ lines: ArraySlice<Substring>, _ place: Int, _ text: Substring, _ depth: Int
    ) -> (String, Int)? {
        let words = text.dropFirst("#+begin_".count).split(separator: " ")
        guard let name = words.first?.lowercased(),
            let end = ends.first(of: "#+end_\(name)", from: place + 1)
        else { return ("", place + 1) }
        let inner = lines[(place + 1)..<end]
        let dedented = NotationLines.dedented(inner)
        switch name {
        case "src", "example":
            let language = name == "src" ? words.dropFirst().first.map(String.init) ?? "" : ""
            let code = dedented.map {
                $0.hasPrefix(",*") || $0.hasPrefix(",#+") ? $0.dropFirst() : $0
            }
            return (NotationLines.code(code, language: language), end + 1)
        case "comment", "export": return ("", end + 1)
        case "verse":
            let verses = dedented.map { InlineReader.markup($0, OrgInline()) }
            return ("<p>\(verses.joined(separator: "<br>\n"))</p>\n", end + 1)
        case "quote" where depth < NotationLines.deepest:
            let quoted = blocks(dedented[...], depth: depth + 1)
            return ("<blockquote>\n\(quoted)</blockquote>\n", end + 1)
        default:
            guard depth < NotationLines.deepest else { return nil }
            return (blocks(dedented[...], depth: depth + 1), end + 1)
        }
    }

    /// ": text as it is", and drawers (":PROPERTIES:" to ":END:").
    private mutating func colon(
        _ lines: ArraySlice<Substring>, _ place: Int, _ text: Substring
    ) -> (String, Int)? {
        func fixed(_ line: Substring) -> Substring? {
            let text = line.drop { $0 == " " }
            return text == ":" ? "" : text.hasPrefix(": ") ? text.dropFirst(2) : nil
        }
        if fixed(lines[place]) != nil {
            let code = lines[place...].prefix { fixed($0) != nil }.compactMap(fixed)
            return (NotationLines.code(code), place + code.count)
        }
        let name = text.dropFirst().dropLast()
        guard text.count > 2, text.hasSuffix(":"),
            name.allSatisfy({ $0.isLetter || $0.isNumber || "_-".contains($0) })
        else { return nil }
        return ends.first(of: ":end:", from: place).map { ("", $0 + 1) }
    }

    private func table(_ lines: ArraySlice<Substring>, _ place: Int) -> (String, Int)? {
        let rows = lines[place...].prefix { $0.drop { $0 == " " }.hasPrefix("|") }
        var cells: [[String]] = []
        var bodyStart = 0
        for row in rows {
            let text = row.drop { $0 == " " }
            if text.hasPrefix("|-") {
                if bodyStart == 0 { bodyStart = cells.count }
                continue
            }
            let inner =
                text.dropFirst().hasSuffix("|") ? text.dropFirst().dropLast() : text.dropFirst()
            cells.append(
                inner.split(separator: "|", omittingEmptySubsequences: false).map {
                    InlineReader.markup(StatedFacts.trimmed(String($0)), OrgInline())
                })
        }
        // A line below all rows is no head.
        if bodyStart == cells.count { bodyStart = 0 }
        return (NotationLines.table(cells, bodyStart: bodyStart), rows.endIndex)
    }

    private mutating func note(
        _ lines: ArraySlice<Substring>, _ place: Int, _ text: Substring, _ close: Substring.Index
    ) -> (String, Int) {
        let label = text[..<close].dropFirst("[fn:".count)
        var end = place + 1
        while end < lines.endIndex, !lines[end].isEmpty, !lines[end].hasPrefix("[fn:") { end += 1 }
        let said = ([text[text.index(after: close)...]] + lines[(place + 1)..<end])
            .map { $0.drop { $0 == " " } }.joined(separator: "\n")
        notes.add(note: String(label), markup: InlineReader.markup(said, OrgInline()))
        return ("", end)
    }

    private mutating func list(
        _ lines: ArraySlice<Substring>, _ start: Int, _ first: ListMark, _ depth: Int
    ) -> (String, Int) {
        var items: [(term: String?, content: String)] = []
        var place = start
        while place < lines.endIndex, let mark = mark(lines[place]), mark.indent == first.indent,
            mark.kind == first.kind
        {
            let rest = NotationLines.block(lines, from: place + 1, deeperThan: mark.indent)
            var text = lines[place].dropFirst(mark.indent + mark.width)
            if text.hasPrefix("[@"), let close = text.firstIndex(of: "]") {
                text = text[text.index(after: close)...].drop { $0 == " " }
            }
            var term: String?
            if mark.kind == .bullets, let sign = text.firstRange(of: " ::") {
                term = InlineReader.markup(text[..<sign.lowerBound], OrgInline())
                text = text[sign.upperBound...].drop { $0 == " " }
            }
            let inner = [text] + NotationLines.dedented(lines[rest])
            items.append((term, NotationLines.unwrapped(blocks(inner[...], depth: depth + 1))))
            place = rest.upperBound
            // One empty line may stand between items.
            if place + 1 < lines.endIndex, lines[place].isEmpty,
                self.mark(lines[place + 1])?.indent == first.indent
            {
                place += 1
            }
        }
        return (Self.list(items, first), max(place, start + 1))
    }

    private static func list(_ items: [(term: String?, content: String)], _ first: ListMark)
        -> String
    {
        if items.contains(where: { $0.term != nil }) {
            return "<dl>\n"
                + items.map { item in
                    (item.term.map { "<dt>\($0)</dt>" } ?? "") + "<dd>\(item.content)</dd>\n"
                }.joined() + "</dl>\n"
        }
        return NotationLines.list(items.map { "<li>\($0.content)</li>\n" }.joined(), first)
    }
}
