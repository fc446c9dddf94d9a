import FeedFetching
import FoundationEssentials
import Storage

/// Subscriptions that turn out to be one feed (S55).
extension Polling {
    /// A feed that moved to the address of another subscription is not asked twice.
    func mergeDuplicates(of id: String) async {
        guard let other = Polling.twin(of: id, in: feeds) else { return }
        feeds[id]?.merge(with: other)
        notify(
            PollingEvent(
                .feedMerged, subject: feeds[id]?.state.url ?? id,
                what: "\(feeds[id]?.state.url ?? id) moved to the address of \(other.url);"
                    + " remove one of them"))
        await save(id)
    }

    /// Merges feeds whose remembered address was subscribed to since.
    static func mergeAll(_ feeds: inout [String: Feed]) {
        for id in feeds.keys.sorted() {
            guard let feed = feeds[id], feed.state.address != nil, feed.state.condition != .merged,
                let other = twin(of: id, in: feeds)
            else { continue }
            feeds[id]?.merge(with: other)
        }
    }

    private static func twin(of id: String, in feeds: [String: Feed]) -> FeedState? {
        guard let mine = feeds[id]?.state, let address = try? FeedURL(mine.address ?? mine.url)
        else { return nil }
        return feeds.values.map(\.state).filter { other in
            other.id != id && other.condition != .merged
                && [other.url, other.address ?? other.url].contains {
                    (try? FeedURL($0))?.isAlias(of: address) == true
                }
        }.min { $0.id < $1.id }
    }
}

extension Polling.Feed {
    fileprivate mutating func merge(with other: FeedState) {
        state.condition = .merged
        state.mergedWith = other.id
        state.reason = "polled as \(other.url)"
    }
}
