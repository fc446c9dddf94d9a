import BriefModel
import FeedFetching
import FoundationEssentials
import Storage

/// Hubs that tell of changes: who is to be asked, what was agreed, and what they deliver.
extension Polling {
    /// A subscription that a hub is to be asked for.
    struct HubOrder: Sendable, Equatable {
        var hub: String
        var topic: String
        var token: String
        var secret: String
    }

    /// Seconds until a hub that did not agree is asked again, the first time; twice as long each time.
    private static let firstPause = 3_600.0
    private static let longestPause = 7 * 86_400.0
    /// A lease is renewed when so much of it is left: seconds.
    private static let margin = 86_400.0
    /// Deliveries of one feed that wait for their turn.
    private static let waiting = 4

    /// The subscriptions to ask hubs for now, at most `limit`; they are remembered as asked.
    func hubOrders(limit: Int) async -> [HubOrder] {
        var orders: [HubOrder] = []
        for (id, feed) in schedule.feeds where orders.count < limit && feed.state.isPolled {
            guard let hub = feed.state.hub else { continue }
            let topic = feed.state.topic ?? feed.state.address ?? feed.state.url
            var lease = feed.state.lease
            if lease?.hub != hub || lease?.topic != topic {
                lease = HubLease(
                    hub: hub, topic: topic, token: Self.randomName(), secret: Self.randomName())
            }
            guard var lease, isHubDue(lease) else { continue }
            lease.asked = clock()
            lease.attempts += 1
            schedule.update(id) { $0.state.lease = lease }
            await save(id)
            orders.append(
                HubOrder(hub: hub, topic: topic, token: lease.token, secret: lease.secret))
        }
        return orders
    }

    private func isHubDue(_ lease: HubLease) -> Bool {
        let now = clock()
        if let until = lease.until, until.timeIntervalSince(now) > Self.margin { return false }
        guard let asked = lease.asked, asked <= now else { return true }
        let doublings = Double(1 << min(max(lease.attempts, 1) - 1, 16))
        return now.timeIntervalSince(asked) >= min(Self.firstPause * doublings, Self.longestPause)
    }

    /// All that hubs were asked for, as long as the feed is followed.
    var hubLeases: [HubLease] {
        schedule.feeds.values.filter(\.state.isPolled).compactMap(\.state.lease)
    }

    func heed(_ news: PushDesk.News) async {
        switch news {
        case .agreed(let token, let seconds):
            guard let id = feed(with: token) else { return }
            let until = clock().addingTimeInterval(min(seconds, 366 * 86_400))
            schedule.update(id) { feed in
                feed.state.lease?.until = until
                feed.state.lease?.attempts = 0
            }
            await save(id)
        case .denied(let token, let why):
            guard let id = feed(with: token) else { return }
            log.info(
                "hub refuses",
                metadata: ["feed": "\(schedule[id]?.state.url ?? id)", "why": "\(why.printable)"])
            // It is polled as if there were no hub.
            let usual = clock().addingTimeInterval(settings.interval.seconds)
            schedule.update(id) { feed in
                feed.state.lease?.until = nil
                feed.state.nextDue = min(feed.state.nextDue, usual)
            }
            await save(id)
        case .forged(let token):
            guard let id = feed(with: token), let url = schedule[id]?.state.url else { return }
            log.warning(
                "delivery not believed",
                metadata: [
                    "feed": "\(url)", "why": "it does not bear the signature of the feed's hub",
                ])
        case .content(let token, let bytes, let type):
            guard let id = feed(with: token), let feed = schedule[id], feed.state.isPolled else {
                return
            }
            let now = clock()
            schedule.update(id) { $0.state.lease?.told = now }
            take(bytes, type, of: feed, id)
        }
        wakeup.ring()
    }

    private func feed(with token: String) -> String? {
        schedule.feeds.first { $0.value.state.lease?.token == token }?.key
    }

    /// What came stands for the answer of a poll, which is due now: nobody is asked for it.
    private func take(_ bytes: [UInt8], _ type: String?, of feed: ScheduledFeed, _ id: String) {
        guard bytes.contains(where: { $0 > 0x20 }) else {
            // Only that there is something: it is fetched as soon as good manners allow.
            let earliest = (feed.state.lastPoll ?? .distantPast)
                .addingTimeInterval(settings.minimumInterval.seconds)
            let due = min(feed.state.nextDue, max(clock(), earliest))
            return schedule.update(id) { $0.state.nextDue = due }
        }
        guard pushed[id, default: []].count < Self.waiting else {
            // The rest of what came so fast is in the feed itself.
            return
        }
        var outcome = FetchOutcome(
            result: .document(bytes), status: 200, url: feed.state.address ?? feed.state.url,
            validators: feed.state.validators, contentType: type, wasConditional: true)
        outcome.isDelta = true
        pushed[id, default: []].append(outcome)
        let now = clock()
        schedule.update(id) { $0.state.nextDue = now }
    }

    /// What was delivered for a feed and not read yet, the oldest first.
    func takePushed(_ id: String) -> FetchOutcome? {
        guard var waiting = pushed[id], !waiting.isEmpty else { return nil }
        let first = waiting.removeFirst()
        pushed[id] = waiting.isEmpty ? nil : waiting
        return first
    }

    private static func randomName() -> String {
        (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
    }
}
