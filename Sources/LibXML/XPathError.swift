/// Why an XPath expression gave no answer.
public enum XPathError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The expression breaks the grammar of XPath 1.0 at this character, counted from 1.
    case syntax(character: Int)
    /// It asks for a function, a variable or a prefix that does not exist, or took too many steps.
    case evaluation(reason: String)

    public var description: String {
        switch self {
        case .syntax(let character): "no XPath from character \(character) on"
        case .evaluation(let reason): reason
        }
    }
}
