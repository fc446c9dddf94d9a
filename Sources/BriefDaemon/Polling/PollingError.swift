import FoundationEssentials

/// Why an operator's order could not be carried out.
public enum PollingError: Error, Sendable, Equatable, CustomStringConvertible {
    case noFeed(id: String)
    case paused(id: String)
    /// It is asked under the id of another subscription.
    case merged(id: String, with: String)

    /// The feed names no older pages (RFC 5005).
    case noArchive(id: String)

    /// There is no such feed; else it is there, but not in a state for what was ordered.
    var isNotThere: Bool {
        if case .noFeed = self { true } else { false }
    }

    public var description: String {
        switch self {
        case .noFeed(let id): "no feed \(id); briefctl feeds lists them"
        case .noArchive(let id):
            "feed \(id) names no archive of older entries; there is nothing to fetch"
        case .paused(let id): "feed \(id) is paused; briefctl feed resume \(id) first"
        case .merged(let id, let other):
            "feed \(id) moved to the address of feed \(other) and is polled as that one"
        }
    }
}
