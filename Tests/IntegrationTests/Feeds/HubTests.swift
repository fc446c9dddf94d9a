import ControlProtocol
import Foundation
import Hashing
import NIOHTTP1
import Testing

/// S52: a hub that tells of changes (W3C WebSub).
@Suite struct HubTests {
    private let settings = """
        [http]
        allow_hosts = ["127.0.0.1"]
        [polling]
        interval = "1h"
        minimum_interval = "1h"

        """

    /// The fields of a form.
    private func form(_ body: [UInt8]) -> [String: String] {
        let pairs = String(decoding: body, as: UTF8.self).split(separator: "&").map { pair in
            pair.split(separator: "=", maxSplits: 1).map { $0.removingPercentEncoding ?? "" }
        }
        return Dictionary(
            pairs.map { ($0[0], $0.count > 1 ? $0[1] : "") }, uniquingKeysWith: { $1 })
    }

    @Test
    func `S52 asks the hub, answers its question, believes what it signs, and polls on slowly`()
        async throws
    {
        let root = try TestRoot()
        let socket = root.url.appendingPathComponent("push.sock").path
        let site = try LoopbackServer { request in
            let host = request.header("Host") ?? ""
            let links = [("rel=\"hub\"", "/hub"), ("rel=\"self\"", "/feed?a=1&amp;b")].map {
                "<atom:link \($0) href=\"http://\(host)\($1)\"/>"
            }
            return request.path == "/hub"
                ? .init(status: 202)
                : .init(body: FeedText([9_101], channel: links.joined()).rss)
        }
        let address = site.address + "/feed"
        try root.configure(
            settings + """
                [websub]
                callback = "https://reader.invalid/briefd/"
                listen = "unix:\(socket)"
                lease = "3d"
                [[feed]]
                url = "\(address)"
                full_text = "never"
                """)
        let daemon = try RunningDaemon(root)
        defer { daemon.kill() }
        let isAsked = await waitUntil(limit: 120) {
            site.requests.contains { $0.path == "/hub" }
        }
        #expect(isAsked, "\(daemon.logText.suffix(2000))")
        let order = form(try #require(site.requests.first { $0.path == "/hub" }).body)
        let topic = site.address + "/feed?a=1&b"
        #expect(order["hub.mode"] == "subscribe" && order["hub.topic"] == topic)
        #expect(order["hub.lease_seconds"] == "259200")
        let callback = try #require(order["hub.callback"])
        #expect(callback.hasPrefix("https://reader.invalid/briefd/"))
        let path = "/" + (callback.split(separator: "/").last ?? "")
        let secret = try #require(order["hub.secret"])
        #expect(secret.count >= 20 && !daemon.logText.contains(secret))

        func ask(_ topic: String, _ mode: String = "subscribe", at path: String) async throws
            -> (Int, String)
        {
            let topic = topic.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let answer = try await SocketQuestion.answer(
                .GET,
                path
                    + "?hub.mode=\(mode)&hub.topic=\(topic)&hub.challenge=a%2Bb7&hub.lease_seconds=86400",
                socket: socket)
            return (answer.status, String(decoding: answer.body, as: UTF8.self))
        }
        #expect(try await ask(topic + "x", at: path).0 == 404)
        #expect(try await ask(topic, "unsubscribe", at: path).0 == 404)
        #expect(try await ask(topic, at: "/nobody").0 == 404)
        let agreed = try await ask(topic, at: "/briefd" + path)
        #expect(agreed.0 == 200 && agreed.1 == "a+b7")

        func deliver(
            _ body: String, _ kind: KeyedHash? = .sha256, key: String? = nil, to path: String
        ) async throws -> Int {
            let code = kind.map { $0.hex(of: Array(body.utf8), key: Array((key ?? secret).utf8)) }
            let signature = code.map { [("X-Hub-Signature", "\(kind?.rawValue ?? "")=\($0)")] }
            return try await SocketQuestion.answer(
                .POST, path, headers: [("Content-Type", "application/rss+xml")] + (signature ?? []),
                body: body, socket: socket
            ).status
        }
        let news = FeedText([9_102]).rss
        #expect(try await deliver(news, key: "guessed", to: path) == 202)
        #expect(try await deliver(news, nil, to: path) == 202)
        #expect(try await deliver(news, to: "/nobody") == 410)
        #expect(root.articles().count == 1)
        for kind in [KeyedHash.sha1, .sha256, .sha512] {
            #expect(try await deliver(news, kind, to: path) == 202)
        }
        #expect(await waitUntil(limit: 60) { root.articles().count == 2 })
        // What is no feed does no harm.
        #expect(try await deliver("<html>no feed</html>", to: path) == 202)
        #expect(try await deliver(FeedText([9_103]).rss, to: path) == 202)
        #expect(await waitUntil(limit: 60) { root.articles().count == 3 })
        let status = root.runtime.appendingPathComponent("status.sock").path
        let isResting = await waitUntil(limit: 60) {
            let bytes = try? await SocketQuestion.ask(.GET, "/v1/feeds", socket: status)
            let page = bytes.flatMap { try? WireJSON.decode(ItemPage<FeedItem>.self, from: $0) }
            guard let feed = page?.items.first else { return false }
            return feed.state == "ok" && (feed.dueIn ?? 0) > 20 * 3600
        }
        #expect(isResting)
        #expect(site.requests.filter { $0.path == "/feed" }.count == 1)
        #expect(site.requests.filter { $0.path == "/hub" }.count == 1)
        #expect(await daemon.stop() == 0)
        #expect(root.articles().count == 3 && root.sightings().isEmpty)
    }
}
