/// A part of the list of the spool's files.
public struct SpoolPage: Sendable, Equatable {
    public let entries: [SpoolEntry]
    /// Where the next page goes on; nil at the end.
    public let next: String?
}
