import BriefModel
import FoundationEssentials
import Storage
import Testing

/// Texts that are too short, or too common in their feed, to know an article by.
@Suite struct SameWordsTests {
    private let fixture: StoreFixture
    private let store: ArticleStore
    private let short = "Minor corrections and a faster start."

    init() throws {
        fixture = try StoreFixture()
        store = try fixture.open()
    }

    private func isFiled(_ outcome: FilingOutcome) -> Bool {
        if case .filed = outcome { true } else { false }
    }

    private func current() throws -> [ArticleListing] {
        try store.catalogue.articles(ArticleQuery()).items
    }

    @Test(arguments: [
        "Minor corrections and a faster start.", "Comments", "Ja.",
        "\u{7248}\u{672C}\u{66F4}\u{65B0}\u{FF0C}\u{4FEE}\u{590D}\u{9519}\u{8BEF}\u{3002}",
        StoreFixture.words(3, count: 39),
    ])
    func `files entries that say the same few words each under its title`(text: String) throws {
        for number in 1...60 {
            let outcome = try store.file(
                StoreFixture.filing(
                    text, title: "Release \(number)", key: "k\(number)",
                    url: "https://example.org/r/\(number)"))
            #expect(isFiled(outcome))
        }
        let again = try store.file(
            StoreFixture.filing(
                text, title: "Release 7", key: "k7", url: "https://example.org/r/7"))
        #expect(again == .unchanged(id: again.id))
        #expect(try current().count == 60)
        #expect(try store.verify().findings.isEmpty)
        try rebuilt { store in
            #expect(try store.catalogue.articles(ArticleQuery()).items.count == 60)
            for number in 1...60 {
                let outcome = try store.file(
                    StoreFixture.filing(
                        text, title: "Release \(number)", source: "spool:\(number).html",
                        url: "https://example.org/r/\(number)"))
                #expect(outcome == .sighting(id: outcome.id))
            }
            #expect(try store.verify().findings.isEmpty)
        }
    }

    private func rebuilt(_ body: (ArticleStore) throws -> Void) throws {
        let copy = try StoreFixture()
        try fixture.copy(["articles", "superseded", "originals", "sightings"], to: copy)
        try body(copy.open())
    }

    @Test func `takes few words under the same title or address for the same article`() throws {
        let first = try store.file(
            StoreFixture.filing(short, title: "Release 1", url: "https://example.org/1"))
        for (title, url) in [
            ("release 1", nil), ("Other", "http://www.example.org/1?utm_source=a"),
        ]
            as [(String, String?)]
        {
            let outcome = try store.file(
                StoreFixture.filing(short, title: title, source: "spool:b", url: url))
            #expect(outcome == .sighting(id: first.id))
        }
        let other = try store.file(
            StoreFixture.filing(short, title: "Release 2", url: "https://example.org/2"))
        #expect(isFiled(other))
    }

    @Test func `knows the same short file again, and one that came in other bytes`() throws {
        let first = try store.file(StoreFixture.filing(short, title: nil, raw: "a"))
        for raw in ["a", "b"] {
            let again = try store.file(StoreFixture.filing(short, title: nil, raw: raw))
            #expect(again == .sighting(id: first.id))
        }
    }

    @Test func `files untitled posts of the same word apart`() throws {
        for number in 1...3 {
            let outcome = try store.file(
                StoreFixture.filing(
                    "Yes.", title: nil, key: "k\(number)", url: "https://example.org/@a/\(number)"))
            #expect(isFiled(outcome))
        }
    }

    @Test func `takes the same bytes of two entries for two articles`() throws {
        for number in 1...2 {
            let outcome = try store.file(
                StoreFixture.filing(
                    "Comments", title: "Story \(number)", key: "k\(number)", raw: "Comments"))
            #expect(isFiled(outcome))
        }
    }

