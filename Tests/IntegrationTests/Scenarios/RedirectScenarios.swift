import Foundation
import Testing

/// S12 to S17 and S55: redirects, and what is remembered of them.
@Suite struct RedirectScenarios {
    @Test func `S12 remembers a 301 once it is confirmed`() async throws {
        try await remembers(301)
    }

    @Test func `S13 remembers a 308 once it is confirmed`() async throws {
        try await remembers(308)
    }

    private func remembers(_ status: Int) async throws {
        let feed = FeedText([1, 2]).rss
        let site = try ScenarioServer { request in
            request.target == "/old" ? .redirect(status, "/new") : .ok(feed)
        }
        let url = site.url + "/old"
        try await Scenario.play([url]) { scenario in
            let moved = try await scenario.wait(for: url) { $0.address == site.url + "/new" }
            #expect(moved.url == url && moved.state == "ok")
            let asked = site.asked("/old").count
            #expect(asked == 3)
            let more = site.asked("/new").count + 2
            #expect(await scenario.until { site.asked("/new").count >= more })
            #expect(site.asked("/old").count == asked)
            try await scenario.expectArticles(2)
            #expect(scenario.root.sightings().isEmpty)
            let status = try await scenario.status()
            #expect(status.problems.contains { $0.what.contains("/new") }, "\(status.problems)")
            try await scenario.restart()
            #expect(await scenario.until { site.asked("/new").count >= more + 2 })
            #expect(site.asked("/old").count == asked)
            try await scenario.expectArticles(2)
        }
    }

    @Test func `S14 asks the old address again after a temporary redirect`() async throws {
        let feed = FeedText([1]).rss
        let site = try ScenarioServer { request in
            switch request.target {
            case "/302": .redirect(302, "/new")
            case "/303": .redirect(303, "/new")
            case "/307": .redirect(307, "/new")
            default: .ok(feed)
            }
        }
        let targets = ["/302", "/303", "/307"]
        try await Scenario.play(targets.map { site.url + $0 }) { scenario in
            for target in targets {
                #expect(await scenario.until { site.asked(target).count >= 4 }, "\(target)")
            }
            for feed in try await scenario.feeds() {
                #expect(feed.address == feed.url && feed.state == "ok", "\(feed)")
            }
            try await scenario.expectArticles(1)
        }
    }

    @Test func `S15 remembers nothing beyond a temporary hop`() async throws {
        let feed = FeedText([1]).rss
        let site = try ScenarioServer { request in
            switch request.target {
            case "/feed": .redirect(302, "/middle")
            case "/middle": .redirect(301, "/new")
            default: .ok(feed)
            }
        }
        try await Scenario.play([site.url + "/feed"]) { scenario in
            #expect(await scenario.until { site.asked("/feed").count >= 5 })
            let feed = try await scenario.feed(site.url + "/feed")
            #expect(feed.address == feed.url && feed.state == "ok")
        }
    }

    @Test func `S16 does not follow a feed to a log-in page for good`() async throws {
        let feed = FeedText([1]).rss
        let site = try ScenarioServer { request in
            if request.target == "/login" {
                return .html("<html><body><form><h1>Log in</h1></form></body></html>")
            }
            return request.target == "/feed" && request.count == 1
                ? .ok(feed) : .redirect(301, "/login")
        }
        let targets = ["/feed", "/fresh"]
        try await Scenario.play(targets.map { site.url + $0 }) { scenario in
            for target in targets {
                let failing = try await scenario.wait(for: site.url + target) {
                    $0.errorsInRow >= 4
                }
                #expect(failing.address == failing.url && failing.state == "failing")
                #expect(failing.error != nil)
            }
            try await scenario.expectArticles(1)
        }
    }

    @Test func `S17 ends loops and endless chains, and backs off`() async throws {
        let site = try ScenarioServer { request in
            switch request.target {
            case "/loop": return .redirect(302, "/back")
            case "/back": return .redirect(302, "/loop")
            default:
                let step = Int(request.target.dropFirst(6)) ?? 0
                return step >= 30 ? .ok(FeedText([1]).rss) : .redirect(302, "/chain\(step + 1)")
            }
        }
        let urls = ["/chain0", "/loop"].map { site.url + $0 }
        try await Scenario.play(
            urls, polling: ["backoff_start": "\"1h\"", "backoff_ceiling": "\"4h\""]
        ) { scenario in
            for url in urls {
                let failing = try await scenario.wait(for: url) { $0.errorsInRow == 1 }
                #expect(failing.error?.contains("redirect") == true)
                #expect((failing.gap ?? 0) >= 3599)
            }
            #expect(site.asked("/loop").count == 1 && site.asked("/back").count == 1)
            #expect(site.asked("/chain10").count == 1 && site.asked("/chain11").isEmpty)
        }
    }

    @Test func `S55 merges subscriptions that turn out to be one feed`() async throws {
        let feed = FeedText([1, 2]).rss
        let site = try ScenarioServer { request in
            request.target == "/feed" ? .redirect(301, "/feed/") : .ok(feed)
        }
        let urls = [site.url + "/feed", site.url + "/feed/"]
        try await Scenario.play(urls) { scenario in
            let merged = try await scenario.wait(for: urls[0]) { $0.state == "merged" }
            #expect(merged.nextDue == nil)
            let asked = site.asked("/feed").count
            let more = site.asked("/feed/").count + 3
            #expect(await scenario.until { site.asked("/feed/").count >= more })
            #expect(site.asked("/feed").count == asked)
            let state = try await scenario.feed(urls[1]).state
            #expect(state == "ok")
            try await scenario.expectArticles(2)
        }
    }
}
