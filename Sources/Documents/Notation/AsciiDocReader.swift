import BriefModel

/// Reads AsciiDoc (docs.asciidoctor.org/asciidoc): sections, lists, tables, code, quotations, notes, and the facts of its
/// header. Nothing is included from other files. Linear in the bytes.
struct AsciiDocReader {
    private var facts = KnownFacts()
    private var rules = AsciiDocInline()
    /// Fences of the block that is read.
    private var ends = BlockEnds()

    static func read(_ bytes: [UInt8]) -> PackedDocument {
        var reader = AsciiDocReader()
        let lines = NotationLines.lines(of: bytes)
        let start = reader.takeHeader(lines)
        let body = reader.blocks(lines[start...], depth: 0)
        return PackedDocument(
            type: .html, bytes: Markup.document(body: body, language: reader.facts.language),
            charset: "utf-8", scope: .content, known: reader.facts)
    }

    private func inline(_ text: some StringProtocol) -> String { InlineReader.markup(text, rules) }

    // MARK: - The header

    /// Title, authors, revision and attributes at the beginning. Returns where the text begins.
    private mutating func takeHeader(_ lines: [Substring]) -> Int {
        var place = 0
        while place < lines.count, lines[place].isEmpty || Self.isComment(lines[place]) {
            place += 1
        }
        while place < lines.count, takeAttribute(lines[place]) { place += 1 }
        while place < lines.count, lines[place].isEmpty { place += 1 }
        guard place < lines.count, let heading = Self.heading(lines[place]), heading.level == 1
        else {
            return place
        }
        facts.title = StatedFacts.trimmed(plain(heading.text))
        place += 1
        var isFirst = true
        while place < lines.count, !lines[place].isEmpty {
            let line = lines[place]
            if !Self.isComment(line), !takeAttribute(line) {
                if isFirst, !line.hasPrefix("v") || line.contains("<") {
                    facts.authors = NotationFacts.people(line)
                } else {
                    facts.published = facts.published ?? NotationFacts.day(line)
                }
                isFirst = false
            }
            place += 1
        }
        return place
    }

