import Foundation
import Testing

/// S37, S39, S41, S42 and S44: how many requests, and what stands in them.
@Suite struct MannersScenarios {
    @Test func `S37 asks one host over one connection with pauses, and the others meanwhile`()
        async throws
    {
        let feed = FeedText([1]).rss
        let others = (2...21).map { "127.0.0.\($0)" }
        let site = try ScenarioServer(on: ["127.0.0.1"] + others) { _ in
            var reply = ScenarioReply.ok(feed)
            reply.pieces.insert(.pause(.milliseconds(30)), at: 0)
            return reply
        }
        let same = (1...20).map { site.url + "/\($0)" }
        let different = others.map { "http://\($0):\(site.port)/feed" }
        let polling = ["interval": "\"1h\"", "per_host_spacing": "\"150ms\""]
        try await Scenario.play(same + different, polling: polling) { scenario in
            #expect(
                await scenario.until { site.requests.count(where: { $0.ended != nil }) == 40 })
            await scenario.rest(0.3)
            #expect(site.requests.count == 40)
            #expect(site.mostConnections.values.allSatisfy { $0 == 1 }, "\(site.mostConnections)")
            let mine = site.requests.filter { $0.address == "127.0.0.1" }
            for (earlier, later) in zip(mine, mine.dropFirst()) {
                let pause = later.began - (earlier.ended ?? later.began)
                #expect(pause >= .milliseconds(150), "\(pause)")
            }
            let end = try #require(mine[15].ended)
            let done = site.requests.filter { $0.address != "127.0.0.1" && $0.ended ?? end < end }
            #expect(done.count == 20, "\(done.count) of the others were done meanwhile")
        }
    }

    @Test func `S39 subscribes with exactly one request`() async throws {
        let feed = FeedText([1]).rss
        let site = try ScenarioServer { _ in .ok(feed, ["ETag: \"a\""]) }
        let url = site.url + "/feed"
        try await Scenario.play([], polling: ["interval": "\"1h\""]) { scenario in
            let added = try await scenario.ctl("feed", "add", url, "--full-text", "never")
            #expect(added.status == 0, "\(added.errors)")
            _ = try await scenario.wait(for: url) { $0.isWell }
            try await scenario.restart()
            await scenario.rest(0.3)
            #expect(site.requests.map(\.target) == ["/feed"])
            #expect(site.requests.map(\.method) == ["GET"])
            try await scenario.expectArticles(1)
        }
    }

    @Test func `S41 sends no cookie, no referer and no query of its own`() async throws {
        let feed = FeedText([1]).rss
        let cookie = "Set-Cookie: id=42; Path=/; Max-Age=999999"
        let site = try ScenarioServer { request in
            request.target == "/hop" ? .redirect(302, "/feed", [cookie]) : .ok(feed, [cookie])
        }
        try await Scenario.play([site.url + "/hop"]) { scenario in
            #expect(await scenario.until { site.asked("/feed").count >= 3 })
            for request in site.requests {
                #expect(request.header("Cookie") == nil && request.header("Referer") == nil)
                #expect(request.target == "/hop" || request.target == "/feed")
            }
        }
    }

    @Test func `S42 says what it is and what it takes`() async throws {
        let feed = FeedText([1]).rss
        let site = try ScenarioServer { _ in .ok(feed) }
        try await Scenario.play([site.url + "/feed"]) { scenario in
            #expect(await scenario.until { site.requests.count >= 3 })
            let agents = Set(site.requests.map { $0.header("User-Agent") ?? "" })
            let agent = try #require(agents.first)
            #expect(agents.count == 1)
            #expect(agent.wholeMatch(of: /briefd\/[0-9][0-9.]* \(.*\+https?:\/\/[^ )]+.*\)/) != nil)
            for request in site.requests {
                let types = request.header("Accept") ?? ""
                for type in [
                    "application/rss+xml", "application/atom+xml", "application/feed+json",
                ] {
                    #expect(types.contains(type))
                }
                #expect(request.header("Accept-Encoding")?.contains("gzip") == true)
                #expect(request.header("Cache-Control") == nil && request.header("Pragma") == nil)
            }
        }
    }

    @Test func `S44 finds the feed of a page with one request for each`() async throws {
        let feed = FeedText([1]).rss
        let page = """
            <html><head><title>Quay</title><base href="/blog/">
            <link rel="stylesheet" href="style.css">
            <link rel="alternate" hreflang="de" href="/de">
            <link rel="alternate" type="application/activity+json" href="/actor">
            <link rel="ALTERNATE" type="application/atom+xml" href="feed.xml?a=1&amp;b=2">
            <link rel="alternate" type="application/rss+xml" href="/comments.rss">
            <link rel="alternate" type="application/feed+json" href="/feed.json">
            </head><body><p>Welcome</p></body></html>
            """
        let site = try ScenarioServer { request in
            request.target == "/" ? .html(page) : .ok(feed, ["ETag: \"a\""])
        }
        try await Scenario.play([site.url + "/"], polling: ["interval": "\"1h\""]) { scenario in
            let found = try await scenario.wait(for: site.url + "/") { $0.isWell }
            #expect(found.address == site.url + "/blog/feed.xml?a=1&b=2")
            await scenario.rest(0.2)
            #expect(site.requests.map(\.target) == ["/", "/blog/feed.xml?a=1&b=2"])
            try await scenario.expectArticles(1)
        }
        try await Scenario.play([site.url + "/"]) { scenario in
            let before = site.requests.count
            #expect(await scenario.until { site.requests.count >= before + 4 })
            #expect(site.requests.dropFirst(before + 1).allSatisfy { $0.target != "/" })
        }
    }
}
