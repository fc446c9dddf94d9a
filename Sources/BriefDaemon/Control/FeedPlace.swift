import Storage

/// Where a feed stands in the list of feeds: those in trouble first, then by address.
///
/// Cursors hold such a place, not a feed: a feed that is removed or changes its state between two pages neither ends the
/// list nor moves others.
struct FeedPlace: Comparable {
    private let rank: Int
    private let url: String

    init(_ feed: FeedSnapshot) {
        rank =
            switch feed.state {
            case .failing: 0
            case .gone: 1
            case .ok: 2
            case .paused: 3
            case .merged: 4
            }
        url = feed.url
    }

    init?(cursor: String) {
        let parts = cursor.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let rank = Int(parts[0]), (0...4).contains(rank) else {
            return nil
        }
        self.rank = rank
        url = String(parts[1])
    }

    var cursor: String { "\(rank).\(url)" }

    static func < (one: FeedPlace, other: FeedPlace) -> Bool {
        (one.rank, one.url) < (other.rank, other.url)
    }
}
