import Foundation
import Testing

/// `briefctl feed add` looks before it follows.
@Suite struct FeedAddTests {
    private static let settings = """
        [http]
        allow_hosts = ["127.0.0.1"]
        [polling]
        minimum_interval = "1h"
        per_host_spacing = "1ms"
        """

    private static func feed(_ title: String, _ days: [Int]) -> LoopbackServer.Response {
        let items = days.map { day in
            let words = (1...60).map { "\(title)\(day)n\($0)" }.joined(separator: " ")
            return """
                <item><title>Tide of day \(day)</title><guid isPermaLink="false">\(title)\(day)</guid>
                <pubDate>\(day) Nov 2026 08:00:00 GMT</pubDate><description>\(words).</description></item>
                """
        }
        return .init(
            headers: [("Content-Type", "application/rss+xml")],
            body:
                "<rss version=\"2.0\"><channel><title>\(title)</title>\(items.joined())</channel></rss>"
        )
    }

    private static func page(_ head: String) -> LoopbackServer.Response {
        .init(
            headers: [("Content-Type", "text/html")],
            body:
                "<!DOCTYPE html><html><head><title>Quay</title>\(head)</head><body><p>Hello</body></html>"
        )
    }

    private static func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        let alternate = "<link rel=alternate type=application/rss+xml href="
        switch request.path {
        case "/one.xml": return feed("Harbour", [3, 9, 5, 7])
        case "/two.xml": return feed("Ferries", [1, 2])
        case "/several":
            return page(alternate + "/gone>" + alternate + "/one.xml>" + alternate + "/two.xml>")
        case "/single":
            return page(
                alternate + "/comments/feed>" + alternate + "/dead>" + alternate + "/two.xml>")
        case "/pdf": return .init(body: "%PDF-1.7 and so on")
        case "/sitemap":
            return .init(
                body:
                    "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"/>"
            )
        case "/none": return page("")
        default: return .init(status: 404)
        }
    }

    private func withDaemon(
        _ body: (RunningDaemon, LoopbackServer) async throws -> Void
    ) async throws {
        let site = try LoopbackServer(Self.answer)
        let root = try TestRoot()
        try root.configure(Self.settings)
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        try await body(daemon, site)
        #expect(await daemon.stop() == 0)
    }

    @Test func `a feed is shown and followed with one request, also without a scheme`() async throws
    {
        try await withDaemon { daemon, site in
            let end = try await daemon.ctl("feed", "add", "127.0.0.1:\(site.port)/one.xml")
            #expect(end.status == 0, "\(end.errors)")
            #expect(end.output.contains("Harbour: RSS 2.0, 4 entries"), "\(end.output)")
            let days = ["2026-11-09", "2026-11-07", "2026-11-05"].map { end.output.range(of: $0) }
            #expect(!days.contains(nil) && !end.output.contains("2026-11-03"), "\(end.output)")
            #expect(site.requests.map(\.path) == ["/one.xml"])
            let again = try await daemon.ctl("feed", "add", "feed:\(site.address)/one.xml")
            #expect(again.status == 1 && again.errors.contains("followed already"))
            #expect(site.requests.count == 1)
        }
    }

    @Test func `a page's feeds are listed, and one of them is chosen`() async throws {
        try await withDaemon { daemon, site in
            let url = site.address + "/several"
            let list = try await daemon.ctl("feed", "add", url)
            #expect(list.status == 1 && list.errors.contains("--choose"), "\(list.errors)")
            #expect(
                list.output.contains("Harbour") && list.output.contains("Ferries"), "\(list.output)"
            )
            let json = try await daemon.ctl("feed", "add", url, "--json")
            #expect(json.status == 1 && json.output.contains("\"candidates\""), "\(json.output)")
            #expect(try await daemon.ctl("feeds").output.contains("No feed is followed"))
            let third = try await daemon.ctl("feed", "add", url, "--choose", "3")
            #expect(third.status == 2, "\(third.errors)")
            let second = try await daemon.ctl("feed", "add", url, "--choose", "2", "--json")
            #expect(second.status == 0, "\(second.errors)")
            #expect(second.output.contains("\"title\" : \"Ferries\""), "\(second.output)")
            #expect(try await daemon.ctl("feeds").output.contains("/two.xml"))
            let one = try await daemon.ctl("feed", "add", site.address + "/single")
            #expect(one.status == 1 && one.errors.contains("followed already"), "\(one.errors)")
        }
    }

    @Test func `where there is no feed nothing is added, and the reason is said`() async throws {
        try await withDaemon { daemon, site in
            for (address, words) in [
                (site.address + "/missing", "404"), (site.address + "/pdf", "PDF"),
                (site.address + "/sitemap", "sitemap"), (site.address + "/none", "names no feed"),
                ("http://nobody.invalid/", "no such host"), ("http://127.0.0.1:9/", "9"),
                ("http://10.0.0.1/", "allow_"),
            ] {
                let end = try await daemon.ctl("feed", "add", address)
                #expect(end.status == 1 && end.errors.contains(words), "\(address): \(end.errors)")
                #expect(end.errors.contains("Nothing was added"), "\(end.errors)")
            }
            #expect(try await daemon.ctl("feeds").output.contains("No feed is followed"))
            let blind = try await daemon.ctl("feed", "add", site.address + "/missing", "--no-check")
            #expect(blind.output.contains("is followed now"), "\(blind.output)\(blind.errors)")
        }
    }
}
