import BriefModel
import Curl
import Foundation
import Storage
import Testing

@testable import BriefDaemon

/// What becomes of the entries of one poll after the other.
@Suite struct EntryIntakeTests {
    private typealias Fixture = PollingFixture

    /// Polls once for each of these documents, a day apart.
    private func polled(
        _ documents: [[Entry]], rules: [EntryRules] = []
    ) async throws -> Fixture {
        let feed = PollingFixture.feed
        let fixture = try Fixture { .text("[]", for: $0) }
        for (index, entries) in documents.enumerated() {
            let json = Fixture.json(entries)
            fixture.server.setAnswer { request in
                request.url == feed
                    ? .text(json, for: request)
                    : .text(
                        "Story. A page about \(request.url): the points and comments, a summary of how many"
                            + " people of the town have signed it, and that seven were there, or nobody.",
                        for: request)
            }
            let rules = rules.isEmpty ? EntryRules() : rules[min(index, rules.count - 1)]
            await (try fixture.polling([FeedSubscription(url: feed, entries: rules)])).pollDueOnce()
            fixture.clock.advance(90_000)
        }
        return fixture
    }

    @Test(arguments: [
        (
            "<p>Points: 7</p><p># Comments: 3</p>", "<p>Points: 41</p><p># Comments: 17</p>"
        ),
        (
            "So far 7 people of the town have signed it.",
            "So far 41 people of the town have signed it."
        ),
        ("A summary.<img src=\"http://t/p?1\">", "A summary.<img src=\"http://t/p?2\">"),
    ])
    func `asks a page once whatever is counted beside it`(one: String, other: String) async throws {
        func entry(_ summary: String) -> Entry {
            Entry(id: "a", title: "Story", link: "http://pages.example/1", summary: summary)
        }
        let fixture = try await polled([[entry(one)], [entry(other)], [entry(one)]])
        #expect(fixture.server.count("http://pages.example/1") == 1)
        #expect(fixture.sink.filings.count { !$0.isPartial } == 1)
    }

    @Test(arguments: ["title", "link", "text"])
    func `asks the page again where the entry has changed`(changed: String) async throws {
        let old = Entry(
            id: "a", title: "Story", link: "http://pages.example/1", summary: "Seven were there.")
        var new = old
        switch changed {
        case "title": new.title = "Story, longer"
        case "link": new.link = "http://pages.example/2"
        default: new.summary = "Nobody was there."
        }
        let fixture = try await polled([[old], [new]])
        #expect(fixture.server.requests.count { $0.url.contains("pages.example") } == 2)
    }

    @Test func `asks the page again where a figure and the date of its entry have changed`()
        async throws
    {
        func entry(_ count: Int, day: Double) -> Entry {
            Entry(
                id: "a", title: "Story", link: "http://pages.example/1",
                published: Date(timeIntervalSince1970: 1_780_000_000 + day * 86_400),
                summary: "The rope costs \(count) marks.")
        }
        let fixture = try await polled([
            [entry(40, day: 1)], [entry(60, day: 1)], [entry(60, day: 2)],
        ])
        #expect(fixture.server.count("http://pages.example/1") == 2)
        let dates = try await polled([[entry(40, day: 1)], [entry(40, day: 2)]])
        #expect(dates.server.count("http://pages.example/1") == 1, "a date alone is no news")
    }

    @Test(arguments: [
        (
            "<table><tr><td>Mill</td><td>9</td></tr></table>",
            "<table><tr><td>Mill</td><td>12</td></tr></table>"
        ),
        ("<ul><li>18 g rye</li></ul>", "<ul><li>22 g rye</li></ul>"),
        ("<p>It costs 40 marks.</p>", "<p>It costs 60 marks.</p>"),
    ])
    func `files an entry anew in which a figure has changed`(one: String, other: String)
        async throws
    {
        let words = "<p>" + String(repeating: "words of the article. ", count: 30) + "</p>"
        let documents = [one, other].map {
            [Entry(id: "a", title: "Story", link: "http://pages.example/1", content: words + $0)]
        }
        let fixture = try await polled(documents)
        #expect(fixture.sink.filings.count == 2)
    }

    @Test func `files the next report of a page that says one figure only`() async throws {
        func tide(_ day: Int, _ hour: Int) -> Entry {
            var entry = weather(day)
            entry.content = "High water at \(hour).10."
            return entry
        }
        let fixture = try await polled([[tide(1, 4), tide(0, 3)], [tide(2, 5), tide(1, 4)]])
        let texts = fixture.sink.filings.map(\.article.text)
        #expect(texts.sorted() == (3...5).map { "High water at \($0).10." })
    }

