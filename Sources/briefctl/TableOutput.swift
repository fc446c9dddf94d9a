import BriefModel

/// Prints rows in aligned columns.
enum TableOutput {
    /// The last column is not padded, and none is cut: what an operator searches for must be there in whole.
    static func print(_ head: [String], _ rows: [[String]]) {
        let rows = [head] + rows.map { $0.map(\.printable) }
        let widths = head.indices.map { column in
            rows.map { TableOutput.width($0[column]) }.max() ?? 0
        }
        for row in rows {
            var line = ""
            for (column, cell) in row.enumerated() {
                line += cell
                guard column < row.count - 1 else { break }
                line += String(repeating: " ", count: widths[column] - width(cell) + 2)
            }
            Output.line(line)
        }
    }

    /// Columns on a terminal: wide characters of East Asia take two.
    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark: sum
            default: sum + (isWide(scalar) ? 2 : 1)
            }
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
