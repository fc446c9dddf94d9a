import FoundationEssentials

/// A walk back through a feed's archive (RFC 5005) that an operator asked for: what is left of it.
public struct Backfill: Sendable, Equatable {
    /// The next page.
    public var next: String
    /// Pages that may still be asked, `next` included.
    public var left: Int
    /// Those that were asked, so that no circle is walked.
    public var seen: [String]
    /// Not before then.
    public var due: Date

    public init(next: String, left: Int, seen: [String] = [], due: Date) {
        self.next = next
        self.left = left
        self.seen = seen
        self.due = due
    }
}
