import BriefModel
import ControlProtocol
import ControlServer
import FoundationEssentials
import Settings

extension DaemonControl {
    func look(_ request: AddFeedRequest) async throws -> FeedLookReply {
        var whole = request
        whole.url = FeedAddress.completed(request.url)
        let feed: FeedSubscription
        do {
            feed = try subscription(of: whole)
            try await reloader.checkIsNew(feed)
        } catch let error as SubscriptionError {
            throw ControlFailure(error.status, error.code, "Not added", detail: error.description)
        }
        let found: [LookedFeed]
        do {
            found = try await polling.look(
                at: feed, mayBePlain: !request.url.lowercased().contains("://"))
        } catch let error as FeedLookError {
            throw ControlFailure(
                422, "no-feed", "No feed there",
                detail: "\(error.what.hidingSecrets). Nothing was added")
        }
        return FeedLookReply(
            url: feed.url,
            feeds: found.enumerated().map { FeedLookItem($0.element, number: $0.offset + 1) })
    }
}

extension FeedLookItem {
    init(_ looked: LookedFeed, number: Int) {
        let feed = looked.feed
        self.init(
            number: number, url: looked.link.url,
            title: feed?.title ?? looked.link.title?.cut(to: FactLimits.title),
            format: feed?.format.rawValue, version: feed?.version, entries: feed?.entries.count,
            newest: looked.newest.map {
                Entry(
                    title: $0.title?.cut(to: FactLimits.title),
                    published: LookedFeed.date($0)?.rfc3339,
                    url: $0.link?.hidingSecrets)
            })
    }
}
