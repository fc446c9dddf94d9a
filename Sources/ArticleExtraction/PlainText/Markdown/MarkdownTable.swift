/// Reads GFM tables.
enum MarkdownTable {
    /// Cells that rows shorter than the head are given, of a table together.
    private static let maxAddedCells = 100_000

    /// The table whose head stands at a line, and the line after it; nil where none stands there.
    static func read(
        _ lines: ArraySlice<String>, _ start: Int, inlines: (String) -> [Inline]
    ) -> (Block?, Int)? {
        let rule = cells(of: lines[start + 1])
        guard !rule.isEmpty, lines[start + 1].contains("-"), lines[start + 1].contains("|"),
            rule.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ":- ".contains($0) } })
        else { return nil }
        let head = cells(of: lines[start])
        guard head.count == rule.count else { return nil }
        var rows = [head.map(inlines)]
        var index = start + 2
        var spare = maxAddedCells
        while index < lines.endIndex, lines[index].contains("|") {
            var row = cells(of: lines[index]).prefix(head.count).map(inlines)
            let missing = head.count - row.count
            spare -= missing
            if spare >= 0 { row += [[Inline]](repeating: [], count: missing) }
            rows.append(row)
            index += 1
        }
        return (.table(rows: rows, hasHead: true), index)
    }

    private static func cells(of line: String) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isEscaped = false
        for character in line.trimmed(of: " ") {
            if isEscaped {
                if character != "|" { cell.append("\\") }
                cell.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "|" {
                cells.append(cell.trimmed(of: " "))
                cell = ""
            } else {
                cell.append(character)
            }
        }
        if isEscaped { cell.append("\\") }
        cells.append(cell.trimmed(of: " "))
        if cells.first == "" { cells.removeFirst() }
        if cells.last == "" { cells.removeLast() }
        return cells
    }
}
