/// Collects the problems of one file, so that all are told at once.
final class ProblemList {
    private let file: String
    private let lines: KeyLines
    private var problems: [ConfigurationProblem] = []

    init(file: String, lines: KeyLines) {
        self.file = file
        self.lines = lines
    }

    func add(_ key: String, _ what: String, why: String? = nil, next: String) {
        problems.append(
            ConfigurationProblem(
                file: file, line: lines.line(of: key), key: key, what: what, why: why, next: next))
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
