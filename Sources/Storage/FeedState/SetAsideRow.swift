/// A row of feeds.sqlite that could not be read, or not wholly. It is kept in the table `set_aside`, as the statement
/// that would put it back.
public struct SetAsideRow: Sendable, Equatable {
    /// The table it was in.
    public var table: String
    /// The feed's address, or its id where that is not known; a host; a watched file.
    public var subject: String
    /// In words.
    public var why: String
    /// Whether what could be read of it stays in force; else all that it said is gone.
    public var isKeptInPart: Bool

    public init(table: String, subject: String, why: String, isKeptInPart: Bool) {
        self.table = table
        self.subject = subject
        self.why = why
        self.isKeptInPart = isKeptInPart
    }
}
