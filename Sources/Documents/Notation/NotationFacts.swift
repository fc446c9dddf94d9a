/// Facts as notations state them, each in words of somebody's own.
enum NotationFacts {
    /// "Ada Marl <ada@example.org>; Jon Reed": the names.
    static func people(_ text: some StringProtocol) -> [String] {
        text.split(separator: ";").flatMap { StatedFacts.authors(String($0.prefix { $0 != "<" })) }
    }

    /// The day in "<2026-03-01 Sun>", "2026-03-01" or "v1.2, 2026-03-01"; nil where it is in other words.
    static func day(_ text: some StringProtocol) -> String? {
        let parts = text.split { !($0.isASCII && ($0.isNumber || $0 == "-" || $0 == "T")) }
        return parts.lazy.compactMap { StatedFacts.day(String($0)) }.first
    }

    static func list(_ text: some StringProtocol, separators: String) -> [String] {
        text.split { separators.contains($0) }.map { StatedFacts.trimmed(String($0)) }
            .filter { !$0.isEmpty }
    }
}
