import LibXML

/// Reads tables with commas (RFC 4180), and lines that end as on any system; a quote that never ends takes the rest of the text.
enum CSVTable {
    /// - Parameter mark: between cells.
    static func rows(_ text: Substring, mark: UInt8 = UInt8(ascii: ",")) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        let bytes = Array(text.utf8)
        var index = 0
        func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if isQuoted {
                if byte != UInt8(ascii: "\"") {
                    cell.append(byte)
                } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
                    cell.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\"") where cell.isEmpty: isQuoted = true
            case mark:
                row.append(string(cell))
                cell = []
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                row.append(string(cell))
                cell = []
                if row != [""] { rows.append(row) }
                row = []
            default: cell.append(byte)
            }
        }
        row.append(string(cell))
        if row != [""] { rows.append(row) }
        return rows
    }
}

/// A table of addresses: Pocket, Instapaper, Readwise Reader, and others with such columns.
struct CSVLibrary {
    private let columns: [String: Int]

    /// Nil where no column holds addresses.
    init?(header: [String]) {
        columns = Dictionary(
            header.enumerated().map { ($1.lowercased().filter { $0.isLetter }, $0) },
            uniquingKeysWith: { first, _ in first })
        guard columns["url"] != nil else { return nil }
    }

    func item(_ row: [String]) -> ImportedItem? {
        func value(_ names: String...) -> String? {
            for name in names {
                if let column = columns[name], row.indices.contains(column), !row[column].isEmpty {
                    return row[column]
                }
            }
            return nil
        }
        guard let url = WebAddress.link(value("url")) else { return nil }
        var item = ImportedItem(url: url)
        item.title = value("title").map(CharacterReferences.resolved).flatMap {
            $0 == url ? nil : $0
        }
        item.authors = value("author").map { [CharacterReferences.resolved($0)] } ?? []
        item.published = ImportedDate.read(value("publisheddate", "published"))
        item.tags = ImportedTags.split(value("tags", "documenttags") ?? "")
        if let folder = value("folder"),
            !["unread", "archive", "starred"].contains(folder.lowercased())
        {
            item.tags.append(folder)
        }
        return item
    }
}
