import BriefModel
import FeedFetching
import FoundationEssentials
import Storage

/// A feed whose configured address was edited to where it moved, as the status asks for, goes on where it was: nothing
/// is fetched or filed again.
extension Polling {
    /// The state of a feed that is subscribed to no more, under the address that it moved to.
    struct Move: Sendable {
        var old: String
        var state: FeedState
    }

    /// Gives new subscriptions the state of feeds that moved to their address.
    ///
    /// - Returns: what was done, which is on the disk.
    func adopt(_ subscriptions: [FeedSubscription]) async -> [Move] {
        let known = remembered.merging(feeds.mapValues(\.state)) { $1 }
        let moves = Polling.moves(subscriptions, known)
        guard !moves.isEmpty else { return [] }
        do {
            try await thread.run { [store] in
                for move in moves { try store.adopt(move.state, from: move.old) }
            }
            return moves
        } catch {
            log.error("feeds' state not taken over", metadata: ["error": "\(error)"])
            return []
        }
    }

    /// What new subscriptions take over of feeds that are subscribed to no more and moved to their address.
    static func moves(
        _ subscriptions: [FeedSubscription], _ remembered: [String: FeedState]
    ) -> [Move] {
        let followed = Set(subscriptions.map { FeedState.id(of: $0.url) })
        var moved = remembered.values.filter { $0.address != nil && !followed.contains($0.id) }
        guard !moved.isEmpty else { return [] }
        var moves: [Move] = []
        for subscription in subscriptions
        where remembered[FeedState.id(of: subscription.url)] == nil {
            guard let url = try? FeedURL(subscription.url),
                let old = moved.filter({
                    (try? FeedURL($0.address ?? ""))?.isAlias(of: url) == true
                })
                .min(by: { $0.id < $1.id })
            else { continue }
            moved.removeAll { $0.id == old.id }
            moves.append(Move(old: old.id, state: old.renamed(subscription.url)))
        }
        return moves
    }
}

extension FeedState {
    /// The same feed under another configured address.
    func renamed(_ url: String) -> FeedState {
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
