import BriefModel
import Foundation
import Testing

@testable import BriefDaemon

@Suite struct PageBudgetTests {
    private typealias Fixture = PollingFixture
    private let start = Date(timeIntervalSince1970: 1_790_000_000)

    /// A page that is no other's: its number in words.
    private static func page(_ url: String) -> String {
        let words = [
            "nil", "ane", "twa", "three", "fower", "five", "sax", "seven", "aicht", "nine",
        ]
        let number = url.split(separator: "/").last ?? ""
        let spelled = number.compactMap { $0.wholeNumberValue.map { words[$0] } }
        return "Title \(number) "
            + spelled.flatMap { [$0 + "land", $0 + "shore", $0 + "quay"] }
            .joined(separator: " ") + " says more than summary \(number) does in short"
    }

    @Test func `opens again after an hour, and where the clock was set back`() {
        var budget = PageBudget()
        #expect(budget.left(of: 10, now: start) == 10 && budget.opens(limit: 10, now: start) == nil)
        budget.spend(10, now: start)
        #expect(budget.left(of: 10, now: start.addingTimeInterval(3599)) == 0)
        #expect(budget.opens(limit: 10, now: start) == start.addingTimeInterval(3600))
        #expect(budget.left(of: 20, now: start) == 10)
        #expect(budget.left(of: 10, now: start.addingTimeInterval(3600)) == 10)
        #expect(budget.left(of: 10, now: start.addingTimeInterval(-5)) == 10)
    }

    @Test func `a feed has so many pages asked for in an hour, and loses none`() async throws {
        let entries = Fixture.json((1...90).map(Fixture.link))
        var fixture = try Fixture { request in
            request.url == PollingFixture.feed
                ? .text(entries, for: request) : .text(Self.page(request.url), for: request)
        }
        fixture.settings.pagesPerHour = 40
        fixture.settings.firstPages = 1_000
        let polling = try fixture.polling()
        let asked = { fixture.server.requests.count { $0.url.hasPrefix("http://pages.example/") } }
        await polling.pollDueOnce()
        #expect(asked() == 40)
        #expect(await polling.snapshot()[0].pagesWaiting == 50)
        // Their entries are there, from the feed's own content.
        #expect(Set(fixture.sink.keys).count == 90)
        await polling.pollDueOnce()
        #expect(asked() == 40)
        for left in [10, 0] {
            fixture.clock.advance(3601)
            await polling.pollDueOnce()
            #expect(await polling.snapshot()[0].pagesWaiting == left)
        }
        #expect(asked() == 90)
    }

    @Test func `a new feed has its newest pages asked for, and the others by and by`() async throws
    {
        let numbered = (1...70).map { number in
            var entry = Fixture.link(number)
            entry.published = Date(timeIntervalSince1970: 1_780_000_000 + Double(number) * 3600)
            return entry
        }
        let more = numbered + (71...140).map(Fixture.link)
        let fixture = try Fixture { request in
            request.url == PollingFixture.feed
                ? .text(Fixture.json(numbered.reversed().shuffled()), for: request)
                : .text(Self.page(request.url), for: request)
        }
        let polling = try fixture.polling()
        func asked() -> Set<Int> {
            Set(
                fixture.server.requests.filter { $0.url.contains("pages.example") }
                    .compactMap { $0.url.split(separator: "/").last.flatMap { Int($0) } })
        }
        await polling.pollDueOnce()
        #expect(asked() == Set(41...70))
        #expect(Set(fixture.sink.keys).count == 70, "the others are there from the feed")
        fixture.clock.advance(3601)
        await polling.pollDueOnce()
        #expect(asked() == Set(11...70))
        fixture.clock.advance(3601)
        await polling.pollDueOnce()
        #expect(asked() == Set(1...70))
        // What comes later is news.
        fixture.server.setAnswer { request in
            request.url == PollingFixture.feed
                ? .text(Fixture.json(more), for: request)
                : .text(Self.page(request.url), for: request)
        }
        fixture.clock.advance(90_000)
        await polling.pollDueOnce()
        #expect(asked() == Set(1...140))
    }
}
