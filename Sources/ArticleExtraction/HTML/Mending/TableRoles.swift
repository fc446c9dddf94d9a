import LibXML

/// Finds tables that are made of other elements: by their roles (WAI-ARIA 1.2 §5.3), their style or their class.
struct TableRoles {
    let tree: HTMLTree

    private enum Part { case table, row, cell, head }

    func find(_ words: AttributeWords, _ edits: inout TreeEdits) {
        let attributes = tree.attributes
        guard
            attributes.indices.contains(where: {
                (attributes[$0].name == .role || words[Int32($0)].signs.contains(.table))
                    && isTable(attributes[$0])
            })
        else { return }
        var parts: [Int: Part] = [:]
        for node in tree.nodes.indices {
            switch tree.nodes[node].tag {
            case .div, .section, .span, .ul, .li, .ol, .custom, .unknown, .p, .article, .header:
                if let part = part(node) { parts[node] = part }
            default: continue
            }
        }
        var end = 0
        for table in parts.keys.sorted() where table >= end && parts[table] == .table {
            let last = Int(tree.nodes[table].end)
            let inner = table + 1..<last
            let rows = inner.filter { parts[$0] == .row }
            let cells = inner.filter { parts[$0] == .cell || parts[$0] == .head }
            end = last
            guard rows.count >= 2, cells.count >= 2 * rows.count,
                !inner.contains(where: { parts[$0] == .table })
            else { continue }
            edits.add(.rename(.table), at: table)
            for row in rows { edits.add(.rename(.tr), at: row) }
            for cell in cells { edits.add(.rename(parts[cell] == .head ? .th : .td), at: cell) }
        }
    }

    private func isTable(_ attribute: HTMLAttribute) -> Bool {
        switch attribute.name {
        case .role, .style, .class: break
        default: return false
        }
        let value = tree.value(of: attribute)
        guard (4...400).contains(value.count) else { return false }
        if attribute.name == .role {
            return Self.roles[String(decoding: value, as: UTF8.self)] == .table
        }
        guard Self.saysTable(value) else { return false }
        if attribute.name == .style {
            return display(value) == .table
        }
        return part(ofClass: value) == .table
    }

    private static func saysTable(_ value: ArraySlice<UInt8>) -> Bool {
        var rest = value
        while let next = rest.firstIndex(of: 0x61) {
            if rest[next...].starts(with: "able".utf8) { return true }
            rest = rest[(next + 1)...]
        }
        return false
    }

    private func part(_ node: Int) -> Part? {
        for index in tree.nodes[node].content {
            let attribute = tree.attributes[Int(index)]
            let value = tree.value(of: attribute)
            guard value.count <= 400 else { continue }
            let found: Part? =
                switch attribute.name {
                case .role: Self.roles[String(decoding: value, as: UTF8.self)]
                case .style: display(value)
                case .class: part(ofClass: value)
                default: nil
                }
            if let found { return found }
        }
        return nil
    }

    private static let roles: [String: Part] = [
        "table": .table, "grid": .table, "treegrid": .table, "row": .row, "cell": .cell,
        "gridcell": .cell, "columnheader": .head, "rowheader": .head,
    ]

    private func display(_ style: ArraySlice<UInt8>) -> Part? {
        guard style.contains(0x62) else { return nil }
        let text = String(decoding: style, as: UTF8.self).lowercased().filter { $0 != " " }
        for rule in text.split(separator: ";") where rule.hasPrefix("display:") {
            switch rule.dropFirst(8) {
            case "table", "inline-table": return .table
            case "table-row": return .row
            case "table-cell": return .cell
            default: return nil
            }
        }
        return nil
    }

    /// Whole words only: "table row" lays a page out as often as it makes a table, so that the counts decide.
    private func part(ofClass name: ArraySlice<UInt8>) -> Part? {
        var hash = ByteHash.seed
        for byte in name {
            if byte == 0x20 {
                if let number = Self.names.known(hash) { return Self.parts[number] }
                hash = ByteHash.seed
            } else if byte != 0x2D, byte != 0x5F {
                hash = ByteHash.next(hash, byte.asciiLowered)
            }
        }
        return Self.names.known(hash).map { Self.parts[$0] }
    }

    private static let words: [(String, Part)] = [
        ("table", .table), ("divtable", .table), ("rtable", .table), ("flextable", .table),
        ("gridtable", .table), ("csstable", .table), ("responsivetable", .table), ("row", .row),
        ("tr", .row), ("divtablerow", .row), ("tablerow", .row), ("rtablerow", .row),
        ("divtableheading", .row), ("cell", .cell), ("td", .cell), ("divtablecell", .cell),
        ("tablecell", .cell), ("rtablecell", .cell), ("th", .head), ("divtablehead", .head),
        ("tablehead", .head), ("headcell", .head), ("cellhead", .head), ("tableheadcell", .head),
    ]
    private static let names = KeyNumbers(hashing: words.map(\.0))
    private static let parts = words.map(\.1)
}
