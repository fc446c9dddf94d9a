/// Why an XML document was not read.
public enum XMLReadError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The document breaks a rule of XML; the line counts from 1.
    case illFormed(line: Int, reason: String)
    /// The document refers to an entity other than the five of XML.
    case entity
    case tooDeep(limit: Int)
    case tooManyNames(limit: Int)
    case tooLarge(nodes: Int, bytes: Int)

    public var description: String {
        switch self {
        case .illFormed(let line, let reason): "line \(line): \(reason)"
        case .entity: "the document refers to an entity that XML does not define"
        case .tooDeep(let limit): "elements stand more than \(limit) deep"
        case .tooManyNames(let limit): "more than \(limit) different names"
        case .tooLarge(let nodes, let bytes):
            "more than \(nodes) elements, attributes and texts, or than \(bytes) bytes in them"
        }
    }
}
