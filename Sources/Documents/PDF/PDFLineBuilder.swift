/// Puts the words of a page into lines: words at one height, within one column, without a wide gap between them.
struct PDFLineBuilder {
    private let gutters: PDFGutters
    private let page: PDFPage

    /// A line under way; words come in any order from left to right.
    private struct Row {
        var column: Int
        var top, bottom: Double
        var words: [PDFWord]
    }

    static func lines(of page: PDFPage, em: Double) -> [PDFLine] {
        let gutters = PDFGutters(page.words, width: page.width, height: page.height, em: em)
        let builder = PDFLineBuilder(gutters: gutters, page: page)
        return builder.rows().flatMap { builder.lines(of: $0, em: em) }
    }

    /// Rows that are still open to words: those that stand nearest above.
    private static let mostOpen = 48

    private func rows() -> [Row] {
        var rows: [Row] = []
        let order = page.words.indices.sorted {
            (page.words[$0].middle, page.words[$0].left, $0)
                < (page.words[$1].middle, page.words[$1].left, $1)
        }
        for index in order {
            let word = page.words[index]
            let column = gutters.column(of: word)
            var best: Int?
            var most = 0.45
            for place in rows.indices.suffix(Self.mostOpen) where rows[place].column == column {
                let shared = min(word.bottom, rows[place].bottom) - max(word.top, rows[place].top)
                let least = min(word.height, rows[place].bottom - rows[place].top)
                if shared / max(least, 0.1) > most {
                    most = shared / max(least, 0.1)
                    best = place
                }
            }
            if let best {
                rows[best].words.append(word)
                // A raised sign or a large initial does not move the line.
                if word.size > 0.8 * (rows[best].words[0].size), rows[best].words.count < 3 {
                    rows[best].top = min(rows[best].top, word.top)
                    rows[best].bottom = max(rows[best].bottom, word.bottom)
                }
            } else {
                rows.append(
                    Row(column: column, top: word.top, bottom: word.bottom, words: [word]))
            }
        }
        return rows
    }

    private func lines(of row: Row, em: Double) -> [PDFLine] {
        let words = row.words.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
        var groups: [[PDFWord]] = []
        for word in words {
            guard let last = groups.last?.last else {
                groups.append([word])
                continue
            }
            let gap = word.left - last.right
            let isCode = word.style.contains(.fixed) && last.style.contains(.fixed)
            let wide = (isCode ? 8 : 1.7) * max(word.size, last.size, em * 0.6)
            if gap > wide, !last.isLeader, !word.isLeader,
                !isMark(groups[groups.count - 1], gap, word)
            {
                groups.append([word])
            } else {
                groups[groups.count - 1].append(word)
            }
        }
        return groups.map { PDFLine(words: $0) }
    }

    /// Whether what stands there is the mark of a list or the number of a heading, and the word behind it its first.
    private func isMark(_ words: [PDFWord], _ gap: Double, _ next: PDFWord) -> Bool {
        words.count == 1 && gap < 6 * next.size && PDFListMark.isMark(words[0].text)
            && !(next.text.unicodeScalars.first?.properties.numericType != nil)
    }
}
