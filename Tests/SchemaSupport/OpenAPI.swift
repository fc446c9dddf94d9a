import BriefModel
import ControlProtocol

/// A description of an interface (OpenAPI 3.1), and whether replies are as it says: the part of JSON Schema that ours has.
/// Stricter than the standard: a reply may have no key that the description does not name.
public struct OpenAPI: Sendable {
    private let paths: [String: JSONValue]
    private let schemas: [String: JSONValue]

    public init(_ bytes: [UInt8]) throws {
        let whole = try JSONValue.read(bytes)
        schemas = whole["components"]["schemas"].members
        paths = whole["paths"].members
    }

    /// Path and method of each operation.
    public var operations: [(path: String, method: String)] {
        paths.sorted { $0.key < $1.key }.flatMap { path, methods in
            methods.members.keys.sorted().map { (path, $0) }
        }
    }

    /// Names of schemas that are referred to and not there.
    public var danglingReferences: Set<String> {
        let all = JSONValue.array(Array(paths.values) + Array(schemas.values)).references
        return Set(all.map(Self.name)).subtracting(schemas.keys)
    }

    /// What of an answer is not as described; empty where all is.
    public func misfits(
        _ method: String, _ target: String, status: Int, type: String, body: [UInt8]
    ) -> [String] {
        let segments = target.prefix { $0 != "?" }.split(separator: "/")
        let key = method == "HEAD" ? "get" : method.lowercased()
        // The path with the fewest places is meant.
        let fitting = paths.keys.filter { Self.fits(segments, $0) }
            .min { $0.count(where: { $0 == "{" }) < $1.count(where: { $0 == "{" }) }
        guard let operation = fitting.flatMap({ paths[$0]?.members[key] }) else {
            return status == 404 || status == 405 ? [] : ["\(status) at no path of the description"]
        }
        let responses = operation["responses"].members
        guard let response = responses["\(status)"] ?? responses["default"] else {
            return ["\(status) is not described"]
        }
        let content = response["content"].members
        guard let schema = content[type] ?? content["*/*"] else {
            return ["\(type) with \(status) is not described"]
        }
        guard type.hasSuffix("json"), !body.isEmpty else { return [] }
        guard let value = try? JSONValue.read(body) else { return ["the body is no JSON"] }
        return misfits(value, schema["schema"], "$")
    }

    private static func fits(_ segments: [Substring], _ template: String) -> Bool {
        let parts = template.split(separator: "/")
        let isOpen = template.hasPrefix("/feeds/") && segments.count > 1
        guard parts.count == segments.count || isOpen else { return false }
        return zip(parts, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }

    private static func name(_ reference: String) -> String {
        reference.split(separator: "/").last.map(String.init) ?? ""
    }

    private func misfits(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
        if let reference = schema["$ref"].text {
            guard let named = schemas[Self.name(reference)] else {
                return ["\(place): no \(reference)"]
            }
            return misfits(value, named, place)
        }
        let kinds = schema["anyOf"].items
        if !kinds.isEmpty {
            let all = kinds.map { misfits(value, $0, place) }
            return all.contains { $0.isEmpty } ? [] : all[0]
        }
        let types = schema["type"].text.map { [$0] } ?? schema["type"].items.compactMap(\.text)
        let isNumber = value.type == "integer" && types.contains("number")
        guard types.isEmpty || types.contains(value.type) || isNumber else {
            return ["\(place) is \(value.type) and not \(types.joined(separator: " or "))"]
        }
        return boundMisfits(value, schema, place) + memberMisfits(value, schema, place)
    }

    private func boundMisfits(
        _ value: JSONValue, _ schema: JSONValue, _ place: String
    ) -> [String] {
        var found: [String] = []
        let choices = schema["enum"].items
        if !choices.isEmpty, !choices.contains(value) {
            found.append("\(place) is none of its choices: \(value)")
        }
        if let number = value.number {
            if let least = schema["minimum"].number, number < least {
                found.append("\(place) is below \(least)")
            }
            if let most = schema["maximum"].number, number > most {
                found.append("\(place) is above \(most)")
            }
        }
        if let text = value.text, schema["format"].text == "date-time",
            text.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/#) == nil
        {
            found.append("\(place) is no time in UTC: \(text)")
        }
        return found
    }

    private func memberMisfits(
        _ value: JSONValue, _ schema: JSONValue, _ place: String
    ) -> [String] {
        if schema["items"] != .null {
            return value.items.enumerated().flatMap {
                misfits($1, schema["items"], "\(place)[\($0)]")
            }
        }
        guard case .object(let members) = value, case .object(let properties) = schema["properties"]
        else { return [] }
        return schema["required"].items.compactMap(\.text).filter { members[$0] == nil }
            .map { "\(place).\($0) is absent" }
            + members.keys.filter { !properties.isEmpty && properties[$0] == nil }
            .map { "\(place).\($0) is not described" }
            + properties.flatMap { name, schema in
                members[name].map { misfits($0, schema, "\(place).\(name)") } ?? []
            }
    }
}

extension JSONValue {
    public var members: [String: JSONValue] {
        if case .object(let members) = self { members } else { [:] }
    }

    public var items: [JSONValue] {
        if case .array(let items) = self { items } else { [] }
    }

    public var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    public var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    public subscript(_ name: String) -> JSONValue { members[name] ?? .null }

    var type: String {
        switch self {
        case .null: "null"
        case .boolean: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }

    /// All that it refers to.
    var references: [String] {
        switch self {
        case .object(let members):
            members.flatMap { name, value in
                name == "$ref" ? [value.text].compactMap(\.self) : value.references
            }
        case .array(let items): items.flatMap(\.references)
        default: []
        }
    }
}
