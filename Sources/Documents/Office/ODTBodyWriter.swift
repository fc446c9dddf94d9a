/// Writes the text of an OpenDocument file as HTML.
struct ODTBodyWriter {
    private let part: XMLPart
    private let styles: ODTStyles
    private var headline = Headline()
    private var notes = Markup()
    private var noteCount = 0
    private var boxes: [Int] = []
    private var depth = 0
    private static let deepest = 100
    private static let mostNotes = 10_000
    /// Cells that one attribute may repeat, and blanks.
    private static let mostRepeats = 100

    init(part: XMLPart, styles: ODTStyles) {
        self.part = part
        self.styles = styles
    }

    var title: String? { headline.title }

    mutating func document(_ text: Int) -> String {
        let body = blocks(text)
        return notes.isEmpty ? body : body + "<hr>\n" + notes.html
    }

    private mutating func blocks(_ parent: Int) -> String {
        var output = Markup()
        add(parent, to: &output)
        return output.html
    }

    private mutating func add(_ parent: Int, to output: inout Markup) {
        guard depth < Self.deepest else { return }
        depth += 1
        defer { depth -= 1 }
        for node in part.elements(parent) {
            switch part.key(node) {
            case "text:h": heading(node, &output)
            case "text:p": paragraph(node, &output)
            case "text:list": list(node, nil, 1, &output)
            case "table:table": output.add("table", markup: table(node))
            case "text:section":
                if part.attribute(node, "text:display") != "none" { add(node, to: &output) }
            case "draw:frame", "draw:text-box", "draw:g", "text:index-body", "text:bibliography":
                add(node, to: &output)
            // Deletions that are tracked, lists of contents and the like are left out.
            default: continue
            }
            let waiting = boxes
            boxes = []
            for box in waiting { add(box, to: &output) }
        }
    }

    private mutating func heading(_ node: Int, _ output: inout Markup) {
        let level = part.attribute(node, "text:outline-level").flatMap { Int($0) } ?? 1
        let text = inline(node)
        headline.addHeading(StatedFacts.trimmed(part.allText(node)), level: level)
        headline.isOpen = headline.isOpen && text.isEmpty
        output.add("h\(min(6, max(1, level)))", markup: text)
    }

    private mutating func paragraph(_ node: Int, _ output: inout Markup) {
        let name = part.attribute(node, "text:style-name")
        let text = inline(node)
        defer { headline.isOpen = headline.isOpen && text.isEmpty }
        switch styles.role(name) {
        case .title:
            headline.setTitle(StatedFacts.trimmed(part.allText(node)))
            output.add("h1", markup: text)
        case .quote: output.add("blockquote", markup: "<p>\(text)</p>")
        case .code: output.add("pre", markup: text)
        case .contents: return
        default: output.add("p", markup: text)
        }
    }

    private mutating func list(
        _ node: Int, _ outer: String?, _ level: Int, _ output: inout Markup
    ) {
        guard depth < Self.deepest else { return }
        depth += 1
        defer { depth -= 1 }
        let name = part.attribute(node, "text:style-name") ?? outer
        let items = part.elements(node).filter {
            ["text:list-item", "text:list-header"].contains(part.key($0))
        }
        // Numbered headings stand in lists of their own.
        let isOfHeadings = items.contains { part.child($0, "text:h") != nil }
        var inner = Markup()
        for item in items {
            var content = Markup()
            for child in part.elements(item) {
                switch part.key(child) {
                case "text:list": list(child, name, level + 1, &content)
                case "text:p" where !isOfHeadings: content.add(inline(child) + "<br>")
                case "text:p": paragraph(child, &content)
                case "text:h": heading(child, &content)
                case "table:table": content.add("table", markup: table(child))
                default: continue
                }
            }
            var text = content.html
            if text.hasSuffix("<br>") { text.removeLast(4) }
            text = text.replacing("<br><", with: "<")
            if isOfHeadings { inner.add(text) } else { inner.add("li", markup: text) }
        }
        if isOfHeadings {
            output.add(inner.html)
        } else {
            output.add(styles.isOrdered(name, level: level) ? "ol" : "ul", markup: inner.html)
        }
    }

