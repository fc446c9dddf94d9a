/// A table of reStructuredText, drawn with "+---+" (grid) or "=== ===" (simple): what stands in its cells.
struct RestructuredTable {
    /// Lines of each cell.
    var rows: [[[Substring]]]
    var bodyStart: Int
    /// The line behind it.
    var end: Int

    /// The table that begins at a line; nil where none does.
    static func read(_ lines: ArraySlice<Substring>, at place: Int) -> RestructuredTable? {
        let line = lines[place]
        if line.hasPrefix("+-") || line.hasPrefix("+=") { return grid(lines, place) }
        if line.hasPrefix("="), line.contains(" "), line.allSatisfy({ $0 == "=" || $0 == " " }) {
            return simple(lines, place)
        }
        return nil
    }

    private static func grid(_ lines: ArraySlice<Substring>, _ place: Int) -> RestructuredTable? {
        let drawn = lines[place...].prefix { $0.hasPrefix("+") || $0.hasPrefix("|") }
        guard drawn.count >= 3 else { return nil }
        var table = RestructuredTable(rows: [], bodyStart: 0, end: drawn.endIndex)
        var row: [[Substring]] = []
        for line in drawn.dropFirst() {
            if line.hasPrefix("+"), !line.dropFirst().contains(where: { !"+-=".contains($0) }) {
                if !row.isEmpty { table.rows.append(row) }
                row = []
                if line.contains("=") { table.bodyStart = table.rows.count }
                continue
            }
            // Columns are told by their bars: a line of a cell has as many as the row's first.
            let cells = line.dropFirst().dropLast(line.hasSuffix("|") ? 1 : 0)
                .split(separator: "|", omittingEmptySubsequences: false)
            for (column, cell) in cells.enumerated() {
                var cell = cell
                while cell.last == " " { cell.removeLast() }
                if column < row.count { row[column].append(cell) } else { row.append([cell]) }
            }
        }
        if !row.isEmpty { table.rows.append(row) }
        return table
    }

    private static func simple(_ lines: ArraySlice<Substring>, _ place: Int) -> RestructuredTable? {
        let columns = Self.columns(of: lines[place])
        guard columns.count >= 2 else { return nil }
        var table = RestructuredTable(rows: [], bodyStart: 0, end: place)
        var rules = 1
        var next = place + 1
        while next < lines.endIndex {
            let line = lines[next]
            if line.hasPrefix("="), line.allSatisfy({ $0 == "=" || $0 == " " }) {
                rules += 1
                table.end = next + 1
                let isLast = next + 1 >= lines.endIndex || lines[next + 1].isEmpty
                if rules == 2, !isLast { table.bodyStart = table.rows.count } else { break }
            } else if line.hasPrefix("-"), line.allSatisfy({ $0 == "-" || $0 == " " }) {
                // Below cells that reach over several columns.
            } else if !line.isEmpty {
                let cells = columns.enumerated().map { number, column in
                    cell(
                        of: line, from: column,
                        to: number + 1 < columns.count ? columns[number + 1] : nil)
                }
                // With an empty first cell it goes on with the row above.
                if cells[0].isEmpty, !table.rows.isEmpty {
                    for (number, cell) in cells.enumerated() where !cell.isEmpty {
                        table.rows[table.rows.count - 1][number].append(cell)
                    }
                } else {
                    table.rows.append(cells.map { [$0] })
                }
            }
            next += 1
        }
        return rules >= 2 ? table : nil
    }

    private static func columns(of rule: Substring) -> [Int] {
        var columns: [Int] = []
        var before: Character = " "
        for (place, sign) in rule.enumerated() {
            if sign == "=", before == " " { columns.append(place) }
            before = sign
        }
        return columns
    }

    private static func cell(of line: Substring, from start: Int, to end: Int?) -> Substring {
        var cell = line.dropFirst(start)
        if let end { cell = cell.prefix(end - start) }
        while cell.last == " " { cell.removeLast() }
        return cell.drop { $0 == " " }
    }
}
