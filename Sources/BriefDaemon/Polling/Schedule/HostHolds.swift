import FoundationEssentials

/// Which hosts asked to be left alone, and until when.
protocol HostHolds: Sendable {
    /// Whether there is any: asked before the host of a feed is looked for, of which there are many.
    var hasHolds: Bool { get }

    /// Nil where the host may be asked.
    func hold(of host: String) -> Date?
}
