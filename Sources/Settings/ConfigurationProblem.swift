/// One thing that is wrong with a configuration file, and what to do about it.
public struct ConfigurationProblem: Sendable, Equatable, CustomStringConvertible {
    public var file: String
    /// From 1; nil where the problem has no place in the file.
    public var line: Int?
    /// From 1; known for errors of syntax and within queries.
    public var column: Int?
    /// For example "polling.interval" or "feed[2].url", counted from 1; nil for errors of syntax.
    public var key: String?
    public var what: String
    public var why: String?
    public var next: String

    public init(
        file: String, line: Int? = nil, column: Int? = nil, key: String? = nil, what: String,
        why: String? = nil, next: String
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.key = key
        self.what = what
        self.why = why
        self.next = next
    }

    /// "briefd.toml:12: polling.intervall: unknown key; did you mean "interval"?".
    public var description: String {
        var place = file
        if let line { place += ":\(line)" }
        if let column { place += ":\(column)" }
        if let key { place += ": \(key)" }
        return place + ": " + [what, why, next].compactMap { $0 }.joined(separator: "; ")
    }
}
