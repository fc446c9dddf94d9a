import FoundationEssentials

/// A run of linked pages of a feed of which none could be had.
public struct PageTrouble: Sendable, Equatable {
    /// Requests in a row that did not bring the page.
    public var misses: Int
    /// Why the first of the latest round did not.
    public var why: String
    public var since: Date

    public init(misses: Int, why: String, since: Date) {
        self.misses = misses
        self.why = why
        self.since = since
    }
}
