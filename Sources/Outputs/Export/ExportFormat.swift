import Storage

/// A form in which articles leave the store.
public protocol ExportFormat: Sendable {
    /// What stands before the first article.
    mutating func begin() -> [UInt8]
    /// One article; called on several threads at once.
    func write(_ row: ExportRow, _ file: [UInt8]?) -> [UInt8]
    /// What is written when articles, in their order, are done; `piece` is what `write` made of one.
    mutating func add(_ row: ExportRow, _ piece: [UInt8]) -> [UInt8]
    /// What stands behind the last one.
    mutating func end() throws -> [UInt8]
}

extension ExportFormat {
    public mutating func begin() -> [UInt8] { [] }
    public mutating func add(_ row: ExportRow, _ piece: [UInt8]) -> [UInt8] { piece }
    public mutating func end() throws -> [UInt8] { [] }
}

/// Why an export was not made.
public enum ExportError: Error, CustomStringConvertible {
    case tooMany(Int, limit: Int)
    case tooLarge(limit: Int)

    public var description: String {
        switch self {
        case .tooMany(let count, let limit):
            "not exported: \(count) articles are too many for a book, which holds \(limit); narrow the query,"
                + " or take another format"
        case .tooLarge(let limit):
            "not exported: it is larger than the \(limit) bytes that the form holds; narrow the query, or take"
                + " several, by --since and --until"
        }
    }
}
