import Foundation
import Testing

/// S01 to S06: what the daemon keeps of one answer and sends with the next request.
@Suite struct ValidatorScenarios {
    private let etag = "ETag: \"a,  b\\\"-gzip;x\""
    private let modified = "Last-Modified: Tue, 3 Nov 2026 9:07:05 GMT"

    @Test func `S01 sends both validators back byte for byte`() async throws {
        let feed = FeedText([1]).rss
        let headers = [etag, modified]
        let site = try ScenarioServer { request in
            request.isConditional ? .notModified : .ok(feed, headers)
        }
        try await Scenario.play([site.url + "/feed"]) { scenario in
            #expect(await scenario.until { site.requests.count >= 3 })
            for request in site.requests.dropFirst() {
                #expect(request.header("If-None-Match") == "\"a,  b\\\"-gzip;x\"")
                #expect(request.header("If-Modified-Since") == "Tue, 3 Nov 2026 9:07:05 GMT")
            }
            let status = try await scenario.feed(site.url + "/feed").lastStatus
            #expect(status == 304)
        }
    }

    @Test func `S02 keeps the mark of a weak validator`() async throws {
        let feed = FeedText([1]).rss
        let site = try ScenarioServer { request in
            request.isConditional ? .notModified : .ok(feed, ["ETag: W/\"a\""])
        }
        try await Scenario.play([site.url + "/feed"]) { scenario in
            #expect(await scenario.until { site.requests.count >= 2 })
            #expect(site.requests[1].header("If-None-Match") == "W/\"a\"")
            #expect(site.requests[1].header("If-Modified-Since") == nil)
        }
    }

    @Test func `S03 takes the validators of a 304`() async throws {
        let feed = FeedText([1]).rss
        let modified = modified
        let site = try ScenarioServer { request in
            switch request.header("If-None-Match") {
            case nil: .ok(feed, ["ETag: \"one\"", modified])
            case "\"one\"": .status(304, ["ETag: \"two\"", modified])
            default: .status(304)
            }
        }
        try await Scenario.play([site.url + "/feed"]) { scenario in
            #expect(await scenario.until { site.requests.count >= 4 })
            let sent = site.requests.prefix(4).map { $0.header("If-None-Match") }
            #expect(sent == [nil, "\"one\"", "\"two\"", "\"two\""])
            #expect(
                site.requests[3].header("If-Modified-Since") == "Tue, 3 Nov 2026 9:07:05 GMT")
        }
    }

    @Test func `S51 takes what is new alone where a server offers it, and takes nothing for gone`()
        async throws
    {
        let whole = FeedText([1, 2, 3]).rss
        let next = FeedText([4]).rss
        let site = try ScenarioServer { request in
            switch (request.header("If-None-Match"), request.header("A-IM")) {
            case (nil, _): .ok(whole, ["ETag: \"one\""])
            case ("\"one\"", "feed"):
                .status(
                    226, ["Content-Type: application/rss+xml", "ETag: \"two\"", "IM: feed"],
                    body: Array(next.utf8))
            default: .notModified
            }
        }
        try await Scenario.play([site.url + "/feed"]) { scenario in
            #expect(await scenario.until { site.requests.count >= 4 })
            #expect(site.requests[0].header("A-IM") == nil)
            let sent = site.requests.prefix(4).map { $0.header("If-None-Match") }
            #expect(sent == [nil, "\"one\"", "\"two\"", "\"two\""])
            try await scenario.expectArticles(4)
            let feed = try await scenario.feed(site.url + "/feed")
            #expect(feed.isWell)
            let events = String(decoding: try await scenario.get("/v1/status"), as: UTF8.self)
            #expect(!events.contains("feed-gap") && !scenario.log.contains("come and gone"))
        }
    }

    @Test func `S04 takes new validators although the body is the same`() async throws {
        let feed = FeedText([1]).rss
        let modified = modified
        let site = try ScenarioServer { request in
            .ok(feed, ["ETag: \"e\(request.count)\"", modified])
        }
        try await Scenario.play([site.url + "/feed"]) { scenario in
            #expect(await scenario.until { site.requests.count >= 4 })
            let sent = site.requests.prefix(4).map { $0.header("If-None-Match") }
            #expect(sent == [nil, "\"e1\"", "\"e2\"", "\"e3\""])
            try await scenario.expectArticles(1)
        }
    }

    @Test func `S05 drops validators that the server gives no longer`() async throws {
        let feed = FeedText([1]).rss
        let headers = [etag, modified]
        let site = try ScenarioServer { request in .ok(feed, request.count == 1 ? headers : []) }
        try await Scenario.play([site.url + "/feed"]) { scenario in
            #expect(await scenario.until { site.requests.count >= 4 })
            #expect(site.requests[1].isConditional)
            #expect(site.requests.dropFirst(2).allSatisfy { !$0.isConditional })
        }
    }

    @Test func `S06 sends odd dates back as they came`() async throws {
        let odd = [
            "/0": "0", "/1": "Sat, 01 Jan 2039 00:00:00 GMT", "/2": "2026-11-03T09:07:05+0100",
            "/3": "yesterday, about noon", "/4": "Thu, 1 Jan 2041 0:00:00 CET",
        ]
        let site = try ScenarioServer { request in
            .ok(
                FeedText(Array(1...min(request.count, 3))).rss,
                ["Last-Modified: \(odd[request.target] ?? "")"])
        }
        try await Scenario.play(odd.keys.map { site.url + $0 }) { scenario in
            #expect(
                await scenario.until { odd.keys.allSatisfy { site.asked($0).count >= 3 } })
            for (target, date) in odd {
                let later = site.asked(target).dropFirst()
                #expect(later.allSatisfy { $0.header("If-Modified-Since") == date }, "\(date)")
            }
            #expect(await scenario.until { scenario.root.articles().count == 3 })
        }
    }
}
