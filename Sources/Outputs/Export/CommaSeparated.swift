import Storage

/// The facts of articles as a table (RFC 4180), UTF-8, with a line of names.
///
/// Spreadsheets take a cell for a formula that begins with =, +, -, @, a tab or a return: there an apostrophe stands before it.
public struct CommaSeparated: ExportFormat {
    private static let names = [
        "id", "title", "authors", "published", "filed", "site", "url", "language", "tags",
        "categories", "excerpt", "word_count", "quality", "partial", "edited", "content_hash",
        "path",
    ]

    public init() {}

    public mutating func begin() -> [UInt8] {
        Array((Self.names.joined(separator: ",") + "\r\n").utf8)
    }

    public func write(_ row: ExportRow, _ file: [UInt8]?) -> [UInt8] {
        var row = row
        if row.wordCount == nil, let file { row.fill(from: file) }
        func joined(_ json: String?) -> String {
            StringList.strings(in: json).joined(separator: "; ")
        }
        let cells: [String?] = [
            row.id, row.title, joined(row.authors), row.published, row.filed, row.site, row.url,
            row.language, joined(row.tags), joined(row.categories), row.excerpt,
            row.wordCount.map { "\($0)" }, "\((row.quality * 1_000).rounded() / 1_000)",
            row.isPartial ? "true" : "false", row.isEdited ? "true" : "false", row.contentHash,
            row.path,
        ]
        return Array((cells.map { Self.cell($0 ?? "") }.joined(separator: ",") + "\r\n").utf8)
    }

    static func cell(_ text: String) -> String {
        var text = text.replacing("\0", with: "")
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
            text = "'" + text
        }
        guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
