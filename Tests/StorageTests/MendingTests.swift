import BriefModel
import FoundationEssentials
import Storage
import Testing

/// What a crash leaves, made by hand, and what the next start makes of it.
@Suite struct MendingTests {
    private let fixture: StoreFixture
    private let manager = FileManager.default

    init() throws { fixture = try StoreFixture() }

    private func move(_ old: String, _ new: String) throws {
        try manager.moveItem(atPath: fixture.path + "/" + old, toPath: fixture.path + "/" + new)
    }

    private func loseCatalogue() throws {
        for suffix in ["", "-wal", "-shm"] {
            try? manager.removeItem(atPath: fixture.path + "/catalogue.sqlite" + suffix)
        }
    }

    /// Keeps a copy of the catalogue as it is now, and puts it back after `body`: what was committed since is
    /// lost, as in a power cut.
    private func losingRows(_ body: () throws -> Void) throws {
        let saved = fixture.path + ".saved"
        try manager.copyItem(atPath: fixture.path + "/catalogue.sqlite", toPath: saved)
        try body()
        try loseCatalogue()
        try manager.moveItem(atPath: saved, toPath: fixture.path + "/catalogue.sqlite")
    }

    @Test func `removes files that were being written`() throws {
        _ = try fixture.open().file(StoreFixture.filing(StoreFixture.words(1)))
        let folder = fixture.path + "/articles/2021/10/"
        #expect(manager.createFile(atPath: folder + ".tmp-1", contents: Data([1])))
        #expect(try fixture.open().mended.temporaryFiles == 1)
        #expect(try fixture.files("articles").count == 1)
    }

    @Test func `takes in what was filed without its row, and knows it again`() throws {
        let filing = StoreFixture.filing(StoreFixture.words(1), key: "k", tags: ["a"])
        _ = try fixture.open()
        try losingRows {
            let store = try fixture.open()
            _ = try store.file(filing)
            _ = try store.file(StoreFixture.filing(StoreFixture.words(1), source: "spool:b"))
        }
        let store = try fixture.open()
        #expect(store.mended.takenIn == 1 && store.mended.sightings == 1)
        let item = try #require(try store.catalogue.articles(ArticleQuery(tag: "a")).items.first)
        #expect(item.sightings.map(\.source) == ["spool:b"])
        #expect(try store.file(filing) == .unchanged(id: item.id))
        #expect(try store.catalogue.articles(ArticleQuery(words: "w1x3")).items.count == 1)
    }

    @Test func `finishes a revision whose row was lost`() throws {
        let first = try fixture.open().file(StoreFixture.filing(StoreFixture.words(1), key: "k"))
        var second: FilingOutcome?
        try losingRows {
            second = try fixture.open().file(
                StoreFixture.filing(StoreFixture.words(2), key: "k"))
        }
        try expectRevised(first.id, try #require(second).id)
    }

    @Test func `finishes a revision whose old file still lies in its place`() throws {
        let first = try fixture.open().file(StoreFixture.filing(StoreFixture.words(1), key: "k"))
        let old = try fixture.files("articles")[0]
        let saved = fixture.path + ".old"
        try manager.copyItem(atPath: fixture.path + "/" + old, toPath: saved)
        var second: FilingOutcome?
        try losingRows {
            second = try fixture.open().file(
                StoreFixture.filing(StoreFixture.words(2), key: "k"))
        }
        try manager.moveItem(atPath: saved, toPath: fixture.path + "/" + old)
        try expectRevised(first.id, try #require(second).id)
    }

    @Test func `undoes a revision that never came to be`() throws {
        let filing = StoreFixture.filing(StoreFixture.words(1), key: "k")
        let first = try fixture.open().file(filing)
        let old = try fixture.files("articles")[0]
        let saved = fixture.path + ".old"
        try manager.copyItem(atPath: fixture.path + "/" + old, toPath: saved)
        try losingRows {
            _ = try fixture.open().file(StoreFixture.filing(StoreFixture.words(2), key: "k"))
        }
        for path in try fixture.files("articles") {
            try manager.removeItem(atPath: fixture.path + "/" + path)
        }
        try manager.moveItem(atPath: saved, toPath: fixture.path + "/" + old)
        let store = try fixture.open()
        #expect(try store.file(filing) == .unchanged(id: first.id))
        #expect(try fixture.files("superseded").isEmpty)
        // The original of what never came to be lies there until its document comes again.
        #expect(try store.verify().findings.map(\.kind) == [.orphan])
        _ = try store.file(StoreFixture.filing(StoreFixture.words(2), key: "k"))
        #expect(try store.verify().findings.isEmpty)
    }

    private func expectRevised(_ old: String, _ new: String) throws {
        let store = try fixture.open()
        #expect(try store.catalogue.articles(ArticleQuery()).items.map(\.id) == [new])
        #expect(try store.catalogue.article(new).revisions == [old, new])
        #expect(try fixture.files("articles").count == 1)
        #expect(try fixture.files("superseded").count == 1)
        #expect(try store.verify().findings.isEmpty)
    }

    @Test func `reports articles whose file is gone, and keeps on`() throws {
        _ = try fixture.open().file(StoreFixture.filing(StoreFixture.words(1)))
        let path = try fixture.files("articles")[0]
        try manager.removeItem(atPath: fixture.path + "/" + path)
        let store = try fixture.open()
        #expect(store.mended.missing.items.map(\.path) == [path])
        #expect(try store.file(StoreFixture.filing(StoreFixture.words(2))).id != "")
    }

    @Test func `follows an article that somebody moved`() throws {
        let id = try fixture.open().file(StoreFixture.filing(StoreFixture.words(1))).id
        try move(try fixture.files("articles")[0], "articles/2021/10/renamed.md")
        let store = try fixture.open()
        #expect(try store.catalogue.article(id).listing.path == "articles/2021/10/renamed.md")
    }

    @Test func `appends behind a torn line of sightings`() throws {
        let filing = StoreFixture.filing(StoreFixture.words(1))
        let store = try fixture.open()
        _ = try store.file(filing)
        _ = try store.file(filing)
        let path = fixture.path + "/sightings/2026-09.jsonl"
        let whole = try #require(manager.contents(atPath: path))
        #expect(manager.createFile(atPath: path, contents: whole + Data("{\"torn".utf8)))
        _ = try store.file(filing)
        let report = try store.verify()
        #expect(report.sightings == 2)
        #expect(report.findings.map(\.why) == ["1 lines are no sightings"])
    }

    @Test func `lets nobody else open the store`() throws {
        let store = try fixture.open()
        #expect(throws: StorageError.self) { try fixture.open() }
        withExtendedLifetime(store) {}
    }
}
