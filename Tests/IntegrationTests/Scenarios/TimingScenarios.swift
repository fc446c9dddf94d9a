import Foundation
import Testing

/// S28 to S32: what servers and feeds say of when to come again.
@Suite struct TimingScenarios {
    private func gaps(
        _ cases: [(target: String, headers: [String], channel: String)],
        polling: [String: String] = [:],
        _ check: (String, FeedGap) -> Void
    ) async throws {
        let site = try ScenarioServer { request in
            let found = cases.first { $0.target == request.target }
            return .ok(FeedText([1], channel: found?.channel ?? "").rss, found?.headers ?? [])
        }
        let urls = cases.map { site.url + $0.target }
        try await Scenario.playHours(urls, polling: polling) { scenario, _ in
            for url in urls {
                let feed = try await scenario.wait(for: url) { $0.isWell }
                check(
                    String(url.dropFirst(site.url.count)),
                    FeedGap(
                        seconds: feed.gap ?? 0, interval: feed.intervalSeconds ?? 0,
                        due: feed.due ?? .distantPast))
            }
            let due = try await scenario.feeds().map(\.nextDue)
            try await scenario.restart()
            await scenario.rest(0.3)
            let later = try await scenario.feeds().map(\.nextDue)
            #expect(later == due, "after a restart")
            #expect(site.requests.count == urls.count)
        }
    }

    struct FeedGap {
        var seconds: Double
        var interval: Int
        var due: Date
    }

    @Test func `S28 does not come before the cache time is over`() async throws {
        try await gaps([("/feed", ["Cache-Control: public, max-age=7200"], "")]) { _, gap in
            #expect((7199...7480).contains(gap.seconds))
        }
    }

    @Test func `S29 keeps the minimum where nothing may be cached`() async throws {
        let headers = [
            "Cache-Control: max-age=0", "Cache-Control: no-cache",
            "Cache-Control: no-store, max-age=5",
            "Expires: 0", "Expires: Sun, 06 Nov 1994 08:49:37 GMT", "Pragma: no-cache",
        ]
        let cases = headers.enumerated().map { ("/\($0)", [$1], "") }
        try await gaps(cases) { name, gap in
            #expect((3599...3780).contains(gap.seconds), "\(name)")
        }
    }

    @Test func `S30 cuts a cache time of years to a day`() async throws {
        let cases = [
            ("/years", ["Cache-Control: max-age=504921600"], ""),
            ("/expires", ["Expires: Thu, 31 Dec 2099 23:59:59 GMT"], ""),
            ("/digits", ["Cache-Control: max-age=99999999999999999999"], ""),
        ]
        try await gaps(cases) { name, gap in
            #expect(gap.interval == 86_400, "\(name)")
            #expect((86_399...88_300).contains(gap.seconds), "\(name) \(gap.seconds)")
        }
    }

    @Test func `S31 takes the age of an answer off its freshness`() async throws {
        let polling = ["minimum_interval": "\"1m\"", "interval": "\"1m\""]
        let cases = [("/feed", ["Cache-Control: max-age=3600", "Age: 3000"], "")]
        try await gaps(cases, polling: polling) { _, gap in
            #expect(gap.interval == 600)
            #expect((599...680).contains(gap.seconds))
        }
    }

    @Test func `S32 keeps to the feed's own hints`() async throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "GMT"))
        let now = Date()
        let hour = calendar.component(.hour, from: now)
        let open = (hour + 5) % 24
        let hours = (0...23).filter { $0 != open }.map { "<hour>\($0)</hour>" }.joined()
        let names = [
            "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
        ]
        let today = calendar.component(.weekday, from: now) - 1
        let days = [today, (today + 1) % 7].map { "<day>\(names[$0])</day>" }.joined()
        let cases: [(target: String, headers: [String], channel: String)] = [
            ("/ttl", [], "<ttl>180</ttl>"),
            ("/period", [], "<sy:updatePeriod>daily</sy:updatePeriod>"),
            ("/hours", [], "<skipHours>\(hours)</skipHours>"),
            ("/days", [], "<skipDays>\(days)</skipDays>"),
        ]
        try await gaps(cases) { name, gap in
            switch name {
            case "/ttl": #expect((10_799...11_200).contains(gap.seconds))
            case "/period": #expect((86_399...88_300).contains(gap.seconds))
            case "/hours": #expect(calendar.component(.hour, from: gap.due) == open)
            default:
                let day = calendar.component(.weekday, from: gap.due) - 1
                #expect(day == (today + 2) % 7)
            }
        }
    }
}
