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
