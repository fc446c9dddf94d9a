import BriefModel
import Curl
import FeedFetching
import FoundationEssentials
import Logging
import Settings
import Synchronization

/// Tells hubs that feeds of ours changed (W3C WebSub §5; the request is that of PubSubHubbub 0.4 §7.1, as hubs take it).
///
/// A hub reads the feed itself then, so that one word is enough however often it changed, and one that is lost is made up
/// for by the next.
final class HubPings: Sendable {
    struct Topic: Hashable {
        var hub: String
        /// Where the feed is found.
        var address: String
    }

    /// Between two tries; after the last the next change tells.
    static let waits: [Duration] = [.seconds(10), .seconds(60), .seconds(600)]

    private let waiting = Mutex<[Topic]>([])
    private let bell = Wakeup()
    private let log: Logger

    init(log: Logger) { self.log = log }

    /// A feed was written that says something new.
    func note(hub: String, address: String) {
        let topic = Topic(hub: hub, address: address)
        waiting.withLock { if !$0.contains(topic) { $0.append(topic) } }
        bell.ring()
    }

    func run(_ client: any HTTPClient, http: @Sendable () -> HTTPSettings) async {
        while !Task.isCancelled {
            let next = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            guard let next else {
                await bell.wait(atMost: nil)
                continue
            }
            await tell(next, client, http)
        }
    }

    private func tell(
        _ topic: Topic, _ client: any HTTPClient, _ http: @Sendable () -> HTTPSettings
    ) async {
        var why: String?
        for wait in [.zero] + Self.waits {
            if wait > .zero {
                guard (try? await Task.sleep(for: wait)) != nil else { return }
                // What changed meanwhile is told by the same word.
                waiting.withLock { $0.removeAll { $0 == topic } }
            }
            why = await Self.ping(topic, client, http())
            guard let why else { return }
            log.info("hub not told", metadata: ["hub": "\(topic.hub)", "why": "\(why)"])
        }
        log.warning(
            "hub not told, given up until the feed changes again",
            metadata: ["hub": "\(topic.hub)", "why": "\(why ?? "")"])
    }

    /// Returns why it was not told; nil where it was.
    static func ping(
        _ topic: Topic, _ client: any HTTPClient, _ http: HTTPSettings
    ) async -> String? {
        await HubRequest(client: client, http: http).post(
            [("hub.mode", "publish"), ("hub.url", topic.address), ("hub.topic", topic.address)],
            to: topic.hub)
    }
}
