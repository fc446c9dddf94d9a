/// Why no article could be read from a document.
public enum ExtractionError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The document has no bytes.
    case empty
    /// The bytes are no text: `kind` in words, for example "a PDF document".
    case notText(kind: String)

    public var description: String {
        switch self {
        case .empty:
            "document not read: it is empty; send it again once it has been written"
        case .notText(let kind):
            "document not read: it is \(kind), not HTML or text; convert it to HTML or text first"
        }
    }
}
