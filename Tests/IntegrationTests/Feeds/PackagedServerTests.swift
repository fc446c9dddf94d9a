import Foundation
import Testing

/// Servers as they run out there. What is not installed here is passed over: `apt install nginx apache2-bin`.
@Suite struct PackagedServerTests {
    @Test(arguments: PackagedServer.Kind.allCases.filter(\.isThere))
    func `is asked with its validators, sends packed, and files what is new once`(
        kind: PackagedServer.Kind
    ) async throws {
        let server = try await PackagedServer(kind)
        try server.serve("feed.xml", FeedText([9_301, 9_302]).rss)
        try await Scenario.play([server.address + "/feed.xml"]) { scenario in
            #expect(await scenario.until { server.requests.count >= 4 })
            let requests = server.requests
            #expect(requests[0][0] == "200" && requests[0][3] == "gzip", "\(requests[0])")
            #expect(requests[0][2].count <= 1 && requests[1][2].count > 2, "\(requests)")
            if kind == .nginx { #expect(requests[1...3].allSatisfy { $0[0] == "304" }) }
            try await scenario.expectArticles(2)
            // Another second, for a server that tells changes by the date alone.
            await scenario.rest(1.1)
            try server.serve("feed.xml", FeedText([9_303, 9_301, 9_302]).rss)
            #expect(await scenario.until { try await scenario.articles().count == 3 })
            let feed = try await scenario.feed(server.address + "/feed.xml")
            #expect(feed.isWell)
        }
    }

    @Test(.enabled(if: PackagedServer.Kind.nginx.isThere))
    func `is asked over HTTP 2 where it speaks it, always for the whole`() async throws {
        let server = try await PackagedServer(.nginx, isSecure: true)
        try server.serve("feed.xml", FeedText(Array(9_320..<9_340)).rss)
        let authority = try Authority.shared.get().file.path
        let url = server.address + "/feed.xml"
        try await Scenario.play([url], http: ["ca_file": "\"\(authority)\""]) { scenario in
            #expect(await scenario.until { server.requests.count >= 4 })
            let requests = server.requests
            #expect(requests.allSatisfy { $0[4] == "HTTP/2.0" && $0[5] == "-" }, "\(requests)")
            #expect(requests[0][0] == "200" && requests[0][3] == "gzip", "\(requests[0])")
            #expect(requests[1...3].allSatisfy { $0[0] == "304" }, "\(requests)")
            try await scenario.expectArticles(20)
        }
    }

    @Test(.enabled(if: PackagedServer.Kind.nginx.isThere), arguments: [false, true])
    func `may stand in front of a slow server, with a memory of its own or without`(
        hasCache: Bool
    ) async throws {
        let (isSlow, isMended) = (Switch(), Switch())
        let texts = [FeedText([9_341, 9_342]).rss, FeedText([9_343, 9_341, 9_342]).rss]
        let origin = try ScenarioServer { _ in
            if isMended.isOn { return .ok(texts[1]) }
            return isSlow.isOn ? ScenarioReply(.hang) : .ok(texts[0])
        }
        let cache =
            hasCache
            ? "proxy_cache seen; proxy_cache_valid 200 1s; proxy_cache_use_stale timeout;" : ""
        let proxy = try await PackagedServer(
            .nginx, extra: hasCache ? "proxy_cache_path cache keys_zone=seen:1m;" : "",
            location: "proxy_pass \(origin.url); proxy_read_timeout 200ms; \(cache)")
        let url = proxy.address + "/feed"
        try await Scenario.play([url]) { scenario in
            _ = try await scenario.wait(for: url) { $0.isWell }
            isSlow.turnOn()
            let count = origin.requests.count
            #expect(await scenario.until { origin.requests.count > count })
            if hasCache {
                await scenario.rest(1)
                #expect(try await scenario.feed(url).isWell)
            } else {
                let failing = try await scenario.wait(for: url) { $0.errorsInRow > 0 }
                #expect(failing.error?.contains("504") == true, "\(failing)")
            }
            isMended.turnOn()
            #expect(await scenario.until { try await scenario.articles().count == 3 })
            _ = try await scenario.wait(for: url) { $0.isWell }
        }
    }

    @Test(.enabled(if: PackagedServer.Kind.nginx.isThere))
    func `leaves a server alone that limits its visitors`() async throws {
        let server = try await PackagedServer(
            .nginx, extra: "limit_req_zone $binary_remote_addr zone=few:1m rate=2r/m;",
            location: "limit_req zone=few; limit_req_status 429; add_header Retry-After 300 always;"
        )
        let paths = ["/a.xml", "/b.xml"]
        for (index, path) in paths.enumerated() {
            try server.serve(String(path.dropFirst()), FeedText([9_310 + index]).rss)
        }
        try await Scenario.play(paths.map { server.address + $0 }) { scenario in
            #expect(await scenario.until { server.requests.contains { $0[0] == "429" } })
            let count = server.requests.count
            await scenario.rest(3)
            #expect(server.requests.count == count, "\(server.requests)")
            let dues = try await scenario.feeds().compactMap(\.dueIn)
            #expect(dues.count == 2 && dues.allSatisfy { $0 > 240 }, "\(dues)")
            try await scenario.expectArticles(1)
        }
    }
}
