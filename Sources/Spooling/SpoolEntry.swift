import FoundationEssentials

/// A file in the spool as operators see it.
public struct SpoolEntry: Sendable, Equatable {
    /// Stays the same while the file lives, in whatever queue.
    public let id: String
    /// The path beneath incoming/ under which it was dropped, printable.
    public let name: String
    public let queue: SpoolQueue
    /// When it came into this queue.
    public let since: Date
    /// Bytes.
    public let size: Int
    public let attempts: Int
    /// Why it is where it is; nil where nothing is the matter.
    public let reason: String?
}
