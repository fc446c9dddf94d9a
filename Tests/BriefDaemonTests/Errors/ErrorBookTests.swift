import FoundationEssentials
import Testing

@testable import BriefDaemon

@Suite struct ErrorBookTests {
    private func event(
        _ number: Int, _ kind: EventKind = .deferred, _ subject: String = "a.html",
        _ what: String = "no space left"
    ) -> DaemonStatus.Event {
        .init(
            number: number, when: Date(timeIntervalSince1970: Double(number)), kind: kind,
            subject: subject, what: what)
    }

    @Test func `what has kind, subject and cause in common is one group`() {
        var book = ErrorBook()
        book.note(event(1))
        book.note(event(2, .quarantined))
        book.note(event(3))
        let (groups, hasMore) = book.page(limit: 10)
        #expect(groups.map(\.id) == [3, 2] && !hasMore)
        #expect(groups[0].count == 2)
        #expect(groups[0].first == Date(timeIntervalSince1970: 1))
        #expect(groups[0].last == Date(timeIntervalSince1970: 3))
    }

    @Test(arguments: [
        ("body passed 8388608 bytes", "body passed 8388999 bytes"),
        ("write .a-1f.new: No space", "write .a-9c.new: No space"),
        ("not asked before 2026-11-21T06:00:00Z", "not asked before 2026-11-22T07:30:00Z"),
    ])
    func `numbers, times and temporary names make no cause of their own`(
        one: String, other: String
    ) {
        var book = ErrorBook()
        book.note(event(1, .deferred, "a", one))
        book.note(event(2, .deferred, "a", other))
        #expect(book.count == 1)
        #expect(book.page(limit: 1).groups[0].what == other)
    }

    @Test func `each thing that was not taken is listed, and all are counted`() {
        var book = ErrorBook()
        for number in 1...5_000 {
            book.note(event(number, .notTaken, "https://a.example/f", "entry \(number): no words"))
        }
        book.note(event(5_001, .notTaken, "https://a.example/f", "entry 17: no words"))
        #expect(book.count == 5_000)
        #expect(book.totals.notTaken == 5_001)
        #expect(book.page(limit: 1).groups[0].count == 2)
    }

    @Test func `pages follow each other without a gap, whatever is noted meanwhile`() {
        var book = ErrorBook()
        for number in 1...10 { book.note(event(number, .deferred, "f\(number)")) }
        var seen: [String] = []
        var before: Int?
        while true {
            let (groups, hasMore) = book.page(before: before, limit: 3)
            seen += groups.map(\.subject)
            before = groups.last?.id
            book.note(event(100 + seen.count, .quarantined, "new"))
            guard hasMore else { break }
        }
        #expect(seen == (1...10).reversed().map { "f\($0)" })
    }

    @Test func `the group that was quiet longest gives way, and it is said how many did`() {
        var book = ErrorBook(limit: 3)
        for number in 1...3 { book.note(event(number, .deferred, "f\(number)")) }
        book.note(event(4, .deferred, "f1"))
        book.note(event(5, .deferred, "f5"))
        book.note(event(6, .deferred, "f6"))
        #expect(book.page(limit: 9).groups.map(\.subject) == ["f6", "f5", "f1"])
        #expect(book.totals.dropped == 2)
    }

    @Test func `stays small under many events of few groups`() {
        var book = ErrorBook(limit: 10)
        for number in 1...10_000 { book.note(event(number, .deferred, "f\(number % 4)")) }
        #expect(book.all.map(\.count) == [2_500, 2_500, 2_500, 2_500])
    }

    @Test func `a text without end is cut`() {
        var book = ErrorBook()
        book.note(event(1, .deferred, "a", String(repeating: "ü", count: 100_000)))
        #expect(book.page(limit: 1).groups[0].what.utf8.count < 2_100)
    }
}
