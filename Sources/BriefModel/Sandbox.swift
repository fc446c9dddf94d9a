/// How the processes that read documents are locked in.
public struct Sandbox: Sendable, Equatable, Codable {
    public enum Level: String, Sendable, Codable {
        /// They can compute and answer, and nothing else.
        case full
        /// One of the two locks, on files and on system calls, is missing.
        case part
        /// They are limited in memory and time only.
        case none
    }

    public var level: Level
    /// What is missing, why, and what to do; nil where nothing is.
    public var why: String?

    public init(level: Level, why: String? = nil) {
        self.level = level
        self.why = why
    }
}
