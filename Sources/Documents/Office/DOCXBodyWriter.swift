/// Writes the blocks of a part of a Word document as HTML.
struct DOCXBodyWriter {
    /// A sign in the text that stands for a note.
    struct NoteReference: Sendable {
        enum Kind: String, Sendable {
            case foot, end
        }

        var kind: Kind
        var id: String
        var label: String
    }

    let part: XMLPart
    let context: DOCXContext
    private(set) var noteReferences: [NoteReference] = []
    /// The paragraph that is set as the title; else the heading that the text begins with, where it has no other of its
    /// level.
    var title: String? { headline.title }
    private var headline = Headline()
    /// Of paragraphs whose ends were deleted: what the next one begins with, and the boxes that stand beside it.
    private var carried: (text: String, boxes: [Int]) = ("", [])
    private var list = ListWriter()
    private static let deepest = 100
    private var depth = 0

    init(part: XMLPart, context: DOCXContext) {
        self.part = part
        self.context = context
    }

    mutating func blocks(in parent: Int) -> String {
        var output = Markup()
        let outer = (list, carried)
        (list, carried) = (ListWriter(), ("", []))
        add(parent, to: &output)
        settle(&output)
        list.close(into: &output)
        (list, carried) = outer
        return output.html
    }

    private mutating func add(_ parent: Int, to output: inout Markup) {
        guard depth < Self.deepest else { return }
        depth += 1
        defer { depth -= 1 }
        for node in part.elements(parent) {
            switch part.key(node) {
            case "w:p": paragraph(node, &output)
            case "w:tbl":
                settle(&output)
                list.close(into: &output)
                headline.isOpen = false
                output.add("table", markup: table(node))
            case "w:sdt": control(node, &output)
            case "w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:sdtContent":
                add(node, to: &output)
            case "mc:AlternateContent":
                if let choice = part.alternative(node) { add(choice, to: &output) }
            default: continue
            }
        }
    }

    /// A control holds text like any other, but for the list of contents that the program makes.
    private mutating func control(_ node: Int, _ output: inout Markup) {
        if let gallery = part.descend(node, "w:sdtPr", "w:docPartObj", "w:docPartGallery"),
            part.attribute(gallery, "w:val")?.lowercased().contains("contents") ?? false
        {
            return
        }
        if part.isPlaceholder(node) { return }
        if let content = part.child(node, "w:sdtContent") { add(content, to: &output) }
    }

    private mutating func paragraph(_ node: Int, _ output: inout Markup) {
        let properties = part.child(node, "w:pPr")
        let style = properties.flatMap { part.child($0, "w:pStyle") }
            .flatMap { part.attribute($0, "w:val") }
        var role = context.styles.role(style)
        if let level = properties.flatMap({ part.child($0, "w:outlineLvl") })
            .flatMap({ part.attribute($0, "w:val") }).flatMap({ Int($0) })
        {
            role = level < 9 ? .heading(level: level + 1) : role
        }
        guard role != .contents else { return }
        var runs = DOCXRunReader(part: part, links: context.links, known: noteReferences)
        runs.read(node)
        var text = runs.finish()
        noteReferences = runs.references
        if let marks = properties.flatMap({ part.child($0, "w:rPr") }),
            part.child(marks, "w:del") != nil
        {
            // Its end was deleted: the next one goes on with its text.
            carried = (carried.text + text, carried.boxes + runs.boxes)
            return
        }
        text = carried.text + text
        let boxes = carried.boxes + runs.boxes
        carried = ("", [])
        defer {
            for box in boxes { add(box, to: &output) }
        }
        guard !runs.isContents, !text.allSatisfy(\.isWhitespace) else { return }
        if case .heading = role {
        } else if role != .title,
            let place = listPlace(properties, style),
            let ordered = context.numbering.isOrdered(place.id, level: place.level)
        {
            headline.isOpen = false
            return list.item(text, ordered: ordered, level: place.level, into: &output)
        }
        list.close(into: &output)
        write(text, role, node, &output)
    }

    /// Writes what no paragraph goes on with: the last of a cell, or above a table.
    private mutating func settle(_ output: inout Markup) {
        let (text, boxes) = carried
        carried = ("", [])
        if !text.allSatisfy(\.isWhitespace) {
            list.close(into: &output)
            output.add("p", markup: text)
            headline.isOpen = false
        }
        for box in boxes { add(box, to: &output) }
    }

