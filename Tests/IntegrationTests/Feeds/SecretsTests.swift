import Foundation
import Testing

/// A secret that stands in a feed's address or header is for its server and the state folder alone.
@Suite struct SecretsTests {
    private static let secret = "QuaySecret7"

    private static let settings = """
        [polling]
        interval = "1s"
        minimum_interval = "1s"
        per_host_spacing = "1ms"

        [http]
        allow_hosts = ["127.0.0.1"]

        """

    private static func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        if request.path.hasPrefix("/moved") {
            return .init(status: 301, headers: [("Location", "/gone?auth=\(secret)")])
        }
        guard request.path.hasPrefix("/feed") else { return .init(status: 410) }
        let words = (1...60).map { "pier\($0)" }.joined(separator: " ")
        return .init(
            headers: [("Content-Type", "application/rss+xml")],
            body: """
                <rss version="2.0"><channel><title>Tide \u{202E}tables</title><item><guid>1</guid>
                <title>High \u{202E}water\u{9B}31m \u{2066}at noon</title><description>\(words).</description>
                </item></channel></rss>
                """)
    }

    @Test func `a token in an address is shown nowhere`() async throws {
        let site = try LoopbackServer(Self.answer)
        let root = try TestRoot()
        let addresses = ["/feed?token=", "/moved?x=1&api_key=", "/gone?access_token="].map {
            "http://127.0.0.1:\(site.port)\($0)\(Self.secret)"
        }
        let feeds = addresses.dropLast().map { "[[feed]]\nurl = \"\($0)\"\n" }.joined()
        try root.configure(Self.settings + feeds)
        let daemon = try RunningDaemon(root)
        defer { daemon.kill() }
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let socket = root.runtime.appendingPathComponent("control.sock").path
        let body = #"{"url":"\#(addresses[2])","headers":{"X-Key":"\#(Self.secret)"}}"#
        var said = [
            String(
                decoding: try await SocketQuestion.ask(
                    .POST, "/v1/feeds", body: body, socket: socket), as: UTF8.self)
        ]
        let filed = await waitUntil(limit: 60) {
            !root.articles().isEmpty && site.requests.contains { $0.path.hasPrefix("/moved") }
        }
        #expect(filed, "\(daemon.logText)")
        for command in [
            ["status"], ["feeds"], ["errors"], ["articles"], ["duplicates"], ["feed", "export"],
            ["feed", "add", addresses[2]], ["feed", "poll", addresses[0]],
        ] {
            for more in command == ["feed", "export"] ? [[]] : [[], ["--json"]] {
                let end = try await run(
                    "briefctl", command + more + ["--runtime", root.runtime.path])
                said.append(end.output + end.errors)
            }
        }
        for path in ["/metrics", "/v1/feeds?limit=1", "/v1/subscriptions"] {
            let status = root.runtime.appendingPathComponent("status.sock").path
            said.append(
                String(
                    decoding: try await SocketQuestion.ask(.GET, path, socket: status),
                    as: UTF8.self))
        }
        // As it is shown, it can be named.
        let shown = addresses[2].replacingOccurrences(of: Self.secret, with: "***")
        let removal = try await daemon.ctl("feed", "remove", shown)
        #expect(removal.status == 0, "\(removal.errors)")
        #expect(await daemon.stop() == 0)
        said.append(daemon.logText)
        for text in said { #expect(!text.contains(Self.secret), "\(text)") }
        let state = root.url.appendingPathComponent("state")
        for name in root.files(below: state) where !name.hasPrefix("feeds.sqlite") {
            let bytes = try Data(contentsOf: state.appendingPathComponent(name))
            #expect(bytes.range(of: Data(Self.secret.utf8)) == nil, "\(name)")
        }
        let article = try #require(root.articleTexts().first)
        #expect(article.contains("title: \"High water31m at noon\""), "\(article)")
        for name in ["feeds.sqlite", "subscriptions.opml", "errors.jsonl"] {
            let mode = try FileManager.default.attributesOfItem(
                atPath: state.appendingPathComponent(name).path)[.posixPermissions]
            #expect(mode as? Int == 0o600, "\(name)")
        }
    }

    @Test func `a configuration with secrets that everybody may read is warned of`() async throws {
        let root = try TestRoot()
        try root.configure(
            "[[feed]]\nurl = \"https://a.example/f\"\nheaders = { \"X-Key\" = \"\(Self.secret)\" }\n"
        )
        for (mode, isWarned) in [(0o644, true), (0o640, false), (0o604, true)] {
            try FileManager.default.setAttributes(
                [.posixPermissions: mode], ofItemAtPath: root.configuration.path)
            let end = try await run(
                "briefd", ["check-config", "--config", root.configuration.path])
            #expect(end.status == 0)
            #expect(end.output.contains("warning") == isWarned, "\(end.output)")
            #expect(!end.output.contains(Self.secret))
        }
    }
}
