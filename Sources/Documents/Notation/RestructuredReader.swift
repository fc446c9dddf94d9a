import BriefModel

/// Reads reStructuredText (docutils' Markup Specification; directives as in docutils and Sphinx): sections, lists, tables,
/// code, quotations, notes, and the facts of its field lists. Linear in the bytes.
struct RestructuredReader {
    private var facts = KnownFacts()
    private var rules = RestructuredInline()
    private var notes = Markup()
    /// Kinds of rules below headings, the uppermost first: which means which, each document decides.
    private var levels: [String] = []

    private static let rule = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

    static func read(_ bytes: [UInt8]) -> PackedDocument {
        var reader = RestructuredReader()
        var lines = NotationLines.lines(of: bytes)
        reader.take(definitions: lines)
        lines = reader.take(title: lines)
        let body = reader.blocks(lines[...], depth: 0)
        let html = reader.notes.isEmpty ? body : body + "<hr>\n" + reader.notes.html
        return PackedDocument(
            type: .html, bytes: Markup.document(body: html, language: reader.facts.language),
            charset: "utf-8", scope: .content, known: reader.facts)
    }

    private func inline(_ text: some StringProtocol) -> String { InlineReader.markup(text, rules) }

    // MARK: - What holds for the whole text

    /// Names that link somewhere, and what stands for others.
    private mutating func take(definitions lines: [Substring]) {
        for line in lines {
            let text = line.drop { $0 == " " }
            if text.hasPrefix(".. _"), let colon = text.firstRange(of: ": ") {
                let name = text[..<colon.lowerBound].dropFirst(4).filter { $0 != "`" }.lowercased()
                rules.targets[name] = String(text[colon.upperBound...])
            } else if text.hasPrefix(".. |"), let close = text.dropFirst(4).firstIndex(of: "|"),
                let directive = text[close...].firstRange(of: "::")
            {
                let name = text[..<close].dropFirst(4).lowercased()
                let isText = text[close...].contains("replace::")
                let value = text[directive.upperBound...].drop { $0 == " " }
                rules.substitutions[name] = isText ? Markup.escaped(value) : ""
            }
        }
    }

    /// The heading at the beginning is the title where no other one is of its level; facts stand below it.
    private mutating func take(title lines: [Substring]) -> [Substring] {
        var place =
            lines.firstIndex {
                !$0.isEmpty && !$0.hasPrefix("..") && !$0.hasPrefix(":") && !$0.hasPrefix("   ")
            } ?? 0
        if let heading = heading(lines[...], at: place) {
            let others = lines[heading.end...].indices.dropLast().contains {
                self.heading(lines[...], at: $0).map { $0.style == heading.style } ?? false
            }
            if !others {
                facts.title = StatedFacts.trimmed(String(heading.text))
                place = heading.end
                while place < lines.count, lines[place].isEmpty { place += 1 }
                return fields(lines, from: place)
            }
        }
        place = lines.firstIndex { !$0.isEmpty } ?? 0
        return fields(lines, from: place)
    }

    /// ":Author: Ada Marl" and the like; Pelican's and Nikola's fields among them.
    private mutating func fields(_ lines: [Substring], from start: Int) -> [Substring] {
        var place = start
        while place < lines.count, let (name, value) = Self.field(lines[place]) {
            let block = NotationLines.block(lines[...], from: place + 1, deeperThan: 0)
            let rest = lines[block].map { StatedFacts.trimmed(String($0)) }
            let whole = ([StatedFacts.trimmed(String(value))] + rest).filter { !$0.isEmpty }
            let text = whole.joined(separator: " ")
            switch name {
            case "author", "authors": facts.authors += whole.flatMap(NotationFacts.people)
            case "date", "published": facts.published = facts.published ?? NotationFacts.day(text)
            case "modified", "updated": facts.modified = facts.modified ?? NotationFacts.day(text)
            case "title": facts.title = facts.title ?? text
            case "language", "lang": facts.language = StatedFacts.language(text)
            case "summary", "description": facts.summary = text
            case "tags", "keywords", "category":
                facts.categories += NotationFacts.list(text, separators: ",;")
            default: break
            }
            place = max(block.upperBound, place + 1)
        }
        return Array(lines[place...])
    }

    private static func field(_ line: Substring) -> (name: String, value: Substring)? {
        guard line.hasPrefix(":"), let colon = line.dropFirst().firstIndex(of: ":") else {
            return nil
        }
        let name = line[..<colon].dropFirst()
        let value = line[line.index(after: colon)...]
        guard !name.isEmpty, name.first != " ", value.isEmpty || value.first == " ",
            !name.contains("`")
        else { return nil }
        return (name.lowercased(), value.dropFirst())
    }

