/// Collects the problems of one file, so that all are told at once.
final class ProblemList {
    private let file: String
    private let lines: KeyLines
    private let places: ValuePlace
    private var problems: [ConfigurationProblem] = []

    init(file: String, source: String) {
        self.file = file
        lines = KeyLines(source)
        places = ValuePlace(source)
    }

    /// - Parameter column: the character of the key's value that is wrong, from 1.
    func add(_ key: String, _ what: String, why: String? = nil, next: String, column: Int? = nil) {
        var line = lines.line(of: key)
        var place: Int?
        if let column, let known = line, let name = key.split(separator: ".").last,
            let found = places.place(ofKey: String(name), inLine: known, offset: column - 1)
        {
            (line, place) = (found.line, found.column)
        }
        problems.append(
            ConfigurationProblem(
                file: file, line: line, column: place, key: key, what: what, why: why, next: next))
    }

    func line(of key: String) -> Int? { lines.line(of: key) }

    /// All problems in the order of the file; nil where there are none.
    var error: ConfigurationError? {
        guard !problems.isEmpty else { return nil }
        let ordered = problems.enumerated().sorted {
            ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
        }
        return ConfigurationError(problems: ordered.map(\.element))
    }
}
