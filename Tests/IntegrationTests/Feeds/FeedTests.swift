import Foundation
import Testing

@Suite struct FeedTests {
    private let settings = """
        [polling]
        interval = "1s"
        minimum_interval = "1s"
        per_host_spacing = "1ms"
        adaptive = false

        [http]
        allow_hosts = ["127.0.0.1"]

        """

    @Test func `files every entry of three feeds once and asks again with both validators`()
        async throws
    {
        let site = try LoopbackServer(Site(entries: 8, wall: nil).answer)
        let root = try TestRoot()
        try root.configure(
            settings + feed(site, "/rss") + feed(site, "/atom") + feed(site, "/json"))
        let daemon = try RunningDaemon(root)
        defer { daemon.kill() }
        let filed = await waitUntil(limit: 120) { root.articles().count >= 24 }
        #expect(filed, "\(root.articles().count) articles; \(daemon.logText.suffix(3000))")
        let polled = await waitUntil(limit: 120) {
            site.requests.filter { $0.path == "/rss" }.count >= 2
        }
        #expect(polled)
        let second = try #require(site.requests.filter { $0.path == "/rss" }.dropFirst().first)
        #expect(second.header("If-None-Match") == "W/\"a,  b\"")
        #expect(second.header("If-Modified-Since") == "Tue, 3 Nov 2026 9:07:05 GMT")
        #expect(second.header("Referer") == nil && second.header("Cookie") == nil)
        #expect(await daemon.stop() == 0)
        #expect(root.articles().count == 24)
        for seed in Site.seeds(24) {
            let page = "/page/\(seed)"
            #expect(site.requests.filter { $0.path == page }.count == 1, "\(page)")
        }
    }

    @Test func `asks no feed before it is due after a restart`() async throws {
        let site = try LoopbackServer(Site(entries: 2, wall: nil).answer)
        let root = try TestRoot()
        let slow = settings.replacingOccurrences(of: "\"1s\"", with: "\"1h\"")
        try root.configure(slow + feed(site, "/rss"))
        for round in 1...3 {
            let end = try await run(
                "briefd", ["run", "--once", "--config", root.configuration.path])
            #expect(end.status == 0, "\(end.errors)")
            // What it says in the end is of feeds too.
            #expect(end.errors.contains(round == 1 ? "filed=2" : "filed=0"), "\(end.errors)")
        }
        #expect(site.requests.filter { $0.path == "/rss" }.count == 1)
        #expect(root.articles().count == 2)
    }

    @Test func `files entries from the feed's own content behind a consent wall`() async throws {
        let wall =
            "<html><body><h1>Before you continue</h1><p>We value your privacy. Choose how"
            + " we and our partners use cookies on this device.</p></body></html>"
        let site = try LoopbackServer(Site(entries: 6, wall: wall).answer)
        let root = try TestRoot()
        try root.configure(
            settings.replacingOccurrences(
                of: "adaptive = false", with: "adaptive = false\npage_retry = \"100ms\"")
                + feed(site, "/rss"))
        let daemon = try RunningDaemon(root)
        defer { daemon.kill() }
        let filed = await waitUntil(limit: 120) { root.articles().count >= 6 }
        #expect(filed, "\(root.articles().count); \(daemon.logText.suffix(3000))")
        #expect(await daemon.stop() == 0)
        let texts = root.articleTexts()
        #expect(texts.count == 6)
        #expect(texts.allSatisfy { $0.contains("partial: true") && !$0.contains("privacy") })
    }

    @Test func `refuses a private address that nobody allowed`() async throws {
        let site = try LoopbackServer(Site(entries: 1, wall: nil).answer)
        let root = try TestRoot()
        try root.configure("\n" + feed(site, "/rss"))
        let daemon = try RunningDaemon(root)
        defer { daemon.kill() }
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let told = try await waitUntil(limit: 120) {
            try await daemon.ctl("feeds", "--json").output.contains("allow_hosts")
        }
        #expect(told)
        #expect(site.requests.isEmpty)
        #expect(await daemon.stop() == 0)
    }

    private func feed(_ site: LoopbackServer, _ path: String) -> String {
        "[[feed]]\nurl = \"\(site.address)\(path)\"\n\n"
    }
}

/// A site with three feeds and a page for every entry.
private struct Site {
    var entries: Int
    /// Sent in place of every page.
    var wall: String?

    static func seeds(_ count: Int) -> Range<Int> { 100..<100 + count }

    @Sendable func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        let validators = [
            ("ETag", "W/\"a,  b\""), ("Last-Modified", "Tue, 3 Nov 2026 9:07:05 GMT"),
        ]
        if request.path.hasPrefix("/page/"), let seed = Int(request.path.dropFirst(6)) {
            return .init(
                headers: [("Content-Type", "text/html; charset=utf-8")],
                body: wall ?? Prose.page(seed))
        }
        if request.header("If-None-Match") == "W/\"a,  b\"" {
            return .init(status: 304, headers: validators)
        }
        let host = "http://" + (request.header("Host") ?? "")
        switch request.path {
        case "/rss": return .init(headers: validators, body: rss(host))
        case "/atom": return .init(headers: validators, body: atom(host))
        case "/json": return .init(headers: validators, body: json(host))
        default: return .init(status: 404)
        }
    }

    private func range(_ feed: Int) -> Range<Int> {
        100 + feed * entries..<100 + (feed + 1) * entries
    }

    private func summary(_ seed: Int) -> String {
        String(Prose.paragraphs(seed)[0].prefix(180)) + "…"
    }

    private func rss(_ host: String) -> String {
        let items = range(0).map {
            "<item><title>\(Prose.title($0))</title><link>\(host)/page/\($0)</link>"
                + "<guid isPermaLink=\"false\">r\($0)</guid>"
                + "<description>\(summary($0))</description></item>"
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>R</title>"
            + "<link>\(host)</link>\(items.joined())</channel></rss>"
    }

    private func atom(_ host: String) -> String {
        let items = range(1).map {
            "<entry><id>urn:a:\($0)</id><title>\(Prose.title($0))</title>"
                + "<link href=\"\(host)/page/\($0)\"/><updated>2026-01-02T03:04:05Z</updated>"
                + "<summary>\(summary($0))</summary></entry>"
        }
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:f</id><title>A</title>"
            + "<updated>2026-01-02T03:04:05Z</updated>\(items.joined())</feed>"
    }

    private func json(_ host: String) -> String {
        let items = range(2).map {
            "{\"id\":\"j\($0)\",\"url\":\"\(host)/page/\($0)\",\"title\":\"\(Prose.title($0))\","
                + "\"summary\":\"\(summary($0))\"}"
        }
        return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\","
            + "\"items\":[\(items.joined(separator: ","))]}"
    }
}
