import BriefModel
import Foundation
import Storage
import Testing

/// What an operator takes back: articles that go, and revisions that are current again.
@Suite struct ForgettingTests {
    private let fixture: StoreFixture
    private let store: ArticleStore

    init() throws {
        fixture = try StoreFixture()
        store = try fixture.open()
    }

    private func current() throws -> [String] {
        try store.catalogue.articles(ArticleQuery()).items.map(\.id)
    }

    private let text = StoreFixture.words(1)

    @Test func `takes an article with its files out of the store, and files it anew when it comes`()
        throws
    {
        let first = try store.file(StoreFixture.filing(text, url: "https://a.example/1"))
        let other = try store.file(StoreFixture.filing(StoreFixture.words(2), title: "Other"))
        #expect(try store.forget(first.id) == first.id)
        #expect(try current() == [other.id])
        #expect(try fixture.files("articles").count == 1)
        #expect(throws: StorageError.self) { try store.catalogue.article(first.id) }
        #expect(try store.catalogue.counts().total == 1)
        #expect(try store.verify().findings.allSatisfy { $0.path.hasPrefix("originals/") })
        let again = try store.file(StoreFixture.filing(text, url: "https://a.example/1"))
        #expect(again == .filed(id: again.id, near: []))
    }

    @Test func `never files again what is forgotten for good, also after a rebuild`() throws {
        let filing = StoreFixture.filing(text, key: "k")
        let first = try store.file(filing)
        _ = try store.forget(first.id, isForGood: true)
        var copy = StoreFixture.filing(text, title: "Elsewhere", source: "spool:b.html")
        copy.original = Array("other bytes".utf8)
        var changed = StoreFixture.filing(StoreFixture.words(3), key: "k")
        changed.original = Array("more bytes".utf8)
        for filing in [filing, copy, changed] {
            #expect(try store.file(filing) == .unchanged(id: first.id))
        }
        #expect(try current().isEmpty)
        let other = try StoreFixture()
        try fixture.copy(
            ["articles", "superseded", "originals", "sightings", "forgotten"], to: other)
        let rebuilt = try other.open()
        #expect(try rebuilt.file(copy) == .unchanged(id: first.id))
        #expect(try rebuilt.catalogue.counts().total == 0)
    }

    @Test(arguments: [false, true]) func `brings an article back with all that it had`(
        isForGood: Bool
    ) throws {
        let first = try store.file(StoreFixture.filing(text, key: "k", url: "https://a.example/1"))
        let longer = text + " " + StoreFixture.words(5)
        let second = try store.file(
            StoreFixture.filing(longer, key: "k", url: "https://a.example/1"))
        _ = try store.file(
            StoreFixture.filing(longer, source: "spool:b.html", url: "https://a.example/1"))
        let before = try store.catalogue.article(second.id)
        #expect(second == .revision(id: second.id, supersedes: first.id))
        _ = try store.forget(second.id, isForGood: isForGood)
        #expect(try current().isEmpty)
        #expect(Set(try store.recall(first.id)) == [first.id, second.id])
        #expect(try current() == [second.id])
        let after = try store.catalogue.article(second.id)
        #expect(after.revisions == before.revisions)
        #expect(after.listing.sightings == before.listing.sightings)
        #expect(after.file == before.file)
        #expect(try store.verify().findings.isEmpty)
        #expect(try fixture.files("forgotten").filter { $0.hasSuffix(".md") }.isEmpty)
        let again = try store.file(StoreFixture.filing(longer, source: "spool:c.html"))
        #expect(again == .sighting(id: second.id))
    }

    @Test func `says what it does not have`() throws {
        #expect(throws: StorageError.self) { try store.forget("0123456789abcdef") }
        #expect(throws: StorageError.self) { try store.recall("0123456789abcdef") }
        #expect(throws: StorageError.self) { try store.makeCurrent("0123456789abcdef") }
    }

    /// Three revisions of one entry.
    private func revisions() throws -> [String] {
        try (1...3).map { number in
            try store.file(
                StoreFixture.filing(
                    StoreFixture.words(number), title: "Title \(number)", key: "k",
                    url: "https://a.example/1")
            ).id
        }
    }

    @Test(arguments: [0, 1]) func `makes an older revision current again, and back`(
        place: Int
    ) throws {
        let ids = try revisions()
        #expect(try store.makeCurrent(ids[place]) == ids[place])
        #expect(try current() == [ids[place]])
        let rest = ids.filter { $0 != ids[place] }
        #expect(try store.catalogue.article(ids[place]).revisions == rest + [ids[place]])
        #expect(try store.verify().findings.isEmpty)
        // The same revision again changes nothing; the files alone say the same.
        #expect(try store.makeCurrent(ids[place]) == ids[place])
        let other = try StoreFixture()
        try fixture.copy(["articles", "superseded", "originals", "sightings"], to: other)
        let rebuilt = try other.open()
        #expect(try rebuilt.catalogue.articles(ArticleQuery()).items.map(\.id) == [ids[place]])
        #expect(try store.makeCurrent(ids[2]) == ids[2])
        #expect(try current() == [ids[2]])
        #expect(try store.verify().findings.isEmpty)
    }

    @Test func `removes what nobody asked to keep, and says first what would go`() throws {
        let ids = try revisions()
        let gone = try store.file(StoreFixture.filing(StoreFixture.words(9), title: "Gone"))
        _ = try store.forget(gone.id)
        let later = StoreFixture.arrival.addingTimeInterval(3e8)
        func collect(_ isRehearsal: Bool, _ superseded: KeepLimit = .forever) throws
            -> GarbageReport
        {
            try store.collectGarbage(
                superseded: superseded, originals: .forever, now: later, isRehearsal: isRehearsal)
        }
        let plan = try collect(true)
        #expect(plan.forgotten.files == 1 && plan.orphans.files == 1 && plan.superseded.files == 0)
        #expect(try fixture.files("originals").count == 4)
        #expect(try collect(false) == plan)
        #expect(try fixture.files("originals").count == 3)
        #expect(throws: StorageError.self) { try store.recall(gone.id) }
        #expect(try collect(false, .bytes(1 << 30)).superseded.files == 0)
        let old = try collect(false, .age(.seconds(86_400)))
        #expect(old.superseded.files == 2 && old.orphans.files == 2)
        #expect(try fixture.files("superseded").isEmpty)
        #expect(try store.verify().findings.isEmpty)
        #expect(try current() == [ids[2]])
        // What an older revision said is still known.
        let again = StoreFixture.filing(
            StoreFixture.words(1), title: "Title 1", source: "spool:b.html")
        #expect(try store.file(again) == .sighting(id: ids[2]))
    }

    @Test func `gives up originals beyond their limit, for verify too`() throws {
        let first = try store.file(StoreFixture.filing(text))
        let report = try store.collectGarbage(
            superseded: .forever, originals: .age(.seconds(60)),
            now: Date().addingTimeInterval(86_400), isRehearsal: false)
        #expect(report.originals.files == 1)
        #expect(try fixture.files("originals").allSatisfy { !$0.hasSuffix(".gz") })
        #expect(try store.verify().findings.isEmpty)
        #expect(try current() == [first.id])
        let other = try StoreFixture()
        try fixture.copy(["articles", "superseded", "originals", "sightings"], to: other)
        #expect(try other.open().verify().findings.isEmpty)
    }
}
