import LibXML

/// Drops what a page says of a table again for narrow screens: its cells as a row of short lines right before or behind it.
struct TableCards {
    let page: Page

    private static let fewest = 6
    private static let mostCells = 400
    /// Of the cells, so many stand in the row.
    private static let share = 0.6

    func drop(from kept: inout [Bool]) {
        var node = 0
        while node < page.tree.nodes.count {
            guard page.tag(node) == .table else {
                node += 1
                continue
            }
            let cells = page.passages(of: node)
            if (Self.fewest...Self.mostCells).contains(cells.count),
                cells.contains(where: { kept[$0] })
            {
                drop(cells, &kept)
            }
            node = Int(page.tree.nodes[node].end)
        }
    }

    private func drop(_ cells: Range<Int>, _ kept: inout [Bool]) {
        // Most tables have prose around them.
        let near = [cells.lowerBound - 1, cells.upperBound].filter(page.passages.indices.contains)
        guard near.contains(where: { kept[$0] && page.passages[$0].census.length <= 8 }) else {
            return
        }
        let said = Set(cells.map { key($0) })
        let behind = row(cells.upperBound..<page.passages.count, said)
        let before = row((0..<cells.lowerBound).reversed(), said)
        for row in [before, behind] where isCopy(row, of: cells, said) {
            for index in row { kept[index] = false }
        }
    }

    /// The lines next to the table that its cells say too.
    private func row(_ places: some Sequence<Int>, _ said: Set<ArraySlice<UInt8>>) -> [Int] {
        Array(
            places.prefix(4 * Self.mostCells).prefix {
                ![.td, .th, .table].contains(page.tag(page.passages[$0].block))
                    && parts($0).allSatisfy(said.contains)
            })
    }

    /// A line, or the label and the value that stand in one: "Sacks: 910".
    private func parts(_ index: Int) -> [ArraySlice<UInt8>] {
        let bytes = key(index)
        guard let colon = bytes.firstIndex(of: 0x3A), colon + 1 < bytes.endIndex,
            bytes[colon + 1] == 0x20
        else { return [bytes] }
        return [bytes[..<colon], bytes[(colon + 2)...]]
    }

    private func isCopy(
        _ row: [Int], of cells: Range<Int>, _ said: Set<ArraySlice<UInt8>>
    ) -> Bool {
        let found = row.flatMap { parts($0) }
        return found.count >= Self.fewest
            && Double(Set(found).count) >= Self.share * Double(said.count)
    }

    /// A label has a colon behind it in one of the two.
    private func key(_ index: Int) -> ArraySlice<UInt8> {
        let bytes = page.bytes(index)
        return bytes.last == 0x3A ? bytes.dropLast() : bytes
    }
}
