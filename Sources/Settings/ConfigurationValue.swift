/// A value of a TOML document, free of the library that read it.
enum ConfigurationValue: Equatable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case array([ConfigurationValue])
    case table([String: ConfigurationValue])
    /// A kind of value that no key takes.
    case other(String)

    /// The kind, in words for messages.
    var kind: String {
        switch self {
        case .string: "a string"
        case .integer: "an integer"
        case .boolean: "a boolean"
        case .array: "an array"
        case .table: "a table"
        case .other(let kind): "a " + kind
        }
    }
}
