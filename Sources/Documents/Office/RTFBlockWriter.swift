/// Puts the text of an RTF file into paragraphs, items and cells.
struct RTFBlockWriter {
    var styles: [Int: String] = [:]
    var title: String? { headline.title }
    private var headline = Headline()
    private var output = Markup()
    private var runs = RunWriter()
    private var plain = ""
    private var hasText = false
    private var list = ListWriter()
    /// The mark that stands before the paragraph's text.
    private var mark: String?
    private var row: [String] = []
    private var cell = ""
    private var rows = ""
    private var last = RTFState()

    private static let mostRows = 100_000

    mutating func add(_ text: String, _ state: RTFState) {
        var style = state.run
        style.link = state.link
        runs.add(text, style)
        if plain.utf8.count < 1_024 { plain += text }
        hasText = true
        last = state
    }

    mutating func add(reference label: String) {
        runs.add(markup: Markup.reference(to: label), RunStyle())
        hasText = true
    }

    mutating func note(mark text: String) { mark = text }

    /// Words that end a line, a paragraph, a cell or a row; false for others.
    mutating func take(_ word: String, _ number: Int?, _ state: RTFState) -> Bool {
        switch word {
        case "par": paragraph(state)
        case "sect", "page", "column": if hasText { paragraph(state) }
        case "line", "softline": runs.add(markup: "<br>", state.run)
        case "cell", "nestcell":
            cell += runs.finish()
            row.append(cell)
            (cell, plain, hasText, mark) = ("", "", false, nil)
        case "row", "nestrow":
            if !row.isEmpty, rows.utf8.count < 64 << 20 {
                rows += "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
            }
            row = []
        default: return false
        }
        return true
    }

    mutating func finish() -> String {
        paragraph(last)
        if !cell.isEmpty || !row.isEmpty {
            _ = take("cell", nil, last)
            _ = take("row", nil, last)
        }
        closeTable()
        list.close(into: &output)
        return output.html
    }

    private mutating func closeTable() {
        guard !rows.isEmpty else { return }
        list.close(into: &output)
        output.add("table", markup: rows)
        rows = ""
    }

    private mutating func paragraph(_ state: RTFState) {
        var text = runs.finish()
        let words = StatedFacts.trimmed(plain)
        var mark = self.mark
        if mark == nil, !state.isInTable { mark = takeMark(from: &text) }
        (plain, hasText, self.mark) = ("", false, nil)
        if state.isInTable {
            cell += text.isEmpty ? "" : "<p>\(text)</p>"
            return
        }
        guard !text.allSatisfy(\.isWhitespace) else { return }
        closeTable()
        let role = role(of: state)
        if role == nil, mark != nil || state.list != nil {
            headline.isOpen = false
            let shown = mark ?? ""
            let ordered = shown.contains { $0.isNumber } || PDFListMark.mark(shown).isNumber
            return list.item(text, ordered: ordered, level: state.level, into: &output)
        }
        list.close(into: &output)
        switch role {
        case .title:
            headline.setTitle(words)
            output.add("h1", markup: text)
        case .heading(let level):
            headline.addHeading(words, level: level)
            output.add("h\(min(6, max(1, level)))", markup: text)
        case .quote: output.add("blockquote", markup: "<p>\(text)</p>")
        case .code: output.add("pre", markup: text)
        case .contents: return
        case .subtitle, nil:
            output.add("p", markup: text)
            headline.addParagraph(words, size: last.size)
        }
        headline.isOpen = false
    }

    /// The mark of an item that is written as text, with a tab behind it.
    private func takeMark(from text: inout String) -> String? {
        guard let tab = text.prefix(24).firstIndex(of: "\t") else { return nil }
        let mark = StatedFacts.trimmed(String(text[..<tab]))
        guard PDFListMark.mark(mark) != nil else { return nil }
        text = String(text[text.index(after: tab)...])
        return mark
    }

    private func role(of state: RTFState) -> DOCXStyles.Role? {
        if let outline = state.outline, outline < 9 { return .heading(level: outline + 1) }
        guard let name = styles[state.style]?.split(separator: ";").first else { return nil }
        return DOCXStyles.role(named: name.lowercased())
    }
}

extension PDFListMark.Mark? {
    fileprivate var isNumber: Bool {
        if case .number = self { return true }
        return false
    }
}
