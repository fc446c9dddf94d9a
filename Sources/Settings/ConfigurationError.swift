/// A configuration that cannot be used: all its problems, in the order of the file.
public struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
    public var problems: [ConfigurationProblem]

    public init(problems: [ConfigurationProblem]) {
        self.problems = problems
    }

    init(
        file: String, line: Int? = nil, column: Int? = nil, what: String, why: String? = nil,
        next: String
    ) {
        problems = [
            ConfigurationProblem(
                file: file, line: line, column: column, what: what, why: why, next: next)
        ]
    }

    /// One problem a line.
    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
