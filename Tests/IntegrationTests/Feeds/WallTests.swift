import Foundation
import Testing

/// Pages that are not the entry's, and pages that come late, on the running service.
@Suite struct WallTests {
    private static let settings = """
        [polling]
        interval = "1s"
        minimum_interval = "1s"
        per_host_spacing = "1ms"
        adaptive = false
        page_retry = "300ms"
        page_attempts = 40

        [http]
        allow_hosts = ["127.0.0.1"]

        """

    /// A feed of entries that only link to their pages.
    private struct Site: Sendable {
        var entries: Range<Int>
        var path: @Sendable (Int) -> String = { "/2026/03/story-\($0)" }
        var page: @Sendable (LoopbackServer.Request) -> LoopbackServer.Response

        static func summary(_ seed: Int) -> String {
            String(Prose.paragraphs(seed)[0].prefix(160)) + "…"
        }

        static func seed(_ path: String) -> Int? {
            path.split(separator: "-").last.flatMap { Int($0) }
        }

        @Sendable func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
            guard request.path == "/feed" else { return page(request) }
            let host = "http://" + (request.header("Host") ?? "")
            let items = entries.map {
                "<item><title>\(Prose.title($0))</title><link>\(host)\(path($0))</link>"
                    + "<guid isPermaLink=\"false\">n\($0)</guid>"
                    + "<description>\(Site.summary($0))</description></item>"
            }
            return .init(
                body: "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Quay Gazette"
                    + "</title><link>\(host)</link>\(items.joined())</channel></rss>")
        }
    }

    private static func html(_ body: String, title: String) -> LoopbackServer.Response {
        .init(
            headers: [("Content-Type", "text/html; charset=utf-8")],
            body:
                "<!DOCTYPE html><html><head><title>\(title)</title></head><body>\(body)</body></html>"
        )
    }

    private static func article(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        guard let seed = Site.seed(request.path) else { return .init(status: 404) }
        return .init(
            headers: [("Content-Type", "text/html; charset=utf-8")], body: Prose.page(seed))
    }

    private func start(_ site: LoopbackServer) throws -> (TestRoot, RunningDaemon) {
        let root = try TestRoot()
        try root.configure(Self.settings + "[[feed]]\nurl = \"\(site.address)/feed\"\n")
        return (root, try RunningDaemon(root))
    }

    private func arePartial(_ texts: [String], _ seeds: Range<Int>) -> Bool {
        texts.count == seeds.count && texts.allSatisfy { $0.contains("partial: true") }
            && seeds.allSatisfy { seed in
                texts.contains { $0.contains("title: \"\(Prose.title(seed))\"") }
            }
    }

    @Test(arguments: ["token", "consent", "missing", "home"])
    func `files entries from the feed's own content where another page stands in the way`(
        kind: String
    ) async throws {
        let seeds = kind == "consent" ? 300..<301 : kind == "home" ? 300..<315 : 300..<303
        let site = try LoopbackServer(
            Site(
                entries: seeds,
                page: { request in
                    switch kind {
                    case "token":
                        return Self.html(
                            "<h1>Your visit is examined</h1><p>quay.example makes sure that its visitors are"
                                + " people. It takes some seconds.</p><p>Ray ID: \(UUID().uuidString) from"
                                + " 203.0.113.\(request.path.count)</p>", title: "Hold on")
                    case "consent":
                        return Self.html(
                            "<h1>Your privacy</h1><p>Together with our partners we store information on devices"
                                + " and read it there, to select advertising, to measure its success and to develop"
                                + " our products. You may refuse, or choose what you allow.</p>",
                            title: "Privacy")
                    case "missing":
                        return Self.html(
                            "<h1>Oops! That page can't be found.</h1><p>It looks like nothing was found at this"
                                + " location. Maybe try a search?</p>", title: "Quay")
                    default:
                        guard request.path == "/" else {
                            return .init(status: 302, headers: [("Location", "/")])
                        }
                        let list = seeds.map {
                            "<li><a href=\"/\($0)\">\(Prose.title($0))</a></li>"
                        }
                        return Self.html(
                            "<h1>The Quay Gazette</h1><ul>\(list.joined())</ul>"
                                + "<p>\(Prose.paragraphs(300)[0])</p>", title: "The Quay Gazette")
                    }
                }
            ).answer)
        let (root, daemon) = try start(site)
        defer { daemon.kill() }
        let filed = await waitUntil(limit: 60) { root.articles().count >= seeds.count }
        #expect(filed, "\(root.articles()) \(daemon.logText.suffix(2000))")
        #expect(arePartial(root.articleTexts(), seeds), "\(root.articleTexts())")
        // Its articles are filed while the poll still goes on.
        let isToldOfFeed = try await waitUntil(limit: 60) {
            let feeds = try await daemon.ctl("feeds").output
            return feeds.contains("no linked page") && feeds.contains("still to be fetched")
        }
        #expect(isToldOfFeed, "\(daemon.logText.suffix(2000))")
        let isToldAsError = try await waitUntil(limit: 60) {
            try await daemon.ctl("errors").output.contains("marked partial")
        }
        #expect(isToldAsError, "\(daemon.logText.suffix(2000))")
        let failing = await waitUntil(limit: 60) {
            (try? await daemon.ctl("status").output.contains("no linked page can be had")) == true
        }
        #expect(failing)
        #expect(await daemon.stop() == 0)
        #expect(arePartial(root.articleTexts(), seeds))
    }

    @Test func `files an entry at once whose page is refused, and its page quietly when it comes`()
        async throws
    {
        let refusing = Switch()
        let site = try LoopbackServer(
            Site(
                entries: 320..<321,
                page: { request in
                    refusing.isOn ? Self.article(request) : .init(status: 403)
                }
            ).answer)
        let (root, daemon) = try start(site)
        defer { daemon.kill() }
        let filed = await waitUntil(limit: 60) { root.articles().count == 1 }
        #expect(filed, "\(daemon.logText.suffix(2000))")
        #expect(root.articleTexts().allSatisfy { $0.contains("partial: true") })
        refusing.turnOn()
        let came = await waitUntil(limit: 60) {
            root.articleTexts().allSatisfy { !$0.contains("partial: true") }
        }
        #expect(came, "\(daemon.logText.suffix(2000))")
        let text = try #require(root.articleTexts().first)
        #expect(text.contains(Prose.paragraphs(320)[2]) && text.contains(Prose.title(320)))
        let log = daemon.logText
        #expect(await daemon.stop() == 0)
        #expect(root.articles().count == 1)
        #expect(!log.contains("revision"), "\(log.suffix(2000))")
    }

    @Test func `files a page that comes once a wall is gone`() async throws {
        let open = Switch()
        let site = try LoopbackServer(
            Site(
                entries: 330..<332,
                page: { request in
                    open.isOn
                        ? Self.article(request)
                        : Self.html(
                            "<h1>Log in</h1><p>Members only, I am afraid.</p>", title: "Log in")
                }
            ).answer)
        let (root, daemon) = try start(site)
        defer { daemon.kill() }
        let filed = await waitUntil(limit: 60) { root.articles().count == 2 }
        #expect(filed && arePartial(root.articleTexts(), 330..<332))
        open.turnOn()
        let came = await waitUntil(limit: 60) {
            root.articleTexts().allSatisfy { !$0.contains("partial: true") }
        }
        #expect(came, "\(daemon.logText.suffix(2000))")
        #expect(await daemon.stop() == 0)
        #expect(root.articles().count == 2)
    }

    @Test func `files an article once to which two entries link`() async throws {
        let site = try LoopbackServer { request in
            let host = "http://" + (request.header("Host") ?? "")
            guard request.path == "/feed" else { return Self.article(request) }
            let items = ["a", "b"].map {
                "<item><title>\(Prose.title(340))</title><link>\(host)/\($0)/story-340</link>"
                    + "<guid isPermaLink=\"false\">\($0)</guid>"
                    + "<description>\(Site.summary(340))</description></item>"
            }
            return .init(
                body: "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Q</title>"
                    + items.joined() + "</channel></rss>")
        }
        let (root, daemon) = try start(site)
        defer { daemon.kill() }
        let filed = await waitUntil(limit: 60) {
            root.articles().count == 1 && root.sightings().count == 1
        }
        #expect(filed, "\(root.articles()) \(root.sightings())")
        #expect(root.articleTexts().allSatisfy { !$0.contains("partial: true") })
        #expect(await daemon.stop() == 0)
        #expect(root.articles().count == 1)
    }

    @Test func `shows entries within the grace where their host rests between requests`()
        async throws
    {
        let site = try LoopbackServer(Site(entries: 400..<440, page: Self.article).answer)
        let root = try TestRoot()
        let slow = Self.settings.replacingOccurrences(of: "\"1ms\"", with: "\"5s\"")
            .replacingOccurrences(of: "adaptive", with: "page_grace = \"1s\"\nadaptive")
        try root.configure(slow + "[[feed]]\nurl = \"\(site.address)/feed\"\n")
        let daemon = try RunningDaemon(root)
        defer { daemon.kill() }
        let filed = await waitUntil(limit: 60) { root.articles().count == 40 }
        #expect(filed, "\(root.articles().count) \(daemon.logText.suffix(2000))")
        #expect(site.requests.count < 20)
        #expect(root.articleTexts().count { $0.contains("partial: true") } >= 25)
        #expect(await daemon.stop() == 0)
    }
}
