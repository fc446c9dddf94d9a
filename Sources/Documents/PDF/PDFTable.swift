/// Tells rows of a table from lines that stand side by side in columns.
enum PDFTable {
    private static let mostCells = 20_000

    /// The rows of a table; nil where the lines are columns of prose.
    static func read(_ rows: PDFRows, body: Double) -> [[[PDFLine]]]? {
        let lines = rows.rows.flatMap { $0 }
        let gaps = PDFRows.gaps(of: lines)
        guard !gaps.isEmpty, rows.count >= 2, lines.count <= mostCells else { return nil }
        let edges = gaps.map { ($0.lower + $0.upper) / 2 }
        guard isTable(rows, edges, body) else { return nil }
        return grouped(rows, edges, body)
    }

    private static func column(_ line: PDFLine, _ edges: [Double]) -> Int {
        edges.count { $0 < line.left }
    }

    private static func isTable(_ rows: PDFRows, _ edges: [Double], _ body: Double) -> Bool {
        let lines = rows.rows.flatMap { $0 }
        let left = lines.map(\.left).min() ?? 0
        let right = lines.map(\.right).max() ?? 0
        var cells = [[PDFLine]](repeating: [], count: edges.count + 1)
        for line in lines { cells[column(line, edges)].append(line) }
        // What stands side by side in a table stands at one height.
        var (shared, level) = (0, 0)
        for row in rows.rows where row.count > 1 {
            shared += 1
            let middles = row.map(\.middle)
            let spread = (middles.max() ?? 0) - (middles.min() ?? 0)
            if spread < 0.25 * body || row.count >= 2 && hasLevelPair(row, body) { level += 1 }
        }
        guard shared >= 2, level * 10 >= shared * 8 else { return false }
        // Prose fills its column; the cells of a table mostly do not.
        var sparse = 0
        let starts = [left] + edges
        let ends = edges + [right]
        // Columns that one line reaches over stand in one cell.
        var widths = [Double](repeating: 0, count: cells.count)
        var counts = [Int](repeating: 0, count: cells.count)
        for row in rows.rows {
            var row = row.map { (column($0, edges), $0.middle, $0.width) }
            row.sort { ($0.0, $0.1) < ($1.0, $1.1) }
            var last: (column: Int, middle: Double)?
            for (column, middle, width) in row {
                let isBeside = last.map { $0.column == column && middle - $0.middle < 0.4 * body }
                if !(isBeside ?? false) { counts[column] += 1 }
                widths[column] += width
                last = (column, middle)
            }
        }
        for (index, column) in cells.enumerated() {
            let room = max(1, ends[index] - starts[index])
            let filled = widths[index] / room / Double(max(1, counts[index]))
            let numbers = column.count { isNumber($0.text) }
            let isWordy = column.contains { $0.words.count > 12 }
            if filled < 0.62 && !isWordy || numbers * 2 > column.count { sparse += 1 }
        }
        if cells.count == 2, shared < 3, sparse < 2 { return false }
        return sparse * 2 >= cells.count
    }

    private static func hasLevelPair(_ row: [PDFLine], _ body: Double) -> Bool {
        let tops = row.map(\.top)
        guard let first = tops.min() else { return false }
        return tops.count { $0 - first < 0.25 * body } >= 2
    }

    private static func isNumber(_ text: String) -> Bool {
        let digits = text.utf8.count { $0 >= 0x30 && $0 <= 0x39 }
        return digits > 0 && digits * 2 >= text.utf8.count && text.utf8.count <= 24
    }

    /// Lines of a cell that is broken stand in rows without a first cell, close below.
    private static func grouped(
        _ rows: PDFRows, _ edges: [Double], _ body: Double
    ) -> [[[PDFLine]]] {
        var table: [[[PDFLine]]] = []
        var bottom = 0.0
        let parts = split(rows)
        let usual = usualGap(parts)
        for row in parts {
            var cells = [[PDFLine]](repeating: [], count: edges.count + 1)
            for line in row { cells[column(line, edges)].append(line) }
            let top = row.map(\.top).min() ?? 0
            let filled = cells.count { !$0.isEmpty }
            let isRest =
                top - bottom < usual - 0.22 * body
                || cells[0].isEmpty && filled * 2 <= cells.count + 1 && top - bottom < 0.35 * body
                || filled < cells.count && top - bottom < 0.12 * body && filled == 1
            if isRest, !table.isEmpty {
                for index in cells.indices { table[table.count - 1][index] += cells[index] }
            } else {
                table.append(cells)
            }
            bottom = row.map(\.bottom).max() ?? bottom
        }
        return table
    }

    /// The room above rows with the most cells: the lines of a broken cell are closer.
    private static func usualGap(_ rows: [[PDFLine]]) -> Double {
        let most = rows.map(\.count).max() ?? 0
        var gaps: [Double] = []
        for index in rows.indices.dropFirst() where rows[index].count == most {
            let bottom = rows[index - 1].map(\.bottom).max() ?? 0
            gaps.append((rows[index].map(\.top).min() ?? 0) - bottom)
        }
        gaps.sort()
        return gaps.isEmpty ? -.infinity : gaps[gaps.count / 2]
    }

    /// Rows that hang together because one cell's lines overlap the next's are parted by height.
    private static func split(_ rows: PDFRows) -> [[PDFLine]] {
        rows.rows.flatMap { row -> [[PDFLine]] in
            var parts: [[PDFLine]] = []
            for line in row.sorted(by: { $0.middle < $1.middle }) {
                if let last = parts.last?.first, abs(last.middle - line.middle) < 0.4 * line.height
                {
                    parts[parts.count - 1].append(line)
                } else {
                    parts.append([line])
                }
            }
            return parts.map { $0.sorted { $0.left < $1.left } }
        }
    }
}
