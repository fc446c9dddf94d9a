import BriefModel
import Storage

/// Where a feed stands in the list of feeds: those in trouble first, then by address.
///
/// Cursors hold such a place, not a feed: a feed that is removed or changes its state between two pages neither ends the
/// list nor moves others.
struct FeedPlace: Comparable {
    private let rank: Int
    /// As lists show it.
    private let url: String
    private let id: String

    init(_ feed: FeedSnapshot) {
        rank =
            switch feed.state {
            case .failing: 0
            case .gone: 1
            case .ok: 2
            case .paused: 3
            case .merged: 4
            }
        url = feed.url.hidingSecrets
        id = feed.id
    }

    init?(cursor: String) {
        let parts = cursor.split(separator: ".", maxSplits: 2)
        guard parts.count == 3, let rank = Int(parts[0]), (0...4).contains(rank) else {
            return nil
        }
        self.rank = rank
        id = String(parts[1])
        url = String(parts[2])
    }

    var cursor: String { "\(rank).\(id).\(url)" }

    static func < (one: FeedPlace, other: FeedPlace) -> Bool {
        (one.rank, one.url, one.id) < (other.rank, other.url, other.id)
    }
}
