import BriefModel

extension Schema {
    /// As JSON Schema; objects with a name are referred to.
    ///
    /// - Parameter isClosed: other keys than those named are not taken.
    public func document(isClosed: Bool = false) -> JSONValue {
        if case .object(let name?, _) = kind {
            let reference = JSONValue.object(["$ref": .string("#/components/schemas/\(name)")])
            return isNullable
                ? .object(["anyOf": .array([reference, .object(["type": .string("null")])])])
                : reference
        }
        return definition(isClosed: isClosed)
    }

    /// The same with its fields written out, also where it has a name.
    public func definition(isClosed: Bool = false) -> JSONValue {
        if case .either(let kinds) = kind { return alternatives(kinds, isClosed: isClosed) }
        var parts: [String: JSONValue] = [:]
        parts["type"] =
            isNullable ? .words([word, "null"]) : .string(word)
        if !note.isEmpty { parts["description"] = .string(note) }
        if let format { parts["format"] = .string(format) }
        if !choices.isEmpty {
            parts["enum"] = .array(choices.map(JSONValue.string) + (isNullable ? [.null] : []))
        }
        if let minimum { parts["minimum"] = .integer(minimum) }
        if let maximum { parts["maximum"] = .integer(maximum) }
        switch kind {
        case .array(let item):
            parts["items"] = item.document(isClosed: isClosed)
            if let longest { parts["maxItems"] = .integer(longest) }
        case .map(let value):
            parts["additionalProperties"] = value.document(isClosed: isClosed)
            if let pattern {
                parts["propertyNames"] = .object(["pattern": .string(pattern)])
            }
        case .object(_, let fields):
            parts["properties"] = .object(
                Dictionary(
                    fields.map { field in
                        // A key of a body that need not be sent may be null.
                        let mayBeNull = isClosed && !field.isRequired
                        let schema = mayBeNull ? field.schema.orNull : field.schema
                        return (field.name, schema.document(isClosed: isClosed))
                    },
                    uniquingKeysWith: { first, _ in first }))
            let required = fields.filter(\.isRequired).map(\.name).sorted()
            if !required.isEmpty { parts["required"] = .words(required) }
            if isClosed { parts["additionalProperties"] = .boolean(false) }
        case .string:
            if let pattern { parts["pattern"] = .string(pattern) }
            if let longest { parts["maxLength"] = .integer(longest) }
        case .integer, .number, .boolean, .either: break
        }
        return .object(parts)
    }

    private func alternatives(_ kinds: [Schema], isClosed: Bool) -> JSONValue {
        let all = kinds.map { $0.document(isClosed: isClosed) }
        var parts: [String: JSONValue] = [
            "anyOf": .array(all + (isNullable ? [.object(["type": .string("null")])] : []))
        ]
        if !note.isEmpty { parts["description"] = .string(note) }
        return .object(parts)
    }

    private var word: String {
        switch kind {
        case .string: "string"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .array: "array"
        case .map, .object: "object"
        case .either(let kinds): kinds.first?.word ?? "string"
        }
    }

    /// All objects with a name, in it and below it.
    public var named: [String: Schema] {
        switch kind {
        case .array(let item), .map(let item): return item.named
        case .object(let name, let fields):
            var all = fields.reduce(into: [String: Schema]()) { all, field in
                all.merge(field.schema.named) { first, _ in first }
            }
            if let name { all[name] = with { $0.isNullable = false } }
            return all
        case .either(let kinds):
            return kinds.reduce(into: [:]) { $0.merge($1.named) { first, _ in first } }
        case .string, .integer, .number, .boolean: return [:]
        }
    }

    /// What kind of text, where that has a name.
    private var formed: String {
        switch format {
        case "date-time": "time"
        case "date": "day"
        default: word
        }
    }

    /// In a line, for people: `string|null`, `"ok"|"failing"`, `[Article]`.
    public var words: String {
        let plain =
            switch kind {
            case .array(let item): "[\(item.words)]"
            case .map(let value): "{name: \(value.words)}"
            case .object(let name?, _): name
            case .either(let kinds): kinds.map(\.words).joined(separator: " or ")
            case .object(nil, let fields):
                "{" + fields.map(\.name).joined(separator: ", ") + "}"
            default:
                choices.isEmpty ? formed : choices.map { "\"\($0)\"" }.joined(separator: " or ")
            }
        return isNullable ? plain + " or null" : plain
    }
}

extension JSONValue {
    /// A list of words.
    static func words(_ words: [String]) -> JSONValue { .array(words.map(JSONValue.string)) }
}
