import Foundation
import Testing

/// S20, S21 and S27: errors, and how the daemon comes back. S35: what many slow servers do to others.
@Suite struct FailureScenarios {
    @Test func `S20 asks no more where the feed is gone`() async throws {
        let site = try ScenarioServer { _ in .status(410) }
        let url = site.url + "/feed"
        try await Scenario.playHours([url]) { scenario, _ in
            let gone = try await scenario.wait(for: url) { $0.state == "gone" }
            #expect(gone.nextDue == nil)
            try await scenario.pass(90 * 86_400)
            await scenario.rest()
            try await scenario.restart()
            await scenario.rest()
            #expect(site.requests.count == 1)
            let problems = try await scenario.status().problems
            #expect(problems.contains { $0.what.contains(url) })
        }
    }

    @Test func `S21 backs off from a 404, and comes back with the 200`() async throws {
        let feed = FeedText([1]).rss
        let site = try ScenarioServer { request in
            (2...5).contains(request.count) ? .status(404) : .ok(feed, ["ETag: \"a\""])
        }
        let url = site.url + "/feed"
        let polling = ["minimum_interval": "\"15m\"", "interval": "\"15m\""]
        try await Scenario.playHours([url], polling: polling) { scenario, _ in
            _ = try await scenario.wait(for: url) { $0.isWell }
            var gaps: [Double] = []
            for count in 1...4 {
                try await scenario.pass(24 * 3600)
                let failing = try await scenario.wait(for: url) { $0.errorsInRow == count }
                #expect(failing.lastStatus == 404 && failing.error != nil)
                gaps.append(failing.gap ?? 0)
            }
            for (index, wanted) in [900.0, 1800, 3600, 7200].enumerated() {
                #expect((wanted - 1...wanted * 1.11).contains(gaps[index]), "\(gaps)")
            }
            try await scenario.pass(24 * 3600)
            let well = try await scenario.wait(for: url) { $0.isWell }
            #expect(well.errorsInRow == 0 && well.error == nil && (well.gap ?? .infinity) < 1800)
            try await scenario.expectArticles(1)
        }
    }

    @Test func `S35 keeps no feed waiting for hundreds of slow servers`() async throws {
        let feed = FeedText([1]).rss
        let slow = (1...240).map { "127.0.1.\($0)" }
        let healthy = (1...60).map { "127.0.2.\($0)" }
        let site = try ScenarioServer(on: slow + healthy) { request in
            guard request.address.hasPrefix("127.0.1.") else { return .ok(feed) }
            var reply = ScenarioReply(.bytes(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)))
            // More than a byte a second, which would count as a stall.
            let piece = [UInt8](repeating: 0x20, count: 64)
            for _ in 0..<300 { reply.pieces += [.bytes(piece), .pause(.seconds(1))] }
            return reply
        }
        let urls = (slow + healthy).map { "http://\($0):\(site.port)/feed" }
        try await Scenario.play(
            urls, polling: ["interval": "\"1h\""], http: ["timeout": "\"5m\""]
        ) { scenario in
            let wells = await scenario.until {
                try await scenario.feeds().count(where: \.isWell) == healthy.count
            }
            let feeds = try await scenario.feeds()
            #expect(wells, "\(feeds.count(where: \.isWell)) of \(healthy.count) are well")
            #expect(feeds.allSatisfy { $0.errorsInRow == 0 }, "none of the slow ones is over")
        }
    }

    @Test func `S27 backs off up to the ceiling, and keeps the validators`() async throws {
        let feed = FeedText([1]).rss
        let site = try ScenarioServer { request in
            request.count == 1 ? .ok(feed, ["ETag: \"kept\""]) : .status(500, ["ETag: \"bad\""])
        }
        let url = site.url + "/feed"
        try await Scenario.playHours([url]) { scenario, _ in
            _ = try await scenario.wait(for: url) { $0.isWell }
            var last: Double = 0
            for count in 1...10 {
                try await scenario.pass(26 * 3600)
                let failing = try await scenario.wait(for: url) { $0.errorsInRow == count }
                let gap = failing.gap ?? 0
                #expect(gap >= 3599 && gap <= 86_401, "\(gap)")
                #expect(gap >= min(last * 1.5, 77_000), "\(gap) after \(last)")
                last = count < 3 ? 0 : gap
            }
            #expect(last > 77_000)
            let later = site.requests.dropFirst()
            #expect(later.allSatisfy { $0.header("If-None-Match") == "\"kept\"" })
        }
    }
}
