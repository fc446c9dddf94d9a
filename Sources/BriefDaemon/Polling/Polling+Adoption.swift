import BriefModel
import FeedFetching
import FoundationEssentials
import Storage

/// A feed whose configured address was edited to where it moved, as the status asks for, goes on where it was: nothing
/// is fetched or filed again.
extension Polling {
    func adopt(_ subscriptions: [FeedSubscription]) async {
        do {
            remembered = try await thread.run { [store, remembered] in
                try Polling.adopted(subscriptions, remembered, in: store)
            }
        } catch {
            log.error("feeds' state not taken over", metadata: ["error": "\(error)"])
        }
    }

    /// Gives new subscriptions the state of feeds that are subscribed to no more and moved to their address.
    ///
    /// - Returns: `remembered` with the changes, which are on the disk.
    static func adopted(
        _ subscriptions: [FeedSubscription], _ remembered: [String: FeedState],
        in store: FeedStateStore
    ) throws(StorageError) -> [String: FeedState] {
        let followed = Set(subscriptions.map { FeedState.id(of: $0.url) })
        let moved = remembered.values.filter { $0.address != nil && !followed.contains($0.id) }
        guard !moved.isEmpty else { return remembered }
        var result = remembered
        for subscription in subscriptions
        where remembered[FeedState.id(of: subscription.url)] == nil {
            guard let url = try? FeedURL(subscription.url),
                let old = moved.filter({
                    (try? FeedURL($0.address ?? ""))?.isAlias(of: url) == true
                })
                .min(by: { $0.id < $1.id }), result[old.id] != nil
            else { continue }
            let state = old.renamed(subscription.url)
            try store.adopt(state, from: old.id)
            result[old.id] = nil
            result[state.id] = state
        }
        return result
    }
}

extension FeedState {
    /// The same feed under another configured address.
    fileprivate func renamed(_ url: String) -> FeedState {
        var state = self
        state.url = url
        state.id = FeedState.id(of: url)
        state.address = nil
        state.isMoved = nil
        state.isFound = nil
        state.movingTo = nil
        state.movingCount = 0
        return state
    }
}
