import BriefModel
import Storage
import Testing

/// The order of decisions of DESIGN §4.
@Suite struct DecisionTests {
    private let fixture: StoreFixture
    private let store: ArticleStore
    private let text = StoreFixture.words(1)

    init() throws {
        fixture = try StoreFixture()
        store = try fixture.open()
    }

    private func isSighting(_ outcome: FilingOutcome) -> Bool {
        if case .sighting = outcome { true } else { false }
    }

    private func isFiled(_ outcome: FilingOutcome) -> Bool {
        if case .filed = outcome { true } else { false }
    }

    private func isRevision(_ outcome: FilingOutcome) -> Bool {
        if case .revision = outcome { true } else { false }
    }

    @Test func `files an article once and notes every other arrival`() throws {
        let first = try store.file(StoreFixture.filing(text))
        #expect(isFiled(first))
        let wrapped = text.split(separator: " ").joined(separator: "\n")
        for other in [text, wrapped] {
            let seen = try store.file(
                StoreFixture.filing(other, title: "Another headline", source: "spool:b.txt"))
            #expect(seen == .sighting(id: first.id))
        }
        let page = try store.catalogue.articles(ArticleQuery())
        #expect(page.items.map(\.sightings.count) == [2])
        #expect(try fixture.files("articles").count == 1)
    }

    @Test func `knows the same raw bytes though they were read differently`() throws {
        let first = try store.file(StoreFixture.filing(text, raw: "raw"))
        let again = try store.file(StoreFixture.filing(StoreFixture.words(2), raw: "raw"))
        #expect(again == .sighting(id: first.id))
    }

    @Test func `recognises duplicates within a batch`() throws {
        let results = try store.file([
            StoreFixture.filing(text), StoreFixture.filing(text, source: "spool:b"),
            StoreFixture.filing(StoreFixture.words(2)),
        ]).map { try $0.get() }
        #expect(isFiled(results[0]))
        #expect(results[1] == .sighting(id: results[0].id))
        #expect(isFiled(results[2]))
    }

    @Test func `leaves a known entry with the same text and facts alone`() throws {
        let filing = StoreFixture.filing(text, key: "k")
        let id = try store.file(filing).id
        #expect(try store.file(filing) == .unchanged(id: id))
        #expect(try store.catalogue.article(id).listing.sightings.isEmpty)
    }

    @Test func `updates the facts of a known entry in place`() throws {
        let id = try store.file(StoreFixture.filing(text, key: "k")).id
        let path = try store.catalogue.article(id).listing.path
        let changed = StoreFixture.filing(text, title: "A better title", key: "k", raw: "other")
        #expect(try store.file(changed) == .updated(id: id))
        let detail = try store.catalogue.article(id)
        #expect(detail.front.title == "A better title")
        #expect(detail.listing.path == path)
        #expect(detail.listing.sightings.count == 1)
        #expect(try store.catalogue.articles(ArticleQuery(words: "better")).items.count == 1)
        #expect(try fixture.text("sightings/2026-09.jsonl").contains(#""kind":"update""#))
    }

    @Test func `files other text of a known entry as a revision`() throws {
        let old = try store.file(StoreFixture.filing(text, key: "k"))
        let new = try store.file(StoreFixture.filing(StoreFixture.words(2), key: "k"))
        #expect(new == .revision(id: new.id, supersedes: old.id))
        let listing = try store.catalogue.articles(ArticleQuery()).items
        #expect(listing.map(\.id) == [new.id])
        #expect(listing.map(\.supersedes) == [old.id])
        let articles = try fixture.files("articles")
        let superseded = try fixture.files("superseded")
        #expect(articles.count == 1 && superseded.count == 1)
        #expect(try fixture.text(articles[0]).contains("supersedes: \"\(old.id)\""))
        #expect(try fixture.text(superseded[0]).contains("superseded_by: \"\(new.id)\""))
        #expect(try store.catalogue.article(new.id).revisions == [old.id, new.id])
    }

