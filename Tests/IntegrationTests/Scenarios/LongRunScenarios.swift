import Foundation
import Synchronization
import Testing

/// S38, S40 and S54: hours, restarts, and clocks that are set.
@Suite struct LongRunScenarios {
    @Test func `S38 asks nothing twice however often it is restarted`() async throws {
        let feed = FeedText([1]).rss
        let site = try ScenarioServer { request in
            switch request.target {
            case "/bad": .status(404)
            case "/page": .html("<html><body>nothing here</body></html>")
            case "/cached": .ok(feed, ["ETag: \"a\"", "Cache-Control: max-age=86400"])
            case "/cut": .raw("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n<rss")
            default: .ok(feed)
            }
        }
        let targets = ["/plain", "/bad", "/page", "/cached", "/cut"]
        try await Scenario.playHours(targets.map { site.url + $0 }) { scenario, _ in
            #expect(await scenario.until { site.requests.count == targets.count })
            for _ in 1...5 {
                try await scenario.pass(120)
                try await scenario.restart()
                await scenario.rest(0.2)
            }
            #expect(site.requests.count == targets.count, "\(site.requests.map(\.target))")
        }
    }

    /// A feed that stands still, one that brings an entry every 20 minutes, and some with validators.
    @Test func `S40 asks within a day as often as the feed's window needs and no more`()
        async throws
    {
        let wall = Mutex(0)
        let still = FeedText(
            items: (1...6).map {
                let date = Date(timeIntervalSinceNow: -Double($0) * 14 * 86_400)
                return .init($0, guid: "g\($0)", date: httpDate(date))
            }
        ).rss
        let site = try ScenarioServer { request in
            if request.target == "/still" { return .ok(still) }
            guard request.target == "/busy" else {
                return request.isConditional
                    ? .notModified : .ok(FeedText([7]).rss, ["ETag: \"a\""])
            }
            let now = Date(timeIntervalSinceNow: Double(wall.withLock { $0 }))
            let last = Int(now.timeIntervalSince1970) / 1200
            return .ok(
                FeedText(
                    items: (last - 5...last).map {
                        let date = Date(timeIntervalSince1970: Double($0) * 1200)
                        return .init($0 % 1000, guid: "b\($0)", date: httpDate(date))
                    }
                ).rss)
        }
        let targets = ["/still", "/busy"] + (1...6).map { "/tagged\($0)" }
        try await Scenario.playHours(targets.map { site.url + $0 }) { scenario, clock in
            // By the daemon's own clock: what the machine takes meanwhile is no part of an interval.
            var polls: [String: [Date]] = [:]
            while true {
                let isSettled = await scenario.until {
                    try await scenario.feeds().allSatisfy {
                        $0.dueIn ?? 0 > Double(clock.wall)
                    }
                }
                try #require(isSettled, "\(scenario.log.suffix(3000))")
                let feeds = try await scenario.feeds()
                for feed in feeds {
                    guard let poll = feed.polled, poll != polls[feed.url]?.last else { continue }
                    polls[feed.url, default: []].append(poll)
                }
                guard clock.wall < 30 * 3600 else { break }
                let next = feeds.compactMap(\.dueIn).min() ?? 0
                // Several minutes at a time: that makes requests later, never earlier.
                let step = max(Int(next.rounded(.up)) - clock.wall + 1, 300)
                wall.withLock { $0 = clock.wall + step }
                try await scenario.pass(step)
            }
            for target in targets {
                let times = polls[site.url + target] ?? []
                #expect(site.asked(target).count == times.count, "\(target) \(times)")
                for (earlier, later) in zip(times, times.dropFirst()) {
                    // The times are told in whole seconds.
                    #expect(later.timeIntervalSince(earlier) >= 3599, "\(target) \(times)")
                }
            }
            #expect(site.asked("/busy").count >= 24)
            #expect(site.asked("/still").count <= 7)
            let strokes = try await scenario.feeds().compactMap(\.due).map {
                Int($0.timeIntervalSince1970) % 3600 / 5
            }
            #expect(Set(strokes).count >= 5, "they come at different times: \(strokes)")
        }
    }

    @Test(arguments: [86_400, -86_400])
    func `S54 neither bursts nor stalls when the clock is set`(step: Int) async throws {
        let feed = FeedText([1]).rss
        let site = try ScenarioServer { request in
            request.target == "/limited" ? .status(429, ["Retry-After: 1800"]) : .ok(feed)
        }
        let limited = site.url + "/limited"
        let other = site.url.replacingOccurrences(of: "127.0.0.1", with: "localhost") + "/feed"
        try await Scenario.playHours([limited, other]) { scenario, clock in
            _ = try await scenario.wait(for: limited) { $0.errorsInRow == 1 }
            let before = try await scenario.wait(for: other) { $0.isWell }.dueIn ?? 0
            for _ in 1...2 {
                try clock.set(by: step)
                try await scenario.wake()
                await scenario.rest(0.4)
                #expect(site.requests.count == 2, "a burst")
                let dueIn = (try await scenario.feed(other).dueIn ?? 0) - Double(clock.wall)
                #expect(abs(dueIn - before) < 60, "\(dueIn) in place of \(before)")
            }
            try await scenario.pass(4000)
            #expect(await scenario.until { site.requests.count == 4 }, "a stall")
        }
    }
}