    private mutating func table(_ node: Int) -> String {
        var text = ""
        for child in part.elements(node) {
            switch part.key(child) {
            case "table:table-row": text += row(child, "td")
            case "table:table-header-rows":
                for row in part.elements(child) { text += self.row(row, "th") }
            case "table:table-rows", "table:table-row-group":
                for row in part.elements(child) where part.key(row) == "table:table-row" {
                    text += self.row(row, "td")
                }
            default: continue
            }
        }
        return text
    }

    private mutating func row(_ node: Int, _ tag: String) -> String {
        var text = "<tr>"
        for cell in part.elements(node) where part.key(cell) == "table:table-cell" {
            func number(_ key: String) -> Int {
                min(Self.mostRepeats, max(1, part.attribute(cell, key).flatMap { Int($0) } ?? 1))
            }
            let (wide, high) = (
                number("table:number-columns-spanned"), number("table:number-rows-spanned")
            )
            var attributes = wide > 1 ? " colspan=\"\(wide)\"" : ""
            if high > 1 { attributes += " rowspan=\"\(high)\"" }
            let content = blocks(cell)
            let repeats = content.isEmpty ? 1 : number("table:number-columns-repeated")
            for _ in 0..<repeats { text += "<\(tag)\(attributes)>\(content)</\(tag)>" }
        }
        return text + "</tr>\n"
    }

    // MARK: - Running text

    private mutating func inline(_ node: Int) -> String {
        var writer = RunWriter()
        add(node, RunStyle(), to: &writer)
        return writer.finish()
    }

    private mutating func add(_ parent: Int, _ style: RunStyle, to writer: inout RunWriter) {
        guard depth < Self.deepest else { return }
        depth += 1
        defer { depth -= 1 }
        for node in part.children(parent) {
            guard part.isElement(node) else {
                writer.add(Self.collapsed(part.text(node)), style)
                continue
            }
            switch part.key(node) {
            case "text:s":
                let count = part.attribute(node, "text:c").flatMap { Int($0) } ?? 1
                let blanks = min(Self.mostRepeats, max(1, count))
                writer.add(String(repeating: " ", count: blanks), style)
            case "text:tab": writer.add(" ", style)
            case "text:line-break": writer.add(markup: "<br>", style)
            case "text:span": span(node, style, &writer)
            case "text:a":
                var inner = style
                let target = part.attribute(node, "xlink:href") ?? ""
                if ["http://", "https://", "mailto:"].contains(where: target.lowercased().hasPrefix)
                {
                    inner.link = target
                }
                add(node, inner, to: &writer)
            case "text:note": note(node, &writer)
            case "draw:frame", "draw:g":
                boxes += part.all("draw:text-box", below: node)
            case "text:ruby":
                if let base = part.child(node, "text:ruby-base") { add(base, style, to: &writer) }
            case "office:annotation", "office:annotation-end", "text:page-number",
                "text:page-count",
                "text:hidden-text", "text:hidden-paragraph", "text:script", "draw:custom-shape",
                "draw:line", "text:tracked-changes":
                continue
            // Fields and references show text of their own.
            default: add(node, style, to: &writer)
            }
        }
    }

    private mutating func span(_ node: Int, _ style: RunStyle, _ writer: inout RunWriter) {
        let name = part.attribute(node, "text:style-name")
        guard !styles.isHidden(name) else { return }
        let own = styles.run(name)
        var inner = style
        inner.isBold = style.isBold || own.isBold
        inner.isItalic = style.isItalic || own.isItalic
        inner.isStruck = style.isStruck || own.isStruck
        inner.isRaised = style.isRaised || own.isRaised
        inner.isLowered = style.isLowered || own.isLowered
        add(node, inner, to: &writer)
    }

    private mutating func note(_ node: Int, _ writer: inout RunWriter) {
        guard noteCount < Self.mostNotes, let body = part.child(node, "text:note-body") else {
            return
        }
        noteCount += 1
        let label = "\(noteCount)"
        writer.add(markup: Markup.reference(to: label), RunStyle())
        let markup = blocks(body)
        notes.add(note: label, markup: markup)
    }

    /// White space is one blank (part 3, 6.1.2).
    private static func collapsed(_ text: String) -> String {
        guard
            text.contains(where: { $0.isWhitespace && $0 != " " && $0 != "\u{A0}" })
                || text.contains("  ")
        else { return text }
        var result = ""
        for character in text {
            let isBlank = character.isWhitespace && character != "\u{A0}"
            if isBlank, result.last == " " { continue }
            result.append(isBlank ? " " : character)
        }
        return result
    }
}
