/// A path with places for names: `/v1/articles/{id}`, `/feeds/{path*}`; the last stands for one segment or more.
struct PathTemplate: Sendable, Equatable {
    private enum Part: Sendable, Equatable {
        case word(String)
        case name(String)
        case rest(String)
    }

    /// As OpenAPI has it.
    let text: String
    private let parts: [Part]

    init(_ text: String) {
        self.text = text.replacing("*}", with: "}")
        parts = text.split(separator: "/").map { segment in
            guard segment.hasPrefix("{") else { return .word(String(segment)) }
            let name = segment.dropFirst().dropLast()
            return name.hasSuffix("*") ? .rest(String(name.dropLast())) : .name(String(name))
        }
    }

    /// What its places are called.
    var names: [String] {
        parts.compactMap { part in
            switch part {
            case .word: nil
            case .name(let name), .rest(let name): name
            }
        }
    }

    /// What stands in its places; nil where the path is another.
    func match(_ segments: [String]) -> [String]? {
        var values: [String] = []
        for (index, part) in parts.enumerated() {
            guard index < segments.count else { return nil }
            switch part {
            case .word(let word): guard segments[index] == word else { return nil }
            case .name: values.append(segments[index])
            case .rest: return values + segments[index...]
            }
        }
        return parts.count == segments.count ? values : nil
    }
}
