import BriefModel
import Curl
import FeedFetching
import FoundationEssentials
import Logging
import ServiceLifecycle
import Settings

/// Asks hubs to tell of changes (W3C WebSub §5.1), and hears them.
struct HubService: Service {
    /// Between two looks at who is to be asked.
    private static let pause = Duration.seconds(15)
    /// Hubs that are asked in one look.
    private static let atOnce = 20

    let polling: Polling
    let desk: PushDesk
    let settings: WebSubSettings
    let client: any HTTPClient
    let http: @Sendable () -> HTTPSettings
    let log: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await news in desk.news { await polling.heed(news) }
                }
                group.addTask {
                    while !Task.isCancelled {
                        await round()
                        guard (try? await Task.sleep(for: Self.pause)) != nil else { break }
                    }
                    desk.close()
                }
            }
        }
    }

    private func round() async {
        let orders = await polling.hubOrders(limit: Self.atOnce)
        // Before a hub is asked: it may call while it is asked still.
        desk.hold(await polling.hubLeases)
        for order in orders where !Task.isCancelled {
            guard let why = await ask(order) else { continue }
            log.info(
                "hub not reached",
                metadata: [
                    "hub": "\(order.hub.hidingSecrets.printable)",
                    "topic": "\(order.topic.hidingSecrets.printable)", "why": "\(why)",
                ])
        }
    }

    /// - Returns: why it did not go; nil where the hub took it.
    private func ask(_ order: Polling.HubOrder) async -> String? {
        let fields = [
            ("hub.callback", settings.callback + "/" + order.token), ("hub.mode", "subscribe"),
            ("hub.topic", order.topic), ("hub.lease_seconds", "\(Int(settings.lease.seconds))"),
            ("hub.secret", order.secret),
        ]
        return await HubRequest(client: client, http: http()).post(fields, to: order.hub)
    }
}
