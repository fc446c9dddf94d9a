import Foundation
import Testing

/// S22 to S26: servers that ask to be left alone.
@Suite struct RateLimitScenarios {
    private static let polling = ["minimum_interval": "\"1s\"", "interval": "\"1s\""]

    /// Two feeds of one host, which names a time of `seconds` with its first answer: until then it is not asked
    /// again, then once. A quarter of the time is left for what the machine takes meanwhile.
    private func leavesAlone(
        for seconds: Int, status: Int, _ retryAfter: @escaping @Sendable () -> String
    ) async throws {
        let site = try ScenarioServer { _ in .status(status, ["Retry-After: \(retryAfter())"]) }
        let urls = [site.url + "/a", site.url + "/b"]
        try await Scenario.playHours(urls, polling: RateLimitScenarios.polling) { scenario, _ in
            for url in urls {
                let held = try await scenario.wait(for: url) { feed in
                    (feed.dueIn ?? 0) > Double(seconds) / 2
                }
                #expect((held.dueIn ?? 0) <= Double(seconds) * 1.11 + 2)
                let answered = try #require(site.requests.first).began
                let earliest = Date(timeIntervalSinceNow: (answered - .now) / .seconds(1))
                #expect(try #require(held.due) >= earliest + Double(seconds - 1))
            }
            #expect(site.requests.count == 1)
            try await scenario.pass(seconds / 2)
            await scenario.rest(0.3)
            try await scenario.restart()
            try await scenario.pass(seconds / 4)
            await scenario.rest(0.3)
            #expect(site.requests.count == 1)
            try await scenario.pass(seconds / 2)
            #expect(await scenario.until { site.requests.count == 2 })
            await scenario.rest(0.3)
            #expect(site.requests.count == 2)
        }
    }

    @Test func `S22 leaves the host alone for the seconds that it asks for`() async throws {
        try await leavesAlone(for: 1200, status: 429) { "1200" }
    }

    @Test func `S23 leaves the host alone until the date that it names`() async throws {
        try await leavesAlone(for: 1200, status: 429) {
            httpDate(Date(timeIntervalSinceNow: 1200))
        }
    }

    @Test func `S25 hears Retry-After of a 503 alike`() async throws {
        try await leavesAlone(for: 3600, status: 503) { "3600" }
    }

    @Test func `S24 has a hold of its own where the server names none, which grows`() async throws {
        let feed = FeedText([1]).rss
        let site = try ScenarioServer(on: ["127.0.0.1", "127.0.0.2"]) { request in
            request.address == "127.0.0.1" ? .status(429) : .ok(feed)
        }
        let limited = site.url + "/feed"
        let other = "http://127.0.0.2:\(site.port)/other"
        try await Scenario.playHours(
            [limited, other], polling: RateLimitScenarios.polling
        ) { scenario, _ in
            for (count, wanted) in [(1, 600.0), (2, 1200), (3, 2400)] {
                let held = try await scenario.wait(for: limited) { $0.errorsInRow == count }
                #expect((wanted - 30...wanted * 1.11).contains(held.gap ?? 0), "\(held)")
                #expect(await scenario.until { site.asked("/other").count >= count })
                _ = try await scenario.wait(for: other) { $0.isWell }
                try await scenario.pass(Int(wanted * 1.12))
            }
            let state = try await scenario.feed(other).state
            #expect(state == "ok")
        }
    }

    @Test func `S26 cuts a long Retry-After and passes over junk`() async throws {
        let day = 86_400.0
        let cases: [(name: String, text: String, wanted: Double)] = [
            ("/decade", "315360000", 2 * day),
            ("/date", httpDate(Date(timeIntervalSinceNow: 3650 * day)), 2 * day),
            ("/digits", "99999999999999999999999", 2 * day), ("/negative", "-120", 600),
            ("/words", "soon", 600), ("/past", "Sun, 06 Nov 1994 08:49:37 GMT", 600),
            ("/zero", "0", 600),
        ]
        // Each host is held as a whole, so each case has one.
        let addresses = (1...cases.count).map { "127.0.0.\($0)" }
        let site = try ScenarioServer(on: addresses) { request in
            let text = cases.first { $0.name == request.target }?.text ?? ""
            return .status(429, ["Retry-After: \(text)"])
        }
        let urls = zip(addresses, cases).map { "http://\($0):\(site.port)\($1.name)" }
        try await Scenario.playHours(urls, polling: RateLimitScenarios.polling) { scenario, _ in
            for (url, expected) in zip(urls, cases) {
                let held = try await scenario.wait(for: url) { $0.errorsInRow == 1 }
                // The hold counts from the answer, the gap from when the answer was dealt with.
                let range = expected.wanted - 30...expected.wanted * 1.11
                #expect(range.contains(held.gap ?? 0), "\(expected.name) \(held.gap ?? 0)")
            }
            let longest = try await scenario.feed(urls[0]).gap ?? 0
            #expect(longest <= 2 * day + 120)
        }
    }
}
