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
        let url: FeedURL
        do {
            url = try FeedURL(topic.hub)
        } catch {
            return "\(error)"
        }
        let address = form(topic.address)
        let body = "hub.mode=publish&hub.url=\(address)&hub.topic=\(address)"
        let addressGuard = AddressGuard(http)
        var request = HTTPRequest(
            url: url.text, method: .post,
            headers: [HTTPHeader("Content-Type", "application/x-www-form-urlencoded")],
            userAgent: http.userAgent ?? "briefd/\(Version.number)", body: Array(body.utf8),
            timeout: .seconds(30), maxBodyBytes: 1 << 20, caFile: http.caFile, proxy: http.proxy)
        request.connectGuard = { addressGuard.refusal(of: $0, host: url.host) }
        do {
            let answer = try await client.send(request)
            return (200..<300).contains(answer.status) ? nil : "answered \(answer.status)"
        } catch {
            return "\(error)"
        }
    }

    /// application/x-www-form-urlencoded.
    private static func form(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        for byte in text.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || "-._*".utf8.contains(byte)
            out += isPlain ? [byte] : [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: out, as: UTF8.self)
    }
}
