import BriefModel
import FeedFetching
import FoundationEssentials
import Storage

/// Subscriptions and what is remembered of feeds, brought together.
enum FeedJoin {
    /// The state of a feed that is subscribed to no more, under the address that it moved to.
    struct Move: Sendable {
        var old: String
        var state: FeedState
    }

    /// The feeds that are subscribed to, each with its state.
    ///
    /// - Parameter states: by id; of others a new one is begun, which is due at once.
    static func feeds(
        _ subscriptions: [FeedSubscription], _ states: [String: FeedState],
        _ settings: PollingSettings, now: Date
    ) -> [String: ScheduledFeed] {
        var feeds: [String: ScheduledFeed] = [:]
        for subscription in subscriptions {
            let id = FeedState.id(of: subscription.url)
            var feed = ScheduledFeed(
                subscription: subscription,
                state: states[id] ?? FeedState(url: subscription.url, nextDue: now))
            feed.bound(settings, now)
            // As the status advises where none comes: then nobody waits for them.
            if subscription.fullText == .never { feed.state.pageTrouble = nil }
            feeds[id] = feed
        }
        unmerge(&feeds)
        merge(&feeds)
        return feeds
    }

    /// What new subscriptions take over of feeds that are subscribed to no more and moved to their address: whoever
    /// edits a configured address to where the feed moved, as the status asks for, goes on where it was.
    static func moves(
        _ subscriptions: [FeedSubscription], _ states: [String: FeedState]
    ) -> [Move] {
        let followed = Set(subscriptions.map { FeedState.id(of: $0.url) })
        var moved = states.values.filter { $0.address != nil && !followed.contains($0.id) }
        guard !moved.isEmpty else { return [] }
        var moves: [Move] = []
        for subscription in subscriptions where states[FeedState.id(of: subscription.url)] == nil {
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

    /// Another feed that is asked at the same address (S55).
    static func twin(of id: String, in feeds: [String: ScheduledFeed]) -> FeedState? {
        guard let mine = feeds[id]?.state, let address = try? FeedURL(mine.address ?? mine.url)
        else { return nil }
        return feeds.values.map(\.state).filter { other in
            other.id != id && other.condition != .merged
                && [other.url, other.address ?? other.url].contains {
                    (try? FeedURL($0))?.isAlias(of: address) == true
                }
        }.min { $0.id < $1.id }
    }

    /// A feed is merged only as long as the other one is subscribed to.
    private static func unmerge(_ feeds: inout [String: ScheduledFeed]) {
        for (id, feed) in feeds where feed.state.condition == .merged {
            guard feed.state.mergedWith.flatMap({ feeds[$0] }) == nil else { continue }
            feeds[id]?.state.condition = .ok
            feeds[id]?.state.mergedWith = nil
        }
    }

    /// Merges feeds whose remembered address was subscribed to since.
    private static func merge(_ feeds: inout [String: ScheduledFeed]) {
        for id in feeds.keys.sorted() {
            guard let feed = feeds[id], feed.state.address != nil, feed.state.condition != .merged,
                let other = twin(of: id, in: feeds)
            else { continue }
            feeds[id]?.merge(with: other)
        }
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