    /// A line with a rule below it, and perhaps above.
    private func heading(
        _ lines: ArraySlice<Substring>, at place: Int
    ) -> (text: Substring, style: String, end: Int)? {
        func isRule(_ place: Int, for width: Int) -> Bool {
            guard place < lines.endIndex else { return false }
            return NotationLines.isRule(lines[place], of: Self.rule, atLeast: max(2, min(width, 4)))
        }
        guard place < lines.endIndex, let first = lines[place].first else { return nil }
        if isRule(place, for: 4), place + 2 < lines.endIndex, lines[place + 2] == lines[place],
            !lines[place + 1].isEmpty
        {
            return (lines[place + 1].drop { $0 == " " }, "\(first)\(first)", place + 3)
        }
        guard first != " ", isRule(place + 1, for: lines[place].count), !isRule(place, for: 4),
            lines[place + 1].count + 3 >= lines[place].count, let sign = lines[place + 1].first
        else { return nil }
        return (lines[place], String(sign), place + 2)
    }

    // MARK: - Blocks

    private mutating func blocks(_ lines: ArraySlice<Substring>, depth: Int) -> String {
        var markup = ""
        var place = lines.startIndex
        while place < lines.endIndex {
            guard !lines[place].isEmpty else {
                place += 1
                continue
            }
            let (block, end) = block(lines, at: place, depth)
            markup += block
            place = max(end, place + 1)
        }
        return markup
    }

    private mutating func block(
        _ lines: ArraySlice<Substring>, at place: Int, _ depth: Int
    ) -> (String, Int) {
        let line = lines[place]
        if depth == 0, let heading = heading(lines, at: place) {
            if !levels.contains(heading.style) { levels.append(heading.style) }
            let level = (levels.firstIndex(of: heading.style) ?? 0) + (facts.title == nil ? 1 : 2)
            let element = "h\(min(6, level))"
            return ("<\(element)>\(inline(heading.text))</\(element)>\n", heading.end)
        }
        guard depth < NotationLines.deepest else { return paragraph(lines, place, depth) }
        if line.hasPrefix(".. ") || line == ".." { return explicit(lines, place, depth) }
        if line.first == " " { return quotation(lines, place, depth) }
        if line.hasPrefix("__ ") { return ("", place + 1) }
        if line.hasPrefix("| ") || line == "|" { return verse(lines, place) }
        if line.hasPrefix(">>> ") {
            let code = lines[place...].prefix { !$0.isEmpty }
            return (NotationLines.code(code, language: "python"), code.endIndex)
        }
        if let table = RestructuredTable.read(lines, at: place) {
            return (markup(of: table, depth), table.end)
        }
        if NotationLines.isRule(line, of: Self.rule, atLeast: 4) { return ("<hr>\n", place + 1) }
        if let mark = ListMark(line, bullets: "*+-•‣⁃") { return list(lines, place, mark, depth) }
        if let (name, value) = Self.field(line) {
            return fieldItem(lines, place, name, value, depth)
        }
        if place + 1 < lines.endIndex, lines[place + 1].first == " ", !line.hasSuffix("::") {
            return definitions(lines, place, depth)
        }
        return paragraph(lines, place, depth)
    }

    /// A paragraph; where it ends in "::", code follows.
    private mutating func paragraph(
        _ lines: ArraySlice<Substring>, _ place: Int, _ depth: Int
    ) -> (String, Int) {
        let own = lines[place...].prefix { !$0.isEmpty }
        var text = own.map { $0.drop { $0 == " " } }.joined(separator: "\n")
        guard text.hasSuffix("::") else { return ("<p>\(inline(text))</p>\n", own.endIndex) }
        text.removeLast(text.hasSuffix(" ::") || text == "::" ? 2 : 1)
        let before = text.allSatisfy(\.isWhitespace) ? "" : "<p>\(inline(text))</p>\n"
        let block = NotationLines.block(lines, from: own.endIndex, deeperThan: 0)
        let code = NotationLines.dedented(NotationLines.trimmed(lines[block]))
        return (before + (code.isEmpty ? "" : NotationLines.code(code)), block.upperBound)
    }

    private mutating func quotation(
        _ lines: ArraySlice<Substring>, _ place: Int, _ depth: Int
    ) -> (String, Int) {
        let block = NotationLines.block(lines, from: place, deeperThan: 0)
        let inner = NotationLines.dedented(NotationLines.trimmed(lines[block]))
        return (
            "<blockquote>\n\(blocks(inner[...], depth: depth + 1))</blockquote>\n", block.upperBound
        )
    }

