import FoundationEssentials

/// Front matter in JSON, as Hugo reads it: an object that ends in a line of its own.
enum JSONMatter {
    /// Lines of more are a file of data.
    private static let longest = 400

    private enum Value: Decodable {
        case one(String)
        case many([String])
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .one(text)
            } else if let texts = try? container.decode([String].self) {
                self = .many(texts)
            } else {
                self = .other
            }
        }
    }

    /// The values by key in lower case, and the line behind the object; nil where none stands there, or nothing follows.
    static func read(_ lines: ArraySlice<String>) -> (values: [String: [String]], end: Int)? {
        guard let first = lines.first, first.hasPrefix("{"),
            let end = lines.prefix(longest).firstIndex(where: { $0.trimmed(of: " ") == "}" }),
            lines[(end + 1)...].contains(where: { !$0.isEmpty })
        else { return nil }
        let json = Data(lines[...end].joined(separator: "\n").utf8)
        guard let object = try? JSONDecoder().decode([String: Value].self, from: json) else {
            return nil
        }
        var values: [String: [String]] = [:]
        for (key, value) in object {
            switch value {
            case .one(let text): values[key.lowercased()] = [text]
            case .many(let texts): values[key.lowercased()] = texts
            case .other: break
            }
        }
        return (values, end + 1)
    }
}
