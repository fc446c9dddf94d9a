/// A name, compared as a whole and in whatever case; `*` stands for any characters.
public struct NamePattern: Sendable, Equatable {
    /// As it was written.
    public let text: String
    private let parts: [String]

    init(_ text: String) {
        self.text = text
        parts = text.lowercased().split(separator: "*", omittingEmptySubsequences: false)
            .map(String.init)
    }

    /// Whether it is one name, and no pattern.
    public var isPlain: Bool { parts.count == 1 }

    /// The same, where a host is meant: "www." goes for none.
    public static func withoutWWW(_ pattern: NamePattern) -> NamePattern {
        guard pattern.text.lowercased().hasPrefix("www.") else { return pattern }
        return NamePattern(String(pattern.text.dropFirst(4)))
    }

    /// In lower case.
    var plain: String? { isPlain ? parts[0] : nil }

    /// Takes time in proportion to name and pattern: each part is taken where it stands first.
    public func matches(_ name: String) -> Bool {
        let name = name.lowercased()
        guard let first = parts.first, let last = parts.last else { return false }
        if parts.count == 1 { return name == first }
        guard name.hasPrefix(first) else { return false }
        var rest = name.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