    @Test func `leaves an article alone whose pixel, session or count of readers changes`()
        async throws
    {
        func entry(_ number: Int) -> Entry {
            let words = String(repeating: "words of the article. ", count: 30)
            return Entry(
                id: "a", title: "Story", link: "http://pages.example/1",
                content:
                    "<p>\(words)</p><p>\(number) comments</p><a href=\"/s?sid=\(number)\">More</a>"
                    + "<img width=1 height=1 src=\"http://t.example/\(number)\">")
        }
        let fixture = try await polled([[entry(1)], [entry(2)], [entry(30)]])
        #expect(fixture.sink.filings.count == 1)
    }

    @Test func `goes on where an earlier version remembered what was sent`() async throws {
        let entry = Fixture.whole(1)
        let fixture = try Fixture { .text(Fixture.json([entry]), for: $0) }
        let keyed = EntryKeys.assign([entry]).entries[0]
        let now = fixture.clock.now
        try FeedStateStore(path: fixture.statePath).remember(
            [
                KnownEntry(
                    key: keyed.key, sentHash: keyed.sentHash, article: "1", firstSeen: now,
                    lastSeen: now)
            ], of: FeedState.id(of: PollingFixture.feed))
        await (try fixture.polling()).pollDueOnce()
        #expect(fixture.sink.filings.isEmpty)
    }

    private func weather(_ day: Int) -> Entry {
        Entry(
            title: "Weather", link: "http://pages.example/weather",
            published: Date(timeIntervalSince1970: 1_790_000_000 + Double(day) * 86_400),
            content: "Report of day \(day)")
    }

    @Test func `leaves an entry as it was filed where its updates are to be ignored`() async throws
    {
        let documents = [[Fixture.whole(1)], [Fixture.whole(1, "other")], [Fixture.whole(2)]]
        let fixture = try await polled(documents, rules: [EntryRules(updates: .ignore)])
        #expect(fixture.sink.filings.map(\.article.title) == ["Title 1", "Title 2"])
        let usual = try await polled(documents)
        #expect(usual.sink.filings.count == 3)
    }

    @Test func `passes over titles, says so once, and files them when the rule goes`() async throws
    {
        let entries = [Fixture.whole(1), Fixture.whole(12), Fixture.whole(2)]
        let rules = EntryRules(skipTitles: ["^sponsored", "title 1\\d"])
        let fixture = try await polled(
            [entries, entries, entries, entries], rules: [rules, rules, EntryRules()])
        // Entries of one document are filed beside each other, in any order.
        let titles = fixture.sink.filings.compactMap(\.article.title)
        #expect(titles.sorted() == ["Title 1", "Title 12", "Title 2"] && titles.last == "Title 12")
        let told = fixture.sink.events.filter { $0.kind == .notTaken }
        #expect(told.count == 1)
        #expect(told.first?.what.contains("skip_titles /title 1\\d/") ?? false)
        // What was filed before stays.
        let late = try await polled([entries, entries], rules: [EntryRules(), rules])
        #expect(late.sink.filings.count == 3)
        #expect(!late.sink.events.contains { $0.kind == .notTaken })
    }

    @Test func `files nothing again when the kind of key is changed`() async throws {
        let entries = [Fixture.whole(1), Fixture.whole(2)]
        for key in EntryRules.Key.allCases {
            let fixture = try await polled(
                [entries, entries, entries], rules: [EntryRules(), EntryRules(key: key)])
            #expect(fixture.sink.filings.count == 2, "\(key)")
        }
    }

    @Test func `tells the store that the kind of key was given`() async throws {
        let fixture = try await polled(
            [[Fixture.whole(1), Entry(link: "http://x/1", content: "words")]],
            rules: [EntryRules(key: .title)])
        #expect(
            Set(fixture.sink.filings.compactMap(\.origin.entry?.isKeyGiven)) == [true, false])
    }

    @Test(arguments: [false, true])
    func `files every report that differs in date and text alone`(isOldestFirst: Bool) async throws
    {
        let windows = (3...6).map { last in
            let days = (last - 2)...last
            return (isOldestFirst ? Array(days) : days.reversed()).map(weather)
        }
        let fixture = try await polled(windows)
        let texts = fixture.sink.filings.map(\.article.text)
        #expect(Set(texts) == Set((1...6).map { "Report of day \($0)" }))
        #expect(texts.count == 6)
    }

    @Test func `files entries that link to parts of one page from their own content`() async throws
    {
        let entries = (1...3).map {
            Entry(
                id: "v\($0)", title: "V \($0)", link: "http://pages.example/changes#v\($0)",
                summary: "Note \($0)")
        }
        let fixture = try await polled([
            Array(entries.prefix(2)), [entries[2]], entries.reversed(),
        ])
        #expect(
            fixture.sink.filings.map(\.article.text).sorted() == ["Note 1", "Note 2", "Note 3"])
        #expect(fixture.server.requests.allSatisfy { $0.url == PollingFixture.feed })
    }
}
