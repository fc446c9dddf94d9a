import BriefModel
import FoundationEssentials
import Storage
import Testing

/// `verify`, `rebuild` and `backup`.
@Suite struct CareTests {
    private let fixture: StoreFixture

    init() throws { fixture = try StoreFixture() }

    /// Articles, sightings, a revision, an update, near ones and tags.
    private func fill(_ store: ArticleStore) throws {
        let long = StoreFixture.words(7, count: 400)
        let excerpt = long.split(separator: " ")[100..<300].joined(separator: " ")
        _ = try store.file([
            StoreFixture.filing(StoreFixture.words(1), key: "k1", tags: ["a", "b"]),
            StoreFixture.filing(StoreFixture.words(2), title: "\"Two\"\n---\n", key: "k2"),
            StoreFixture.filing(long), StoreFixture.filing(excerpt),
        ])
        _ = try store.file([
            StoreFixture.filing(StoreFixture.words(1), source: "spool:b", tags: ["c"]),
            StoreFixture.filing(StoreFixture.words(3), key: "k2"),
            StoreFixture.filing(StoreFixture.words(1), title: "New", key: "k1"),
            StoreFixture.filing(StoreFixture.words(2), key: "k2"),
        ])
    }

    /// As a disk does it: the file's time of change stays.
    private func flipByte(_ path: String) throws { try fixture.decay(path) }

    @Test func `finds nothing wrong with a sound store`() throws {
        let store = try fixture.open()
        try fill(store)
        let report = try store.verify()
        #expect(report.findings.isEmpty && report.isSound)
        #expect(report.articles == 6 && report.sightings == 4)
    }

    @Test func `finds flipped bytes, missing originals and unknown files`() throws {
        let store = try fixture.open()
        try fill(store)
        let articles = try fixture.files("articles")
        let originals = try fixture.files("originals")
        try flipByte(articles[0])
        try flipByte(originals[0])
        try FileManager.default.removeItem(atPath: fixture.path + "/" + originals[1])
        let stranger = fixture.path + "/articles/stranger.md"
        #expect(FileManager.default.createFile(atPath: stranger, contents: Data([1])))
        let found = try store.verify().findings
        #expect(found.map(\.kind) == [.corrupt, .unknown, .corrupt, .missing])
        #expect(
            found.map(\.path)
                == [articles[0], "articles/stranger.md", originals[0], originals[1]])
    }

    @Test func `tells what could not be read from what is corrupt`() throws {
        let store = try fixture.open()
        try fill(store)
        let path = fixture.path + "/" + (try fixture.files("articles")[0])
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(
            atPath: path, withDestinationPath: "/etc/hostname")
        #expect(try store.verify().findings.map(\.kind) == [.unreadable])
    }

    @Test func `rebuilds the same catalogue from the files`() throws {
        var before: [ArticleListing] = []
        var tagged: [String] = []
        do {
            let store = try fixture.open()
            try fill(store)
            before = try store.catalogue.articles(ArticleQuery()).items
            tagged = try store.catalogue.articles(ArticleQuery(tag: "c")).items.map(\.id)
        }
        let report = try ArticleStore.rebuild(
            at: fixture.path, identify: StoreFixture.rules)
        #expect(report.takenIn == 6 && report.sightings == 4)
        let store = try fixture.open()
        let after = try store.catalogue.articles(ArticleQuery()).items
        #expect(after.sorted { $0.id < $1.id } == before.sorted { $0.id < $1.id })
        #expect(try store.catalogue.articles(ArticleQuery(tag: "c")).items.map(\.id) == tagged)
        #expect(try store.verify().isSound)
        #expect(store.mended == MendReport())
    }

    @Test func `files nothing twice after a rebuild`() throws {
        do { try fill(try fixture.open()) }
        _ = try ArticleStore.rebuild(at: fixture.path, identify: StoreFixture.rules)
        let store = try fixture.open()
        let total = try store.catalogue.counts().total
        let again = try store.file([
            StoreFixture.filing(StoreFixture.words(1), title: "New", key: "k1"),
            StoreFixture.filing(StoreFixture.words(2), key: "k2"),
            StoreFixture.filing(StoreFixture.words(3), source: "spool:old"),
            StoreFixture.filing("other words", raw: "<p>" + StoreFixture.words(7, count: 400)),
        ]).map { try $0.get() }
        for outcome in again {
            switch outcome {
            case .sighting, .unchanged: break
            default: Issue.record("\(outcome)")
            }
        }
        #expect(try store.catalogue.counts().total == total)
    }

    @Test func `backs up a store that can be opened`() throws {
        let store = try fixture.open()
        try fill(store)
        let folder = fixture.path + "/../backup-\(UInt64.random(in: .min ... .max))"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let report = try store.backup(to: folder)
        #expect(report.files > 10)
        let copy = try ArticleStore(at: folder + "/store", identify: StoreFixture.rules)
        #expect(try copy.verify().isSound)
        #expect(
            try copy.catalogue.articles(ArticleQuery()) == store.catalogue.articles(ArticleQuery()))
        #expect(throws: StorageError.self) { try store.backup(to: folder) }
    }

    @Test func `refuses a backup into the store, and around it`() throws {
        let store = try fixture.open()
        let link = fixture.path + ".link"
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: fixture.path + "/articles")
        defer { try? FileManager.default.removeItem(atPath: link) }
        let above = fixture.path + "/.."
        for path in [
            fixture.path, fixture.path + "/backup", fixture.path + "/originals/a/b", link + "/b",
            fixture.path + "/articles/../backup", above,
        ] {
            let refused = StorageError.backupInStore(path, store: fixture.path)
            #expect(throws: refused) { try store.backup(to: path) }
        }
        #expect(try fixture.files("originals").isEmpty)
    }
}