    private func verse(_ lines: ArraySlice<Substring>, _ place: Int) -> (String, Int) {
        let own = lines[place...].prefix { !$0.isEmpty }
        let verses = own.map {
            inline($0.hasPrefix("|") ? $0.dropFirst().drop { $0 == " " } : $0.drop { $0 == " " })
        }
        return ("<p>\(verses.joined(separator: "<br>\n"))</p>\n", own.endIndex)
    }

    private mutating func list(
        _ lines: ArraySlice<Substring>, _ start: Int, _ first: ListMark, _ depth: Int
    ) -> (String, Int) {
        var items = ""
        var place = start
        while place < lines.endIndex, let mark = ListMark(lines[place], bullets: "*+-•‣⁃"),
            mark.indent == 0, mark.kind == first.kind
        {
            let rest = NotationLines.block(lines, from: place + 1, deeperThan: 0)
            let inner = [lines[place].dropFirst(mark.width)] + NotationLines.dedented(lines[rest])
            items += "<li>\(NotationLines.unwrapped(blocks(inner[...], depth: depth + 1)))</li>\n"
            place = rest.upperBound
            let next = lines[place...].firstIndex { !$0.isEmpty } ?? place
            if next < lines.endIndex, let other = ListMark(lines[next], bullets: "*+-•‣⁃"),
                other.kind == first.kind
            {
                place = next
            }
        }
        return (NotationLines.list(items, first), max(place, start + 1))
    }

    private mutating func fieldItem(
        _ lines: ArraySlice<Substring>, _ place: Int, _ name: String, _ value: Substring,
        _ depth: Int
    ) -> (String, Int) {
        let rest = NotationLines.block(lines, from: place + 1, deeperThan: 0)
        let inner = [value] + NotationLines.dedented(lines[rest])
        let content = NotationLines.unwrapped(blocks(inner[...], depth: depth + 1))
        let shown = lines[place].dropFirst().prefix(name.count)
        return (
            "<p><strong>\(inline(shown)):</strong> \(content)</p>\n",
            max(rest.upperBound, place + 1)
        )
    }

    private mutating func definitions(
        _ lines: ArraySlice<Substring>, _ start: Int, _ depth: Int
    ) -> (String, Int) {
        var items = ""
        var place = start
        while place + 1 < lines.endIndex, lines[place].first.map({ $0 != " " }) ?? false,
            lines[place + 1].first == " "
        {
            let rest = NotationLines.block(lines, from: place + 1, deeperThan: 0)
            let inner = NotationLines.dedented(lines[rest])
            let content = NotationLines.unwrapped(blocks(inner[...], depth: depth + 1))
            items += "<dt>\(inline(lines[place]))</dt><dd>\(content)</dd>\n"
            place = rest.upperBound
            while place < lines.endIndex, lines[place].isEmpty { place += 1 }
        }
        return ("<dl>\n\(items)</dl>\n", max(place, start + 1))
    }

    private mutating func markup(of table: RestructuredTable, _ depth: Int) -> String {
        let rows = table.rows.map { row in
            row.map { cell in
                let lines = NotationLines.dedented(cell)[...]
                return NotationLines.unwrapped(blocks(lines, depth: max(1, depth + 1)))
            }
        }
        return NotationLines.table(rows, bodyStart: table.bodyStart)
    }

    // MARK: - Explicit markup

