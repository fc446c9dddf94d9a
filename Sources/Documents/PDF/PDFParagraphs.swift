/// Joins lines into paragraphs, by gaps, indents, type and last lines that are short; over columns and pages where the
/// sentence goes on.
struct PDFParagraphs {
    private let body: Double
    private let lines: [PDFLine]
    /// For each line the right (in right-to-left script the left) edge of the lines around it.
    private var edges: [Double] = []
    /// From one line to the next, as a multiple of the type's size.
    private var pitch = 1.25

    static func read(_ items: [PDFItem], body: Double) -> [PDFParagraph] {
        var result: [PDFParagraph] = []
        var run: [PDFLine] = []
        for item in items {
            switch item {
            case .line(let line): run.append(line)
            case .table(let rows, let page):
                result += PDFParagraphs(run, body: body).paragraphs()
                run = []
                var first = rows.first?.first { !$0.isEmpty }?.first
                first?.page = page
                result.append(
                    PDFParagraph(kind: .table, lines: first.map { [$0] } ?? [], rows: rows))
            }
        }
        result += PDFParagraphs(run, body: body).paragraphs()
        return result
    }

    private init(_ lines: [PDFLine], body: Double) {
        self.lines = lines
        self.body = body
        pitch = usualPitch()
        edges = edgesOfRuns()
    }

    private func paragraphs() -> [PDFParagraph] {
        var result: [PDFParagraph] = []
        var current: [PDFLine] = []
        for index in lines.indices {
            if index > 0, breaks(before: index, in: current) {
                result.append(PDFParagraph(lines: current))
                current = []
            }
            current.append(lines[index])
        }
        if !current.isEmpty { result.append(PDFParagraph(lines: current)) }
        return result
    }

    private func isSameColumn(_ first: PDFLine, _ second: PDFLine) -> Bool {
        first.page == second.page && first.column == second.column && second.top >= first.top
    }

    private func isSameType(_ first: PDFLine, _ second: PDFLine) -> Bool {
        abs(first.size - second.size) <= 0.08 * max(first.size, second.size)
    }

    private func usualPitch() -> Double {
        var found: [Double] = []
        for index in lines.indices.dropFirst() {
            let (first, second) = (lines[index - 1], lines[index])
            guard isSameColumn(first, second), isSameType(first, second), second.size > 0 else {
                continue
            }
            let ratio = (second.middle - first.middle) / second.size
            if ratio > 0.8, ratio < 2.6 { found.append(ratio) }
        }
        guard !found.isEmpty else { return 1.25 }
        found.sort()
        // Lines within paragraphs are closer than others, and most.
        return found[found.count * 3 / 10]
    }

    /// A run is what follows line by line in one column and one type.
    private func edgesOfRuns() -> [Double] {
        var edges = [Double](repeating: 0, count: lines.count)
        var start = 0
        for index in lines.indices {
            let isLast =
                index + 1 == lines.count
                || !isSameColumn(lines[index], lines[index + 1])
                || !isSameType(lines[index], lines[index + 1])
                || lines[index + 1].middle - lines[index].middle
                    > 1.3 * pitch * lines[index].size
            guard isLast else { continue }
            let run = lines[start...index]
            let isRightToLeft = run.count { $0.isRightToLeft } * 2 > run.count
            var edge =
                isRightToLeft ? run.map(\.left).min() ?? 0 : run.map(\.right).max() ?? 0
            // A run of one or two lines says little of its column.
            if run.count < 3, let column = lines[index].column {
                edge = isRightToLeft ? column.left : column.right
            }
            for place in start...index { edges[place] = edge }
            start = index + 1
        }
        return edges
    }

    /// Whether the first word of the next line would have had room at this line's end.
    private func hasRoom(_ index: Int, for next: PDFLine) -> Bool {
        let line = lines[index]
        let room = line.isRightToLeft ? line.left - edges[index] : edges[index] - line.right
        guard let first = next.words.first else { return false }
        let isUnspaced = first.text.unicodeScalars.first.map(PDFCharacters.isUnspaced) ?? false
        let needed = isUnspaced ? 1.6 * line.size : first.width + 0.35 * line.size
        return room > needed
    }

