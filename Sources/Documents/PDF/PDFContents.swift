/// Takes lists of contents out of the lines of a page: entries that lead to the number of a page, by dots or below a title
/// that says so.
struct PDFContents {
    /// Whether the page before ended in such a list.
    private var goesOn = false

    private static let titles: Set<String> = [
        "contents", "table of contents", "inhalt", "inhaltsverzeichnis", "sommaire",
        "table des matières", "índice", "indice", "sumário", "inhoud", "inhoudsopgave",
        "spis treści",
        "содержание", "оглавление", "目次", "目录", "目錄", "innehåll", "indhold", "obsah", "içindekiler",
    ]

    mutating func remove(from lines: inout [PDFLine], body: Double) {
        let title = lines.first { Self.titles.contains($0.text.lowercased()) }
        let rows = PDFRows(lines).rows
        let isListed = title != nil || goesOn
        let entries = rows.filter { row in
            row.contains { Self.isEntry($0) } || isListed && Self.isListed(row, below: title)
        }
        let isList = entries.count >= 4 || isListed && entries.count >= 2
        guard isList, let last = entries.last,
            let first = entries.first?.map(\.top).min()
        else {
            goesOn = false
            return
        }
        let top = min(first, title?.top ?? first)
        let bottom = last.map(\.bottom).max() ?? first
        let left = entries.joined().map(\.left).min() ?? 0
        let right = entries.joined().map(\.right).max() ?? 0
        // An entry may begin a line or two before the one that has the dots.
        let above = top - (title == nil ? 1.6 * body : 0)
        let isFirst = !goesOn
        lines.removeAll { line in
            let isBeside = line.left < right && line.right > left
            let isAbove =
                isFirst && title == nil && line.bottom <= top && line.bottom > top - 4 * body
                && line.size > 1.1 * body && line.words.count < 6
            return isBeside && line.middle > above && line.middle < bottom + 0.2 * body || isAbove
                || line.middle < bottom && line.middle > top
                    && PDFRunningLines.pageNumber(line.text) != nil
        }
        // It may go on over the page where next to nothing stands below.
        goesOn = lines.allSatisfy { $0.middle < bottom || $0.top - bottom < 3 * body }
    }

    /// "Rivers of the North . . . . . . . 12"
    static func isEntry(_ line: PDFLine) -> Bool {
        guard let last = line.words.last else { return false }
        var dots = 0
        for word in line.words where word.text.utf8.count > 2 || word.isLeader {
            for character in word.text {
                if character == "." || character == "_" { dots += 1 }
                if character == "…" || character == "·" { dots += 3 }
            }
        }
        guard dots >= 5 else { return false }
        let tail = last.text.drop { ".…·_".contains($0) }
        return PDFRunningLines.pageNumber(String(tail)) != nil
    }

    /// Words and, far right, a number.
    private static func isListed(_ row: [PDFLine], below title: PDFLine?) -> Bool {
        guard let last = row.last, let word = last.words.last, Int(word.text) != nil,
            row[0].top > title?.top ?? 0
        else { return false }
        return row.count > 1 && last.words.count == 1 && row[0].words.count > 0
            || last.words.count > 1
                && word.left - last.words[last.words.count - 2].right > word.size
    }
}
