import LibXML

/// The rows of a table with every cell in its column: cells that reach over several columns or rows leave the places
/// behind them empty (WHATWG HTML §4.9.12).
struct TableGrid {
    struct Cell {
        var content: [Inline]
        var isHead: Bool
        /// 1 to 1,000.
        var columns: Int
        /// 1 to 1,000.
        var rows: Int
    }

    private(set) var rows: [[[Inline]]] = []
    private(set) var hasHead = false
    /// For each column how many of the next rows a cell from above reaches into.
    private var reach: [Int] = []
    private var lastRow = -1
    private var group = -1
    /// Empty cells that spans may still add: with the input, so that the grid is no larger than a few times the page.
    private var spare = 10_000

    /// Adds a row.
    ///
    /// - Parameters:
    ///   - row: its element; rows before it that hold no text were not added, and count.
    ///   - table: the element of the table.
    mutating func add(_ cells: [Cell], row: Int, of table: Int, in tree: HTMLTree) {
        passOver(to: row, of: table, tree)
        spare += 4 * cells.count
        var line: [[Inline]] = []
        for cell in cells {
            skipReached(&line)
            let first = line.count
            line.append(cell.content)
            let columns = min(cell.columns - 1, max(0, spare)) + 1
            spare -= columns - 1
            line += [[Inline]](repeating: [], count: columns - 1)
            while reach.count < line.count { reach.append(0) }
            let below = spare > columns ? cell.rows - 1 : 0
            for column in first..<line.count { reach[column] = below }
        }
        skipReached(&line)
        if rows.isEmpty {
            hasHead =
                cells.allSatisfy(\.isHead)
                || tree.nodes[Int(tree.nodes[row].parent)].tag == .thead
        }
        rows.append(line)
        lastRow = row
    }

    /// Places that a cell from above reaches into.
    private mutating func skipReached(_ line: inout [[Inline]]) {
        while line.count < reach.count, reach[line.count] > 0, spare > 0 {
            reach[line.count] -= 1
            spare -= 1
            line.append([])
        }
    }

    /// Rows without text between the last one and this one take their part of what reaches down; nothing reaches from
    /// one group of rows into the next.
    private mutating func passOver(to row: Int, of table: Int, _ tree: HTMLTree) {
        let parent = Int(tree.nodes[row].parent)
        defer { group = parent }
        guard parent == group, lastRow >= 0 else {
            reach.removeAll(keepingCapacity: true)
            return
        }
        var node = Int(tree.nodes[lastRow].end)
        while node < row {
            if tree.nodes[node].tag == .tr {
                for column in reach.indices where reach[column] > 0 { reach[column] -= 1 }
            }
            node = Int(tree.nodes[node].end)
        }
    }
}