    private func breaks(before index: Int, in current: [PDFLine]) -> Bool {
        let (last, next) = (lines[index - 1], lines[index])
        guard let first = current.first else { return true }
        if !isSameType(last, next) { return true }
        if isBroken(last, next) { return false }
        let isHeading = next.size > 1.12 * body
        if last.style.contains(.bold) != next.style.contains(.bold), !isHeading { return true }
        if last.style.contains(.fixed) != next.style.contains(.fixed) { return true }
        if next.style.contains(.fixed), last.style.contains(.fixed) {
            return !isSameColumn(last, next)
                || next.middle - last.middle > 2.2 * pitch * next.size
        }
        guard isSameColumn(last, next) else { return breaksOverColumns(index, isHeading) }
        if next.middle - last.middle > 1.32 * pitch * next.size { return true }
        if isHeading {
            return PDFListMark.isHeadingNumber(next.words.first?.text ?? "")
                && PDFListMark.isHeadingNumber(first.words.first?.text ?? "")
        }
        if startsItem(next) { return true }
        if let indent = PDFParagraphs.itemIndent(first) {
            // Within an item lines begin where its text does.
            return next.left < indent - 0.8 * next.size
                && next.left < first.left + 0.5 * next.size && hasRoom(index - 1, for: next)
        }
        return breaksByIndent(index, current) || hasRoom(index - 1, for: next)
    }

    /// Whether a word is broken between two lines of one column.
    private func isBroken(_ last: PDFLine, _ next: PDFLine) -> Bool {
        guard let word = last.words.last?.text, let sign = word.last,
            PDFVocabulary.hyphens.contains(sign), word.dropLast().last?.isLetter ?? false,
            next.words.first?.text.first?.isLowercase ?? false, isSameColumn(last, next)
        else { return false }
        return next.middle - last.middle < 2 * pitch * next.size
    }

    private func breaksByIndent(_ index: Int, _ current: [PDFLine]) -> Bool {
        let (last, next) = (lines[index - 1], lines[index])
        let isRightToLeft = next.isRightToLeft
        let step = isRightToLeft ? last.right - next.right : next.left - last.left
        let em = next.size
        if step > 0.7 * em, step < 5 * em {
            guard current.count == 1, index + 1 < lines.count else { return true }
            // A hanging indent: all lines but the first stand further in.
            let after = lines[index + 1]
            let further = isRightToLeft ? next.right - after.right : after.left - next.left
            return
                !(isSameColumn(next, after) && abs(further) < 0.3 * em
                && !hasRoom(index - 1, for: next))
        }
        if step < -0.7 * em { return current.count >= 2 }
        return false
    }

    private func breaksOverColumns(_ index: Int, _ isHeading: Bool) -> Bool {
        let (last, next) = (lines[index - 1], lines[index])
        if isHeading || startsItem(next) { return true }
        if let final = last.words.last?.text.last, PDFVocabulary.hyphens.contains(final) {
            return false
        }
        let start = next.words.first?.text.first
        if hasRoom(index - 1, for: next) {
            // A short line ends its paragraph, unless its sentence plainly goes on.
            return !(start?.isLowercase ?? false) || PDFParagraph(lines: [last]).isEnded
        }
        if let column = next.column {
            let indent = next.isRightToLeft ? column.right - next.right : next.left - column.left
            if indent > 0.7 * next.size, indent < 5 * next.size { return true }
        }
        return false
    }

    private func startsItem(_ line: PDFLine) -> Bool {
        guard line.words.count > 1, let mark = PDFListMark.mark(line.words[0].text) else {
            return false
        }
        // A dash within a sentence may come to stand first.
        if mark == .bullet, line.words[0].text == "–" || line.words[0].text == "—" {
            return line.words[1].left - line.words[0].right > 0.4 * line.size
        }
        return true
    }

    /// Where the text of an item begins; nil where the line begins no item.
    static func itemIndent(_ line: PDFLine) -> Double? {
        guard line.words.count > 1, PDFListMark.mark(line.words[0].text) != nil else { return nil }
        return line.words[1].left
    }
}
