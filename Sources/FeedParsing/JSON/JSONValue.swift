/// A value of JSON (RFC 8259).
enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    /// As written, so that an id keeps its digits.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// In the order written; of equal keys the first counts.
    case object([(key: String, value: JSONValue)])

    static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let one), .bool(let other)): one == other
        case (.number(let one), .number(let other)): one == other
        case (.string(let one), .string(let other)): one == other
        case (.array(let one), .array(let other)): one == other
        case (.object(let one), .object(let other)):
            one.elementsEqual(other) { $0.key == $1.key && $0.value == $1.value }
        default: false
        }
    }

    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }

    /// A string, or what stands for one: feeds write ids as numbers.
    var text: String? {
        switch self {
        case .string(let text):
            let trimmed = Array(text.utf8)[...].trimmed
            return trimmed.isEmpty ? nil : trimmed.string
        case .number(let digits): return digits
        default: return nil
        }
    }

    var items: [JSONValue] {
        guard case .array(let items) = self else { return [] }
        return items
    }
}
