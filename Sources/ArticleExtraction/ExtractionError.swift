/// Why no article could be read from a document.
public enum ExtractionError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The document has no bytes.
    case empty
    /// The bytes are no text: `kind` in words, for example "a PDF document".
    case notText(kind: String)
    /// A text of so many lines is no article, and to judge each of them takes more memory than a worker has.
    case tooManyLines(limit: Int)
    /// A page of so many tags is no article, and takes as much memory as a text of too many lines.
    case tooManyTags(limit: Int)

    public var description: String {
        switch self {
        case .empty:
            "document not read: it is empty; send it again once it has been written"
        case .notText(let kind):
            "document not read: it is \(kind), not HTML or text; convert it to HTML or text first"
        case .tooManyLines(let limit):
            "document not read: it is a text of more than \(limit) lines, which no article has; "
                + "cut it into smaller files"
        case .tooManyTags(let limit):
            "document not read: it is a page of more than \(limit) tags, which no article has; "
                + "cut it into smaller files"
        }
    }
}
