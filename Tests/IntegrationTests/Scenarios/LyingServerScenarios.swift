import Foundation
import Testing

/// S07 to S11: servers whose answers do not fit the question.
@Suite struct LyingServerScenarios {
    @Test func `S07 asks once without a condition after a long run of 304s`() async throws {
        let site = try ScenarioServer { request in
            request.isConditional
                ? .notModified
                : .ok(FeedText(Array(1...request.count)).rss, ["ETag: \"a\""])
        }
        let polling = [
            "interval": "\"150ms\"", "minimum_interval": "\"150ms\"", "refetch_after": "\"1200ms\"",
        ]
        try await Scenario.play([site.url + "/feed"], polling: polling) { scenario in
            #expect(await scenario.until { scenario.root.articles().count > 1 })
            let full = site.requests.filter { !$0.isConditional }
            #expect(full.count >= 2)
            for (earlier, later) in zip(full, full.dropFirst()) {
                #expect(later.began - earlier.began >= .milliseconds(1200))
            }
            let state = try await scenario.feed(site.url + "/feed").state
            #expect(state == "ok")
        }
    }

    @Test func `S08 reads the same body once and asks less and less often`() async throws {
        let date = httpDate(Date(timeIntervalSinceNow: -90 * 86_400))
        let feed = FeedText(
            items: (1...6).map { .init($0, guid: "g\($0)", date: date) }
        ).rss
        let site = try ScenarioServer { _ in .ok(feed) }
        let polling = [
            "adaptive": "true", "interval": "\"200ms\"", "minimum_interval": "\"200ms\"",
        ]
        try await Scenario.play([site.url + "/feed"], polling: polling) { scenario in
            #expect(await scenario.until { site.requests.count >= 4 })
            let feed = try await scenario.wait(for: site.url + "/feed") {
                ($0.intervalSeconds ?? 0) >= 2
            }
            #expect(feed.reason == "its server gives no validators")
            let count = site.requests.count
            #expect(await scenario.until { site.requests.count > count })
            let times = site.requests.map(\.began)
            // The interval is told in whole seconds.
            #expect(times[count] - times[count - 1] >= .milliseconds(1500))
            try await scenario.expectArticles(6)
            #expect(scenario.root.sightings().isEmpty)
        }
    }

    @Test func `S09 files nothing twice where validators are ignored`() async throws {
        let site = try ScenarioServer { request in
            .ok(
                FeedText([1, 2], channel: "<lastBuildDate>\(request.count)</lastBuildDate>").rss,
                ["ETag: \"same\""])
        }
        try await Scenario.play([site.url + "/feed"]) { scenario in
            #expect(await scenario.until { site.requests.count >= 5 })
            try await scenario.expectArticles(2)
            #expect(scenario.root.sightings().isEmpty)
            let state = try await scenario.feed(site.url + "/feed").state
            #expect(state == "ok")
        }
    }

    @Test func `S10 is not led astray by a 304 with a body`() async throws {
        let feed = FeedText([1]).rss
        let site = try ScenarioServer { request in
            guard request.isConditional else { return .ok(feed, ["ETag: \"a\""]) }
            let head = "HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n"
            let length = "Content-Length: \(feed.utf8.count)\r\n\r\n"
            let text = request.target == "/body" ? head + length + feed : head + length
            return ScenarioReply(.bytes(Array(text.utf8)))
        }
        let feeds = ["/body", "/length"].map { site.url + $0 }
        try await Scenario.play(feeds) { scenario in
            for target in ["/body", "/length"] {
                #expect(await scenario.until { site.asked(target).count >= 4 }, "\(target)")
            }
            for feed in try await scenario.feeds() {
                #expect(feed.state == "ok" && feed.lastStatus == 304, "\(feed)")
            }
            try await scenario.expectArticles(1)
        }
    }

    @Test func `S11 takes a 304 that nobody asked for as an error`() async throws {
        let feed = FeedText([1]).rss
        let mended = Switch()
        let site = try ScenarioServer { _ in
            mended.isOn ? .ok(feed, ["ETag: \"a\""]) : .status(304, ["ETag: \"a\""])
        }
        let url = site.url + "/feed"
        try await Scenario.play([url], polling: ["backoff_start": "\"1s\""]) { scenario in
            let failing = try await scenario.wait(for: url) { $0.errorsInRow > 0 }
            #expect(failing.state == "failing")
            #expect(failing.error?.contains("304") == true)
            mended.turnOn()
            _ = try await scenario.wait(for: url) { $0.isWell }
            #expect(site.requests.prefix(2).allSatisfy { !$0.isConditional })
        }
    }
}
