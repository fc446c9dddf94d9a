/// Writes paragraphs as HTML.
struct PDFWriter {
    private let vocabulary: PDFVocabulary
    private let links: [[String]]
    /// For the pages that have notes, the labels of their signs.
    private let labels: [Int: [String: String]]
    private var markup = Markup()

    init(vocabulary: PDFVocabulary, links: [[String]], labels: [Int: [String: String]]) {
        self.vocabulary = vocabulary
        self.links = links
        self.labels = labels
    }

    static func label(_ note: PDFNotes.Note, _ number: Int) -> String {
        Int(note.sign) == nil ? "\(number)" : note.sign
    }

    mutating func body(
        _ paragraphs: [PDFParagraph], notes: [(label: String, note: PDFNotes.Note)]
    ) -> String {
        var index = 0
        while index < paragraphs.count {
            let kind = paragraphs[index].kind
            switch kind {
            case .bullet, .number: index = list(paragraphs, from: index)
            case .table:
                table(paragraphs[index].rows)
                index += 1
            case .code:
                markup.add("pre", markup: code(paragraphs[index].lines))
                index += 1
            case .heading(let level):
                markup.add("h\(level)", markup: inline(paragraphs[index].lines, styled: false))
                index += 1
            case .text:
                markup.add("p", markup: inline(paragraphs[index].lines, styled: true))
                index += 1
            }
        }
        if !notes.isEmpty { markup.add("<hr>\n") }
        for (label, note) in notes {
            markup.add(note: label, markup: "<p>" + inline(note.lines, styled: false) + "</p>")
        }
        return markup.html
    }

    /// Items one after the other; those that stand further in are a list within the item before.
    private mutating func list(_ paragraphs: [PDFParagraph], from start: Int) -> Int {
        func isBullet(_ index: Int) -> Bool { paragraphs[index].kind == .bullet }
        var end = start
        var open: [(left: Double, tag: String)] = []
        while end < paragraphs.count {
            let paragraph = paragraphs[end]
            guard let line = paragraph.lines.first else { break }
            let tag: String
            switch paragraph.kind {
            case .bullet: tag = "ul"
            case .number: tag = "ol"
            default: tag = ""
            }
            guard !tag.isEmpty else { break }
            let em = max(1, line.size)
            while let last = open.last, open.count > 1, line.left < last.left - 0.8 * em {
                markup.add("</li></\(last.tag)>")
                open.removeLast()
            }
            if let last = open.last,
                line.left <= last.left + 0.8 * em || open.count > 4
                    || !isBeside(line, paragraphs[end - 1].lines.first)
            {
                if last.tag != tag, open.count == 1 { break }
                markup.add("</li>")
            } else {
                var first = ""
                if case .number(let number) = paragraph.kind, number != 1 {
                    first = " start=\"\(number)\""
                }
                markup.add("<\(tag)\(first)>")
                open.append((line.left, tag))
            }
            var lines = paragraph.lines
            lines[0].words.removeFirst()
            markup.add("<li>" + inline(lines, styled: true))
            end += 1
        }
        for level in open.reversed() { markup.add("</li></\(level.tag)>\n") }
        return max(end, start + 1)
    }

    private func isBeside(_ line: PDFLine, _ other: PDFLine?) -> Bool {
        line.page == other?.page && line.column == other?.column
    }

    private mutating func table(_ rows: [[[PDFLine]]]) {
        let head =
            rows.first.map { row in
                row.allSatisfy { cell in cell.allSatisfy { $0.style.contains(.bold) } }
            } ?? false
        var text = ""
        for (index, row) in rows.enumerated() {
            let tag = head && index == 0 ? "th" : "td"
            text += "<tr>"
            for cell in row { text += "<\(tag)>\(inline(cell, styled: false))</\(tag)>" }
            text += "</tr>\n"
        }
        markup.add("table", markup: text)
    }

    private func code(_ lines: [PDFLine]) -> String {
        let left = lines.map(\.left).min() ?? 0
        var text = ""
        for line in lines {
            let letter = max(1, line.width / Double(max(1, line.text.count)))
            let indent = min(60, max(0, Int(((line.left - left) / letter).rounded())))
            text += String(repeating: " ", count: indent) + Markup.escaped(line.text) + "\n"
        }
        return text
    }

    /// The words of some lines as running text.
    private func inline(_ lines: [PDFLine], styled: Bool) -> String {
        let isStyled = styled && lines.contains { $0.style.isDisjoint(with: [.bold, .italic]) }
        var text = PDFInline()
        for line in lines {
            for (index, word) in line.words.enumerated() {
                if let sign = noteSign(word, in: line, at: index) {
                    text.add(reference: sign)
                    continue
                }
                let link =
                    word.link >= 0 && links.indices.contains(line.page)
                        && links[line.page].indices.contains(word.link)
                    ? links[line.page][word.link] : nil
                text.add(
                    word, style: isStyled ? word.style : [], link: link, startsLine: index == 0,
                    vocabulary)
            }
        }
        return text.finished()
    }

    /// The label of the note that a small, raised sign stands for.
    private func noteSign(_ word: PDFWord, in line: PDFLine, at index: Int) -> String? {
        guard let known = labels[line.page], word.size < 0.85 * line.size,
            index > 0, let label = known[word.text.trimmedSign]
        else { return nil }
        return label
    }
}

extension String {
    /// Without the brackets of a note's sign.
    fileprivate var trimmedSign: String { filter { !"[]()".contains($0) } }
}
