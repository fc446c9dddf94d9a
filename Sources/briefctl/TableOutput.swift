import BriefModel

/// Prints rows in aligned columns.
enum TableOutput {
    /// The last column is not padded, and none is cut: what an operator searches for must be there in whole.
    static func print(_ head: [String], _ rows: [[String]]) {
        let rows = [head] + rows.map { $0.map(\.printable) }
        let widths = head.indices.map { column in
            rows.map { $0[column].displayWidth }.max() ?? 0
        }
        for row in rows {
            var line = ""
            for (column, cell) in row.enumerated() {
                line += cell
                guard column < row.count - 1 else { break }
                line += String(repeating: " ", count: widths[column] - cell.displayWidth + 2)
            }
            Output.line(line)
        }
    }
}