    @Test func `files what a bot says of everything once for each entry`() throws {
        let text = StoreFixture.words(5, count: 90)
        for number in 1...3 {
            let key = "k\(number)"
            let outcome = try store.file(
                StoreFixture.filing(
                    text, title: "Thread \(number)", key: key, url: "https://example.org/\(number)",
                    alike: ["k1", "k2", "k3"]))
            #expect(isFiled(outcome))
        }
        let late = try store.file(
            StoreFixture.filing(
                text, title: "Thread 9", key: "k9", url: "https://example.org/9"))
        #expect(isFiled(late))
    }

    @Test func `knows a long text again that comes with another title from elsewhere`() throws {
        let text = StoreFixture.words(5, count: 40)
        let first = try store.file(StoreFixture.filing(text, title: "One", key: "k", feed: "a"))
        let other = try store.file(StoreFixture.filing(text, title: "Two", key: "k", feed: "b"))
        #expect(other == .sighting(id: first.id))
    }

    @Test func `tells items of one title and address apart by their dates`() throws {
        let address = "https://example.org/weather"
        for day in 1...3 {
            let outcome = try store.file(
                StoreFixture.filing(
                    "Sunny and calm.", title: "Weather", key: "k\(day)", ownsLink: false,
                    url: address, published: "2026-03-0\(day)T06:00:00Z"))
            #expect(isFiled(outcome))
        }
        #expect(try current().count == 3)
    }

    @Test func `keeps to one article where a feed dates what it lists by the request`() throws {
        let first = try store.file(
            StoreFixture.filing(
                short, title: "State", key: "k1", published: "2026-03-01T06:00:00Z"))
        let again = try store.file(
            StoreFixture.filing(
                short, title: "State", key: "k2", published: "2026-03-01T07:00:00Z"))
        #expect(again == .sighting(id: first.id))
    }

    @Test func `lets an entry change to words that others say as well`() throws {
        _ = try store.file(StoreFixture.filing(short, title: "One", key: "k1"))
        let second = try store.file(
            StoreFixture.filing("Coming soon.", title: "Two", key: "k2", raw: "x"))
        let changed = try store.file(StoreFixture.filing(short, title: "Two", key: "k2"))
        #expect(changed == .revision(id: changed.id, supersedes: second.id))
        #expect(try current().count == 2)
    }

    @Test(arguments: [
        (12, "Ephemeral", "Gregarious"), (90, "Ephemeral", "Gregarious"), (90, "W", "W"),
    ])
    func `files an entry anew that keeps its key and changes in all else`(
        count: Int, first: String, second: String
    ) throws {
        let url = "https://example.org/word"
        let old = try store.file(
            StoreFixture.filing(
                StoreFixture.words(1, count: count), title: first, key: "k", url: url,
                published: "2026-03-01T06:00:00Z"))
        var today = StoreFixture.filing(
            StoreFixture.words(2, count: count), title: second, key: "k", url: url,
            published: "2026-03-02T06:00:00Z")
        today.arrival = StoreFixture.arrival.addingTimeInterval(86_400)
        let new = try store.file(today)
        #expect(isFiled(new))
        let ids = try current().map(\.id)
        #expect(Set(ids) == [old.id, new.id])
        #expect(try store.file(today) == .unchanged(id: new.id))
        let filing = today
        try rebuilt { store in
            let again = try store.file(filing)
            #expect(again == .unchanged(id: new.id))
        }
    }

    @Test(arguments: ["title", "date", "text", "partial"])
    func `takes an entry for changed that keeps something`(kept: String) throws {
        let old = try store.file(
            StoreFixture.filing(
                StoreFixture.words(1), title: "One", key: "k", published: "2026-03-01",
                isPartial: kept == "partial"))
        let text =
            kept == "text"
            ? StoreFixture.words(1, count: 20) + " " + StoreFixture.words(2) : StoreFixture.words(2)
        let new = try store.file(
            StoreFixture.filing(
                text, title: kept == "text" ? "Two" : "One", key: "k",
                published: kept == "date" || kept == "title" ? "2026-03-01" : "2026-03-05"))
        #expect(new == .revision(id: new.id, supersedes: old.id))
    }
}