    /// Notes, directives, and comments: what begins with "..".
    private mutating func explicit(
        _ lines: ArraySlice<Substring>, _ place: Int, _ depth: Int
    ) -> (String, Int) {
        // Nothing, and an empty line: it only keeps what follows from what stands before.
        if lines[place] == "..", place + 1 >= lines.endIndex || lines[place + 1].isEmpty {
            return ("", place + 1)
        }
        let rest = NotationLines.block(lines, from: place + 1, deeperThan: 0)
        let text = lines[place].dropFirst(3).drop { $0 == " " }
        let end = max(rest.upperBound, place + 1)
        if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
            let label = text[..<close].dropFirst()
            let inner =
                [text[text.index(after: close)...].drop { $0 == " " }]
                + NotationLines.dedented(lines[rest])
            let said = NotationLines.unwrapped(blocks(inner[...], depth: depth + 1))
            notes.add(note: String(label), markup: said)
            return ("", end)
        }
        guard !text.hasPrefix("_"), !text.hasPrefix("|"), let sign = text.firstRange(of: "::"),
            text[..<sign.lowerBound].allSatisfy({
                $0.isLetter || $0.isNumber || "-_:+.".contains($0)
            })
        else { return ("", end) }
        let content = NotationLines.trimmed(NotationLines.dedented(lines[rest])[...])
        let options = content.prefix { Self.field($0) != nil }
        let directive = RestructuredDirective(
            name: text[..<sign.lowerBound].lowercased(),
            argument: text[sign.upperBound...].drop { $0 == " " },
            options: Dictionary(options.compactMap(Self.field)) { one, _ in one },
            content: NotationLines.trimmed(content[options.endIndex...]))
        return (markup(of: directive, depth), end)
    }

    private mutating func markup(of directive: RestructuredDirective, _ depth: Int) -> String {
        let argument = String(directive.argument)
        switch directive.name {
        case "code-block", "code", "sourcecode", "highlight", "literalinclude", "parsed-literal",
            "productionlist", "doctest", "testcode":
            guard !directive.content.isEmpty else { return "" }
            return NotationLines.code(NotationLines.dedented(directive.content), language: argument)
        case "math":
            let lines = ([directive.argument] + directive.content).filter { !$0.isEmpty }
            return "<p>$$\(Markup.escaped(lines.joined(separator: " ")))$$</p>\n"
        case "image", "figure":
            let alt = directive.options["alt"].map(String.init) ?? ""
            let image = "<img src=\"\(Markup.escaped(argument))\" alt=\"\(Markup.escaped(alt))\">"
            guard directive.name == "figure", !directive.content.isEmpty else {
                return "<p>\(image)</p>\n"
            }
            let caption = blocks(directive.content, depth: depth + 1)
            return "<figure>\(image)<figcaption>\(caption)</figcaption></figure>\n"
        case "list-table": return listTable(directive, depth)
        case "csv-table": return csvTable(directive)
        case "table": return blocks(directive.content, depth: depth + 1)
        case let name where RestructuredDirective.admonitions.contains(name):
            let title =
                name == "admonition" ? argument : name.prefix(1).uppercased() + name.dropFirst()
            let said =
                name == "admonition"
                ? directive.content : [directive.argument][...] + directive.content
            return "<p><strong>\(inline(title)):</strong></p>\n"
                + blocks(Array(said)[...], depth: depth + 1)
        case let name where RestructuredDirective.wrappers.contains(name):
            let heading =
                ["sidebar", "topic", "rubric", "centered"].contains(name) && !argument.isEmpty
            return (heading ? "<p><strong>\(inline(argument))</strong></p>\n" : "")
                + blocks(directive.content, depth: depth + 1)
        default: return ""
        }
    }

    /// A list of lists: each outer item is a row.
    private mutating func listTable(_ directive: RestructuredDirective, _ depth: Int) -> String {
        var rows: [[String]] = []
        var place = directive.content.startIndex
        while place < directive.content.endIndex {
            guard directive.content[place].hasPrefix("*") else {
                place += 1
                continue
            }
            let rest = NotationLines.block(directive.content, from: place + 1, deeperThan: 0)
            let inner =
                [directive.content[place].dropFirst().drop { $0 == " " }]
                + NotationLines.dedented(directive.content[rest])
            rows.append(cells(inner, depth))
            place = max(rest.upperBound, place + 1)
        }
        return NotationLines.table(rows, bodyStart: directive.headRows)
    }

    private mutating func cells(_ lines: [Substring], _ depth: Int) -> [String] {
        var cells: [String] = []
        var place = 0
        while place < lines.count {
            let rest = NotationLines.block(lines[...], from: place + 1, deeperThan: 0)
            let inner =
                [lines[place].dropFirst().drop { $0 == " " }] + NotationLines.dedented(lines[rest])
            if lines[place].hasPrefix("-") {
                cells.append(NotationLines.unwrapped(blocks(inner[...], depth: depth + 1)))
            }
            place = max(rest.upperBound, place + 1)
        }
        return cells
    }

    private func csvTable(_ directive: RestructuredDirective) -> String {
        var rows: [[String]] = []
        if let header = directive.options["header"] {
            rows.append(RestructuredDirective.values(header).map { inline($0) })
        }
        let bodyStart = max(rows.count, directive.headRows)
        rows += directive.content.filter { !$0.isEmpty }.map {
            RestructuredDirective.values($0).map { inline($0) }
        }
        return NotationLines.table(rows, bodyStart: bodyStart)
    }
}
