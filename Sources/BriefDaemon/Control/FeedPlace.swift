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
        rank = Self.rank(of: feed.state)
        url = feed.url.hidingSecrets
        id = feed.id
    }

    private static func rank(of state: FeedState.Condition) -> Int {
        switch state {
        case .failing: 0
        case .gone: 1
        case .ok: 2
        case .paused: 3
        case .merged: 4
        }
    }

    /// The first places in the order of the list, of ten thousand too, without sorting all: of ranks that lie behind enough
    /// others nothing is looked at.
    ///
    /// - Returns: places with the indices of their feeds, in order.
    static func first(
        _ count: Int, of feeds: [FeedSnapshot], after start: FeedPlace?
    ) -> [(place: FeedPlace, index: Int)] {
        var ranks = Array(repeating: [Int](), count: 5)
        for index in feeds.indices { ranks[rank(of: feeds[index].state)].append(index) }
        var found: [(place: FeedPlace, index: Int)] = []
        for (rank, indices) in ranks.enumerated()
        where found.count < count && rank >= start?.rank ?? 0 {
            var places = indices.map { (place: FeedPlace(feeds[$0]), index: $0) }
            if let start, start.rank == rank { places.removeAll { $0.place <= start } }
            found += smallest(count - found.count, of: places)
        }
        return found
    }

    /// In order. A few of many are picked in one walk, as the greatest of those picked is mostly smaller than the next.
    private static func smallest(
        _ count: Int, of places: [(place: FeedPlace, index: Int)]
    ) -> [(place: FeedPlace, index: Int)] {
        guard count < places.count / 8 else {
            return Array(places.sorted { $0.place < $1.place }.prefix(count))
        }
        var picked: [(place: FeedPlace, index: Int)] = []
        for candidate in places {
            if picked.count == count, let last = picked.last, last.place < candidate.place {
                continue
            }
            var low = 0
            var high = picked.count
            while low < high {
                let middle = (low + high) / 2
                if picked[middle].place < candidate.place {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            picked.insert(candidate, at: low)
            if picked.count > count { picked.removeLast() }
        }
        return picked
    }

    init?(cursor: String) {
        let parts = cursor.utf8.split(
            separator: UInt8(ascii: "."), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }), parts[0].count == 1,
            let rank = Int(String(parts[0]) ?? ""), (0...4).contains(rank)
        else { return nil }
        self.rank = rank
        // Cut at ASCII only: both are whole.
        id = String(decoding: parts[1], as: UTF8.self)
        url = String(decoding: parts[2], as: UTF8.self)
    }

    var cursor: String { "\(rank).\(id).\(url)" }

    static func < (one: FeedPlace, other: FeedPlace) -> Bool {
        (one.rank, one.url, one.id) < (other.rank, other.url, other.id)
    }
}