    private mutating func write(
        _ text: String, _ role: DOCXStyles.Role?, _ node: Int, _ output: inout Markup
    ) {
        switch role {
        case .title:
            headline.setTitle(StatedFacts.trimmed(part.allText(node)))
            output.add("h1", markup: text)
        case .heading(let level):
            headline.addHeading(StatedFacts.trimmed(part.allText(node)), level: level)
            output.add("h\(min(6, level))", markup: text)
        case .quote: output.add("blockquote", markup: "<p>\(text)</p>")
        case .code: output.add("pre", markup: text)
        case .subtitle, .contents, nil: output.add("p", markup: text)
        }
        headline.isOpen = false
    }

    private func listPlace(_ properties: Int?, _ style: String?) -> (id: String, level: Int)? {
        let stated = context.styles.numbering(style)
        guard let number = properties.flatMap({ part.child($0, "w:numPr") }) else { return stated }
        let id = part.child(number, "w:numId").flatMap { part.attribute($0, "w:val") }
        let level = part.child(number, "w:ilvl").flatMap { part.attribute($0, "w:val") }
        guard let id = id ?? stated?.id else { return nil }
        return (id, min(8, max(0, level.flatMap { Int($0) } ?? stated?.level ?? 0)))
    }

    // MARK: - Tables

    private struct Cell {
        var node: Int
        var column: Int
        var span: Int
        var height = 1
    }

    private mutating func table(_ node: Int) -> String {
        var rows: [(cells: [Cell], isHead: Bool)] = []
        var open: [Int: (row: Int, cell: Int)] = [:]
        for row in rowNodes(node) {
            let properties = part.child(row, "w:trPr")
            if let properties, part.child(properties, "w:del") != nil { continue }
            var cells: [Cell] = []
            var column = 0
            for cell in cellNodes(row) {
                let own = part.child(cell, "w:tcPr")
                let span =
                    own.flatMap { part.child($0, "w:gridSpan") }
                    .flatMap { part.attribute($0, "w:val") }.flatMap { Int($0) } ?? 1
                let width = min(100, max(1, span))
                defer { column += width }
                if let merge = own.flatMap({ part.child($0, "w:vMerge") }) {
                    if part.attribute(merge, "w:val") != "restart", let first = open[column] {
                        rows[first.row].cells[first.cell].height += 1
                        continue
                    }
                    open[column] = (rows.count, cells.count)
                } else {
                    open[column] = nil
                }
                cells.append(Cell(node: cell, column: column, span: width))
            }
            let isHead = properties.flatMap { part.child($0, "w:tblHeader") } != nil
            rows.append((cells, isHead))
        }
        return rows.map { row in
            let tag = row.isHead ? "th" : "td"
            return "<tr>" + row.cells.map { markup(of: $0, tag) }.joined() + "</tr>\n"
        }.joined()
    }

    private mutating func markup(of cell: Cell, _ tag: String) -> String {
        var attributes = ""
        if cell.span > 1 { attributes += " colspan=\"\(cell.span)\"" }
        if cell.height > 1 { attributes += " rowspan=\"\(cell.height)\"" }
        return "<\(tag)\(attributes)>\(blocks(in: cell.node))</\(tag)>"
    }

    private func rowNodes(_ table: Int) -> [Int] {
        part.elements(table).flatMap { node -> [Int] in
            switch part.key(node) {
            case "w:tr": [node]
            case "w:ins", "w:customXml": part.elements(node).filter { part.key($0) == "w:tr" }
            case "w:sdt":
                part.child(node, "w:sdtContent").map { content in
                    part.elements(content).filter { part.key($0) == "w:tr" }
                } ?? []
            default: []
            }
        }
    }

    private func cellNodes(_ row: Int) -> [Int] {
        part.elements(row).flatMap { node -> [Int] in
            switch part.key(node) {
            case "w:tc": [node]
            case "w:sdt":
                part.child(node, "w:sdtContent").map { content in
                    part.elements(content).filter { part.key($0) == "w:tc" }
                } ?? []
            default: []
            }
        }
    }
}

extension XMLPart {
    /// Whether a control holds what the program shows where nobody has written yet.
    func isPlaceholder(_ control: Int) -> Bool {
        descend(control, "w:sdtPr", "w:showingPlcHdr") != nil
    }

    /// What of several ways to say one thing is taken: the first choice, which newer programs show, else the other.
    func alternative(_ node: Int) -> Int? {
        child(node, "mc:Choice") ?? child(node, "mc:Fallback")
    }
}
