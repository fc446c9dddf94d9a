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
        let http = http()
        let url: FeedURL
        do {
            url = try FeedURL(order.hub)
        } catch {
            return "\(error)"
        }
        let addressGuard = AddressGuard(http)
        if let reason = addressGuard.refusal(ofPortOf: url) { return reason }
        if http.proxy != nil, let reason = addressGuard.refusal(ofLiteral: url) { return reason }
        var request = HTTPRequest(
            url: url.text, method: .post,
            headers: [HTTPHeader("Content-Type", "application/x-www-form-urlencoded")],
            userAgent: http.userAgent ?? "briefd/\(Version.number)",
            body: Array(form(order).utf8), timeout: http.timeout, maxBodyBytes: 64 << 10,
            caFile: http.caFile, proxy: http.proxy)
        request.connectGuard = { addressGuard.refusal(of: $0, host: url.host) }
        do {
            let answer = try await client.send(request)
            return (200..<300).contains(answer.status) ? nil : "it answers \(answer.status)"
        } catch {
            return "\(error)"
        }
    }

    private func form(_ order: Polling.HubOrder) -> String {
        let seconds = Int(settings.lease.seconds)
        return [
            ("hub.callback", settings.callback + "/" + order.token), ("hub.mode", "subscribe"),
            ("hub.topic", order.topic), ("hub.lease_seconds", "\(seconds)"),
            ("hub.secret", order.secret),
        ].map { "\($0)=\(PercentText.encoded($1))" }.joined(separator: "&")
    }
}