    /// ":name: value" is a fact, or stands for something in the text.
    private mutating func takeAttribute(_ line: Substring) -> Bool {
        guard line.hasPrefix(":"), let colon = line.dropFirst().firstIndex(of: ":") else {
            return false
        }
        let name = line[..<colon].dropFirst().lowercased()
        let value = StatedFacts.trimmed(String(line[line.index(after: colon)...]))
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "_-!".contains($0) })
        else {
            return false
        }
        if rules.attributes.count < 1_000, value.utf8.count < 1_000 {
            rules.attributes[name] = value
        }
        switch name {
        case "author", "authors": facts.authors = NotationFacts.people(value)
        case "revdate", "date", "docdate":
            facts.published = NotationFacts.day(value) ?? facts.published
        case "lang": facts.language = StatedFacts.language(value)
        case "description": facts.summary = value
        case "keywords", "tags": facts.categories += NotationFacts.list(value, separators: ",;")
        default: break
        }
        return true
    }

    /// Words without marks, as far as attributes stand in them.
    private func plain(_ text: Substring) -> String {
        rules.attributes.reduce(String(text)) { text, attribute in
            text.contains("{") ? text.replacing("{\(attribute.key)}", with: attribute.value) : text
        }
    }

    private static func isComment(_ line: Substring) -> Bool {
        line.hasPrefix("//") && !line.hasPrefix("///")
    }

    /// "== Words", and "## Words" as in Markdown.
    private static func heading(_ line: Substring) -> (level: Int, text: Substring)? {
        guard let sign = line.first, sign == "=" || sign == "#" else { return nil }
        let signs = line.prefix { $0 == sign }
        let rest = line[signs.endIndex...]
        guard signs.count <= 6, rest.first == " ", rest.count > 1 else { return nil }
        return (signs.count, rest.drop { $0 == " " })
    }

    // MARK: - Blocks

    /// What a line in brackets says of the block below it.
    private struct Style {
        var names: [Substring] = []
        var name: String {
            names.first.map { $0.prefix { !".#%".contains($0) }.lowercased() } ?? ""
        }
        func value(_ number: Int) -> String {
            names.count > number ? StatedFacts.trimmed(names[number].filter { $0 != "\"" }) : ""
        }
        func contains(_ word: String) -> Bool { names.contains { $0.contains(word) } }
    }

    /// What "[quote, Ada Marl]" says; nil for a line that stands otherwise.
    private static func styleNames(_ line: Substring) -> [Substring]? {
        guard line.hasPrefix("["), line.hasSuffix("]") else { return nil }
        return line.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
    }

    private mutating func blocks(_ lines: ArraySlice<Substring>, depth: Int) -> String {
        let outer = ends
        ends = BlockEnds(of: lines) { Self.fence($0) == nil ? nil : $0 }
        defer { ends = outer }
        var markup = ""
        var style = Style()
        var place = lines.startIndex
        while place < lines.endIndex {
            let line = lines[place]
            if line.isEmpty || Self.isComment(line) || isSilent(line) {
                place += 1
            } else if let own = Self.styleNames(line), !line.hasPrefix("[[") {
                style.names =
                    style.names.isEmpty ? own.map { $0.drop { $0 == " " } } : style.names + own
                place += 1
            } else if depth == 0, takeAttribute(line) {
                place += 1
            } else {
                let (block, end) = block(lines, at: place, style, depth)
                markup += block
                style = Style()
                place = max(end, place + 1)
            }
        }
        return markup
    }

    /// Lines that show nothing: anchors, titles of blocks, conditions, includes, page breaks.
    private func isSilent(_ line: Substring) -> Bool {
        if line == "<<<" || line == "+" { return true }
        if line.hasPrefix("[["), line.hasSuffix("]]") { return true }
        if line.first == ".", let second = line.dropFirst().first, second != ".", second != " " {
            return true
        }
        return ["ifdef::", "ifndef::", "ifeval::", "endif::", "include::", "toc::"].contains {
            line.hasPrefix($0)
        }
    }

    private static let fences = [
        "----", "....", "====", "****", "____", "++++", "////", "|===", "!===", ",===",
    ]

    /// A fence is a line of one sign, four times or more; three of "`", two of "-", and those of tables.
    private static func fence(_ line: Substring) -> String? {
        if line == "--" { return "--" }
        if line.hasPrefix("```") { return "```" }
        return fences.first { fence in
            line.hasPrefix(fence) && line.dropFirst(fence.count).allSatisfy { $0 == fence.last }
        }
    }

    private mutating func block(
        _ lines: ArraySlice<Substring>, at place: Int, _ style: Style, _ depth: Int
    ) -> (String, Int) {
        let line = lines[place]
        if let fence = Self.fence(line),
            let end = ends.first(of: fence == "```" ? "```" : line, from: place + 1)
        {
            let inner = lines[(place + 1)..<end]
            let language = fence == "```" ? String(line.dropFirst(3)) : style.value(1)
            return (fenced(inner, fence, style, language, depth), end + 1)
        }
        if let (level, text) = Self.heading(line) {
            let element = "h\(min(6, facts.title == nil ? level : max(2, level)))"
            return ("<\(element)>\(inline(text))</\(element)>\n", place + 1)
        }
        if line == "'''" || line == "---" || line == "***" { return ("<hr>\n", place + 1) }
        if let macro = macro(line) { return (macro, place + 1) }
        if line.first == " ", AsciiDocItem(line) == nil {
            let own = lines[place...].prefix { !$0.isEmpty }
            return (NotationLines.code(NotationLines.dedented(own)), own.endIndex)
        }
        if depth < NotationLines.deepest, let item = AsciiDocItem(line) {
            return list(lines, place, item, depth)
        }
        return paragraph(lines, place, style)
    }

    private mutating func fenced(
        _ lines: ArraySlice<Substring>, _ fence: String, _ style: Style, _ language: String,
        _ depth: Int
    ) -> String {
        func inner() -> String {
            depth < NotationLines.deepest ? blocks(lines, depth: depth + 1) : ""
        }
        switch fence {
        case "////", "++++":
            guard fence == "++++", ["stem", "latexmath", "asciimath"].contains(style.name) else {
                return ""
            }
            return "<p>$$\(Markup.escaped(lines.joined(separator: " ")))$$</p>\n"
        case "----", "```", "....":
            return NotationLines.code(lines.map(Self.withoutCallout), language: language)
        case "|===", "!===", ",===": return table(lines, fence, style, depth)
        case "____":
            if style.name == "verse" {
                return quotation(
                    "<p>\(lines.map { inline($0) }.joined(separator: "<br>\n"))</p>\n", style)
            }
            return quotation(inner(), style)
        case "--" where style.name == "source" || style.name == "listing":
            return NotationLines.code(lines, language: language)
        case "--" where style.name == "quote": return quotation(inner(), style)
        default:
            let name = style.name.uppercased()
            let isNote = AsciiDocReader.admonitions.contains(name)
            return
                (isNote
                ? "<p><strong>\(name.prefix(1) + name.dropFirst().lowercased()):</strong></p>\n"
                : "") + inner()
        }
    }

    private static let admonitions: Set<String> = [
        "NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION",
    ]

    /// "text <1>" points to a remark below.
    private static func withoutCallout(_ line: Substring) -> Substring {
        guard line.hasSuffix(">"), let open = line.lastIndex(of: "<"), open > line.startIndex,
            line[line.index(before: open)] == " "
        else { return line }
        let number = line[line.index(after: open)...].dropLast()
        guard !number.isEmpty, number.allSatisfy({ $0.isNumber || $0 == "." }) else { return line }
        var rest = line[..<open]
        for comment in [" //", " #", " --", " ;;"] where rest.dropLast().hasSuffix(comment) {
            rest = rest.dropLast(comment.count + 1)
        }
        while rest.last == " " { rest.removeLast() }
        return rest
    }

    private func quotation(_ markup: String, _ style: Style) -> String {
        let source = [style.value(1), style.value(2)].filter { !$0.isEmpty }.joined(separator: ", ")
        let line = source.isEmpty ? "" : "<p>— \(inline(source))</p>\n"
        return "<blockquote>\n\(markup)\(line)</blockquote>\n"
    }

    /// "image::address[words]", "video::address[]".
    private func macro(_ line: Substring) -> String? {
        for name in ["image", "video", "audio"]
        where line.hasPrefix("\(name)::") && line.hasSuffix("]") {
            let rest = line.dropFirst(name.count + 2)
            guard let open = rest.firstIndex(of: "[") else { return nil }
            let target = Markup.escaped(plain(rest[..<open]))
            let words = rest[rest.index(after: open)...].prefix { $0 != "," && $0 != "]" }
            let alt = Markup.escaped(words.filter { $0 != "\"" })
            if name == "image" { return "<p><img src=\"\(target)\" alt=\"\(alt)\"></p>\n" }
            return "<\(name) src=\"\(target)\"></\(name)>\n"
        }
        return nil
    }

    private mutating func paragraph(
        _ lines: ArraySlice<Substring>, _ place: Int, _ style: Style
    ) -> (String, Int) {
        var end = place + 1
        while end < lines.endIndex, !lines[end].isEmpty, Self.fence(lines[end]) == nil,
            Self.styleNames(lines[end]) == nil
        {
            end += 1
        }
        let own = lines[place..<end].filter { !Self.isComment($0) }
        if ["source", "listing", "literal"].contains(style.name) {
            return (NotationLines.code(own, language: style.value(1)), end)
        }
        var text = own.joined(separator: style.name == "verse" ? " +\n" : "\n")
        var label = ""
        let name = text.prefix { $0 != ":" }
        if AsciiDocReader.admonitions.contains(String(name)),
            text.dropFirst(name.count).hasPrefix(": ")
        {
            label = "<strong>\(name.prefix(1) + name.dropFirst().lowercased()):</strong> "
            text.removeFirst(name.count + 2)
        }
        let markup = "<p>\(label)\(inline(text))</p>\n"
        return (["quote", "verse"].contains(style.name) ? quotation(markup, style) : markup, end)
    }

    // MARK: - Lists

    private mutating func list(
        _ lines: ArraySlice<Substring>, _ start: Int, _ first: AsciiDocItem, _ depth: Int
    ) -> (String, Int) {
        var items = ""
        var place = start
        while place < lines.endIndex, let item = AsciiDocItem(lines[place]), item.mark == first.mark
        {
            let (content, end) = content(of: item, lines, place + 1, depth)
            items +=
                first.isTerm
                ? "<dt>\(inline(item.term))</dt><dd>\(content)</dd>\n" : "<li>\(content)</li>\n"
            place = end
            let next = lines[place...].firstIndex { !$0.isEmpty } ?? lines.endIndex
            if next < lines.endIndex, AsciiDocItem(lines[next])?.mark == first.mark { place = next }
        }
        let element = first.isTerm ? "dl" : first.isNumbered ? "ol" : "ul"
        return ("<\(element)>\n\(items)</\(element)>\n", max(place, start + 1))
    }

    /// An item's text, lists below it, and blocks that a "+" joins to it.
    private mutating func content(
        of item: AsciiDocItem, _ lines: ArraySlice<Substring>, _ start: Int, _ depth: Int
    ) -> (String, Int) {
        var text = item.text.isEmpty ? [] : [item.text]
        var place = start
        if item.isTerm, text.isEmpty {
            while place < lines.endIndex, lines[place].isEmpty { place += 1 }
        }
        while place < lines.endIndex, !lines[place].isEmpty, lines[place] != "+",
            AsciiDocItem(lines[place]) == nil, Self.fence(lines[place]) == nil,
            Self.styleNames(lines[place]) == nil
        {
            text.append(lines[place].drop { $0 == " " })
            place += 1
        }
        var markup = inline(text.joined(separator: "\n"))
        while place < lines.endIndex {
            if lines[place] == "+", place + 1 < lines.endIndex {
                var style = Style()
                place += 1
                while place < lines.endIndex, let names = Self.styleNames(lines[place]) {
                    style.names = names
                    place += 1
                }
                guard place < lines.endIndex else { break }
                let (block, end) = block(lines, at: place, style, depth + 1)
                markup += "\n" + block
                place = max(end, place + 1)
                continue
            }
            let next = lines[place...].firstIndex { !$0.isEmpty } ?? lines.endIndex
            guard next < lines.endIndex, next <= place + 1, depth + 1 < NotationLines.deepest,
                let inner = AsciiDocItem(lines[next]), inner.isBelow(item)
            else { break }
            let (block, end) = list(lines, next, inner, depth + 1)
            markup += "\n" + block
            place = end
        }
        return (markup, place)
    }

    // MARK: - Tables

    private mutating func table(
        _ lines: ArraySlice<Substring>, _ fence: String, _ style: Style, _ depth: Int
    ) -> String {
        let bar: Character = fence == "!===" ? "!" : fence == ",===" ? "," : "|"
        var table = AsciiDocTable(columns: AsciiDocTable.columns(of: style.names))
        for line in lines { table.take(line, bar: bar) }
        let rows = table.rows()
        let cells = rows.map { row in
            row.map { cell in
                guard cell.isBlocks, depth < NotationLines.deepest else { return inline(cell.text) }
                let lines = cell.text.split(separator: "\n", omittingEmptySubsequences: false)
                return NotationLines.unwrapped(blocks(lines[...], depth: depth + 1))
            }
        }
        let hasHead = style.contains("header") || table.isFirstRowAlone && rows.count > 1
        return NotationLines.table(cells, bodyStart: hasHead ? 1 : 0)
    }
}