    /// A feed that gives excerpts from now on, with and without the mark of the cut, in one paragraph and in several.
    @Test(arguments: ["", "…", " […]", "\n\nRead the rest of this on our page."])
    func `keeps the whole text of an entry that says no more than its beginning now`(
        ending: String
    ) throws {
        let whole = try store.file(StoreFixture.filing(text, key: "one"))
        let cut = text.split(separator: " ").prefix(30).joined(separator: " ")
        if !ending.contains("\n") {
            #expect(
                try store.file(StoreFixture.filing(cut + ending, key: "one"))
                    == .sighting(id: whole.id))
        }
        let first = StoreFixture.words(3)
        let long = try store.file(
            StoreFixture.filing(
                [first, StoreFixture.words(4), StoreFixture.words(5)].joined(separator: "\n\n"),
                key: "two"))
        #expect(
            try store.file(StoreFixture.filing(first + ending, key: "two"))
                == .sighting(id: long.id))
    }

    @Test func `makes a text that returns the current one again`() throws {
        let first = try store.file(StoreFixture.filing(text, key: "k"))
        let second = try store.file(StoreFixture.filing(StoreFixture.words(2), key: "k"))
        let third = try store.file(StoreFixture.filing(text, key: "k"))
        #expect(third == .revision(id: third.id, supersedes: second.id))
        #expect(third.id.hasPrefix(first.id) && third.id != first.id)
        #expect(try fixture.files("articles").count == 1)
        #expect(try fixture.files("superseded").count == 2)
    }

    @Test func `revises within one batch`() throws {
        let results = try store.file([
            StoreFixture.filing(text, key: "k"),
            StoreFixture.filing(StoreFixture.words(2), key: "k"),
        ]).map { try $0.get() }
        #expect(isRevision(results[1]))
        #expect(try fixture.files("articles").count == 1)
        #expect(try fixture.files("superseded").count == 1)
    }

    @Test(arguments: [
        ("http://www.example.org/a#part", true, true),
        ("https://example.org/a/?utm_source=feed", true, true),
        ("https://example.org/b", true, false),
        ("https://example.org/a", false, false),
    ])
    func `revises the page at an address that the entry owns`(
        url: String, ownsLink: Bool, revises: Bool
    ) throws {
        _ = try store.file(StoreFixture.filing(text, url: "https://example.org/a"))
        let outcome = try store.file(
            StoreFixture.filing(StoreFixture.words(2), key: "k", ownsLink: ownsLink, url: url))
        #expect(isRevision(outcome) == revises)
        #expect(isFiled(outcome) == !revises)
    }

    @Test func `goes by the key alone where an operator says what entries are known by`() throws {
        func filing(_ number: Int, key: String, day: Int) -> Filing {
            var filing = StoreFixture.filing(
                StoreFixture.words(number), title: "Report \(number)", key: key,
                url: "https://example.org/report")
            filing.article.published = "2026-03-0\(day)"
            filing.origin.entry?.isKeyGiven = true
            return filing
        }
        let first = try store.file(filing(1, key: "title:a", day: 1))
        // Another day, another title, other words: one entry all the same.
        #expect(isRevision(try store.file(filing(2, key: "title:a", day: 5))))
        // The same address, and near in time: another entry all the same.
        var other = filing(3, key: "title:b", day: 5)
        other.article.title = "Report 2"
        #expect(isFiled(try store.file(other)))
        #expect(isFiled(first))
    }

    @Test func `never revises dropped text, nor by the address of a whole site`() throws {
        for url in [nil, "https://example.org/"] {
            _ = try store.file(StoreFixture.filing(text, url: url))
            let other = try store.file(
                StoreFixture.filing(StoreFixture.words(url == nil ? 2 : 3), url: url))
            #expect(isFiled(other))
        }
    }

    @Test func `revises a dropped page only by what says much the same, no less and no earlier`()
        throws
    {
        let url = "https://example.org/a"
        let long = StoreFixture.words(1, count: 300)
        let words = long.split(separator: " ")
        let first = try store.file(StoreFixture.filing(long, url: url))
        // What stands at the article's own address, or at the one address of a section, an app or a long read.
        let others = [
            words.prefix(100).joined(separator: " "), StoreFixture.words(2, count: 21),
            StoreFixture.words(3, count: 300),
            words.suffix(40).joined(separator: " ") + " " + StoreFixture.words(4, count: 260),
        ]
        for other in others {
            #expect(isFiled(try store.file(StoreFixture.filing(other, url: url))))
        }
        var older = StoreFixture.filing(long + " and before", url: url)
        older.article.published = "2021-10-02"
        #expect(isFiled(try store.file(older)))
        #expect(try store.catalogue.article(first.id).listing.supersededBy == nil)
        let newer = try store.file(
            StoreFixture.filing(
                words.prefix(200).joined(separator: " ") + " " + StoreFixture.words(5, count: 100),
                source: "spool:b.html", url: "https://example.org/b"))
        let edited = words.prefix(190).joined(separator: " ") + " changed "
        let again = try store.file(
            StoreFixture.filing(
                edited + StoreFixture.words(5, count: 100), source: "spool:b.html",
                url: "https://example.org/b"))
        #expect(again == .revision(id: again.id, supersedes: newer.id))
    }

    @Test func `revises a note that is saved again in a watched folder`() throws {
        let source = "watch:/srv/notes/ferry.md"
        var text = StoreFixture.words(1, count: 30)
        var last = try store.file(StoreFixture.filing(text, title: "Ferry", source: source))
        for step in 2...6 {
            text += "\n" + StoreFixture.words(step, count: 30)
            let saved = try store.file(StoreFixture.filing(text, title: "Ferry", source: source))
            #expect(saved == .revision(id: saved.id, supersedes: last.id))
            last = saved
        }
        let other = StoreFixture.filing(
            StoreFixture.words(20, count: 90), title: "Weather", source: source)
        #expect(isFiled(try store.file(other)))
        let elsewhere = StoreFixture.filing(
            text + " more", title: "Ferry", source: "spool:ferry.md")
        #expect(isFiled(try store.file(elsewhere)))
    }

    @Test func `keeps entries of one feed apart that claim one address`() throws {
        let url = "https://example.org/blog"
        for number in 1...3 {
            let outcome = try store.file(
                StoreFixture.filing(
                    StoreFixture.words(number), title: "Title \(number)", key: "k\(number)",
                    url: url))
            #expect(isFiled(outcome))
        }
    }

    @Test func `lets another feed's change be an article of its own`() throws {
        let first = try store.file(StoreFixture.filing(text, key: "k", feed: "one"))
        let second = try store.file(StoreFixture.filing(text, key: "k", feed: "two"))
        #expect(second == .sighting(id: first.id))
        let changed = StoreFixture.filing(StoreFixture.words(2), key: "k", feed: "two")
        #expect(isFiled(try store.file(changed)))
    }

    @Test func `never replaces whole text by a feed's shorter content`() throws {
        let id = try store.file(StoreFixture.filing(text, key: "k")).id
        let partial = StoreFixture.filing(StoreFixture.words(2), key: "k", isPartial: true)
        #expect(try store.file(partial) == .sighting(id: id))
    }

    @Test func `links articles that nearly say the same both ways`() throws {
        let long = StoreFixture.words(1, count: 400)
        let excerpt = long.split(separator: " ")[100..<250].joined(separator: " ")
        let first = try store.file(StoreFixture.filing(long))
        let second = try store.file(StoreFixture.filing(excerpt))
        #expect(second == .filed(id: second.id, near: [first.id]))
        #expect(try store.catalogue.article(first.id).listing.near.map(\.id) == [second.id])
        #expect(try store.catalogue.article(second.id).listing.near.map(\.id) == [first.id])
        #expect(try store.catalogue.duplicates().items.count == 2)
    }

    @Test func `keeps different articles on one event apart`() throws {
        let quote = StoreFixture.words(9, count: 20)
        let first = StoreFixture.words(1, count: 200) + " " + quote
        let second = quote + " " + StoreFixture.words(2, count: 200)
        _ = try store.file(StoreFixture.filing(first))
        let outcome = try store.file(StoreFixture.filing(second))
        #expect(outcome == .filed(id: outcome.id, near: []))
    }

    @Test func `refuses a document without words, alone`() throws {
        let results = try store.file([
            StoreFixture.filing("", source: "spool:empty.html"), StoreFixture.filing(text),
        ])
        #expect(results[0] == .failure(.noWords(source: "spool:empty.html")))
        #expect(throws: Never.self) { try results[1].get() }
    }

    @Test func `files an entry without words by its key`() throws {
        let first = try store.file(StoreFixture.filing("", key: "a", raw: "same"))
        let second = try store.file(StoreFixture.filing("", key: "b", raw: "same"))
        #expect(isFiled(first) && isFiled(second))
        let again = try store.file(StoreFixture.filing("", key: "a", raw: "same"))
        #expect(again == .unchanged(id: first.id))
        let filled = try store.file(StoreFixture.filing(text, key: "a"))
        #expect(isRevision(filled))
    }

    @Test func `takes back what was filed from a wall, however little the entry says`() throws {
        let wall = StoreFixture.filing(text, key: "k", url: "https://quay.example/a/1")
        let old = try store.file(wall)
        var own = StoreFixture.filing(
            "The ferry has stopped.", title: "Ferry", key: "k", url: "https://quay.example/a/1",
            isPartial: true)
        own.insteadOf = wall.identity.contentHash
        let new = try store.file(own)
        #expect(new == .revision(id: new.id, supersedes: old.id))
        #expect(try store.catalogue.articles(ArticleQuery()).items.map(\.id) == [new.id])
        #expect(try fixture.files("superseded").count == 1)
        #expect(try store.file(own) != .revision(id: new.id, supersedes: new.id))
        // The wall is no sighting of the article, wherever else it stands.
        #expect(isFiled(try store.file(StoreFixture.filing(text, key: "x", feed: "feed2"))))
        #expect(try store.verify().findings.isEmpty)
    }

    @Test func `takes back a wall where the entry has no words at all`() throws {
        let wall = StoreFixture.filing(text, key: "k")
        let old = try store.file(wall)
        var bare = StoreFixture.filing("", title: "Ferry", key: "k", isPartial: true)
        bare.insteadOf = wall.identity.contentHash
        let new = try store.file(bare)
        #expect(new == .revision(id: new.id, supersedes: old.id))
    }

    @Test func `takes nothing back that is no more what it was`() throws {
        let id = try store.file(StoreFixture.filing(text, key: "k")).id
        var own = StoreFixture.filing("The ferry has stopped.", key: "k", isPartial: true)
        own.insteadOf = "sha256:00"
        #expect(try store.file(own) == .sighting(id: id))
    }
}
