import BriefModel

extension Schema {
    /// Why a body does not fit, what is meant perhaps; nil where it fits.
    ///
    /// Keys that are not known are refused: a mistyped one would else be taken for one that was not sent. A key that need
    /// not be sent may be null. What text may say is not judged here: whoever reads it has the better words.
    public func misfit(_ value: JSONValue, at place: String = "") -> String? {
        if value == .null {
            return isNullable ? nil : "\(Self.place(place)) is null; it is to be \(words)"
        }
        switch (kind, value) {
        case (.string, .string),
            (.integer, .integer), (.number, .integer), (.number, .number), (.boolean, .boolean):
            return nil
        case (.array(let item), .array(let items)):
            if let longest, items.count > longest {
                return "\(Self.place(place)) has \(items.count) items; at most \(longest) are taken"
            }
            for (index, value) in items.enumerated() {
                if let why = item.misfit(value, at: "\(place)[\(index)]") { return why }
            }
            return nil
        case (.map(let item), .object(let members)):
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                if let why = item.misfit(value, at: Self.joined(place, name)) { return why }
            }
            return nil
        case (.either(let kinds), _):
            return kinds.contains { $0.misfit(value, at: place) == nil }
                ? nil : "\(Self.place(place)) is to be \(words)"
        case (.object(_, let fields), .object(let members)):
            return Self.misfit(members, fields, at: place)
        default: return "\(Self.place(place)) is to be \(words)"
        }
    }

    private static func misfit(
        _ members: [String: JSONValue], _ fields: [Field], at place: String
    ) -> String? {
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            guard let field = fields.first(where: { $0.name == name }) else {
                let names = fields.map(\.name)
                let near = Suggestion.nearest(to: name, among: names).map { "did you mean \($0)?" }
                let known = names.isEmpty ? "none is taken" : names.joined(separator: ", ")
                return "the key \(joined(place, String(name.prefix(60)))) is not known;"
                    + " \(near ?? "known are \(known)")"
            }
            let schema = field.isRequired ? field.schema : field.schema.orNull
            if let why = schema.misfit(value, at: joined(place, name)) { return why }
        }
        let missing = fields.first { $0.isRequired && members[$0.name] == nil }
        return missing.map { "the key \(joined(place, $0.name)) is missing" }
    }

    private static func place(_ place: String) -> String { place.isEmpty ? "the body" : place }

    private static func joined(_ place: String, _ name: String) -> String {
        place.isEmpty ? name : "\(place).\(name)"
    }
}
