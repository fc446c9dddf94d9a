import Foundation
import Testing

/// S45 to S50: which entries are new.
@Suite struct EntryScenarios {
    private typealias Item = FeedText.Item

    @Test func `S45 knows an entry whose guid changes scheme or host`() async throws {
        let guids = [
            "http://old.example/post/1", "https://old.example/post/1", "https://new.example/post/1",
        ]
        let site = try ScenarioServer { request in
            let guid = guids[min(request.count, guids.count) - 1]
            let feed = FeedText(
                items: [Item(1, guid: guid, link: "http://articles.invalid/1")],
                channel: "<lastBuildDate>\(request.count)</lastBuildDate>")
            return .ok(feed.rss)
        }
        try await Scenario.play([site.url + "/feed"]) { scenario in
            #expect(await scenario.until { site.requests.count >= 5 })
            try await scenario.expectArticles(1)
            #expect(scenario.root.sightings().isEmpty, "\(scenario.root.sightings())")
        }
    }

    @Test func `S46 files each entry once, whatever its guids and links`() async throws {
        let site = try ScenarioServer { request in
            let items: [Item] =
                switch request.target {
                case "/equal":
                    (1...3).map { Item($0, guid: "same", link: "http://articles.invalid/\($0)") }
                case "/none": (4...6).map { Item($0, link: "http://articles.invalid/\($0)") }
                case "/empty":
                    (7...9).map { Item($0, guid: "", link: "http://articles.invalid/\($0)") }
                case "/link": (10...12).map { Item($0, link: "http://articles.invalid/") }
                default: (13...15).map { Item($0, guid: " ") }
                }
            let order = request.count % 2 == 0 ? items.reversed() : items
            return .ok(
                FeedText(items: order, channel: "<ttl>0</ttl><!-- \(request.count) -->").rss)
        }
        let targets = ["/equal", "/none", "/empty", "/link", "/bare"]
        try await Scenario.play(targets.map { site.url + $0 }) { scenario in
            #expect(await scenario.until { targets.allSatisfy { site.asked($0).count >= 4 } })
            try await scenario.expectArticles(15)
            #expect(scenario.root.sightings().isEmpty, "\(scenario.root.sightings())")
        }
    }

    @Test func `S47 files an edited entry as a revision, not as news`() async throws {
        let site = try ScenarioServer { request in
            let seed = request.count < 3 ? 1 : 2
            return .ok(
                FeedText(items: [Item(seed, guid: "one", link: "http://articles.invalid/1")]).rss)
        }
        try await Scenario.play([site.url + "/feed"]) { scenario in
            #expect(await scenario.until { site.requests.count >= 5 })
            let articles = try await scenario.articles()
            let article = try #require(articles.first)
            #expect(articles.count == 1 && article.supersedes != nil)
            let old = scenario.root.store.appendingPathComponent("superseded")
            #expect(scenario.root.files(below: old).count == 1)
            let text = scenario.root.articleTexts().joined()
            #expect(text.contains(Prose.paragraphs(2)[0]))
            #expect(scenario.root.sightings().count { $0.contains("revision") } == 1)
        }
    }

    @Test func `S48 believes no date that is missing, was never set or is to come`() async throws {
        let dates: [(text: String?, published: String?)] = [
            (nil, nil), ("Thu, 01 Jan 2099 00:00:00 GMT", nil),
            ("Thu, 01 Jan 1970 00:00:00 GMT", nil),
            ("Tue, 05 Mar 2024 09:30:00 AM GMT", "2024-03-05"),
            ("05 Mar 24 10:00 GMT", "2024-03-05"),
            ("Tue, 5 Mar 2024 9:07:05 EST", "2024-03-05"), ("some day", nil),
        ]
        let items = dates.enumerated().map { index, date in
            Item(index + 1, guid: "g\(index)", date: date.text)
        }
        let site = try ScenarioServer { _ in .ok(FeedText(items: items).rss) }
        try await Scenario.play([site.url + "/feed"], polling: ["interval": "\"1h\""]) { scenario in
            #expect(await scenario.until { try await scenario.articles().count == dates.count })
            let articles = try await scenario.articles()
            for (index, date) in dates.enumerated() {
                let title = Prose.title(index + 1)
                let article = try #require(articles.first { $0.title == title })
                #expect(
                    article.published.map { String($0.prefix(10)) } == date.published, "\(date)")
                #expect(article.filed.hasPrefix("20"))
            }
        }
    }

    @Test func `S49 knows the entries of a feed that was empty for a while`() async throws {
        let site = try ScenarioServer { request in
            .ok(FeedText((3...6).contains(request.count) ? [] : [1, 2, 3]).rss)
        }
        let url = site.url + "/feed"
        try await Scenario.play([url]) { scenario in
            #expect(await scenario.until { site.requests.count >= 5 })
            let empty = try await scenario.feed(url)
            #expect(empty.state == "ok", "an empty feed is one: \(empty.error ?? "")")
            #expect(await scenario.until { site.requests.count >= 9 })
            try await scenario.expectArticles(3)
            #expect(scenario.root.sightings().isEmpty)
        }
    }

    @Test func `S50 follows a feed's archive only when it is told to, and not without end`()
        async throws
    {
        let site = try ScenarioServer { request in
            let page = Int(request.target.dropFirst(8)) ?? 0
            let link =
                "<atom:link rel=\"\(page < 2 ? "next" : "prev-archive")\" href=\"/archive\(page + 1)\"/>"
            return .ok(
                FeedText([page * 2 + 1, page * 2 + 2], channel: page < 300 ? link : "").rss)
        }
        let url = site.url + "/archive0"
        try await Scenario.play([url]) { scenario in
            #expect(await scenario.until { site.asked("/archive0").count >= 3 })
            #expect(site.requests.allSatisfy { $0.target == "/archive0" })
            try await scenario.expectArticles(2)
            let told = try await scenario.ctl("feed", "backfill", url)
            #expect(told.status == 0, "\(told.errors)")
            #expect(await scenario.until { try await scenario.articles().count == 102 })
            let more = site.asked("/archive0").count + 3
            #expect(await scenario.until { site.asked("/archive0").count >= more })
            for page in 1...50 { #expect(site.asked("/archive\(page)").count == 1) }
            #expect(site.asked("/archive51").isEmpty)
            try await scenario.expectArticles(102)
        }
    }
}
