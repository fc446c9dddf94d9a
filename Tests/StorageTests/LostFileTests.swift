import BriefModel
import Foundation
import Testing

@testable import Storage

/// Articles whose files are gone or damaged, and originals that nobody names.
@Suite struct LostFileTests {
    private let fixture: StoreFixture
    private let manager = FileManager.default

    init() throws { fixture = try StoreFixture() }

    private func filing(_ seed: Int, key: String? = nil, url: String? = nil) -> Filing {
        StoreFixture.filing(
            StoreFixture.words(seed), title: "Title \(seed)", source: "spool:\(seed).html",
            key: key, url: url, tags: ["t\(seed)"])
    }

    private func remove(_ path: String) throws {
        try manager.removeItem(atPath: fixture.path + "/" + path)
    }

    private func put(_ bytes: [UInt8], _ path: String) throws {
        try Data(bytes).write(to: URL(filePath: fixture.path + "/" + path), options: .atomic)
    }

    private func path(of seed: Int) throws -> String {
        try #require(try fixture.files("articles").first { $0.contains("title-\(seed)-") })
    }

    private func loseCatalogue() {
        for suffix in ["", "-wal", "-shm"] {
            try? manager.removeItem(atPath: fixture.path + "/catalogue.sqlite" + suffix)
        }
    }

    /// The extractor: what was filed stands behind "<p>".
    private static func read(_ request: ExtractionRequest) throws -> ReadDocument {
        let text = String(decoding: request.bytes.dropFirst(3), as: UTF8.self)
        return ReadDocument(
            article: Article(
                title: request.known.title, text: text, markdown: text, quality: 0.9,
                extractor: "briefd/1"),
            identity: StoreFixture.identity(of: text))
    }

    private func rebuild() throws -> MendReport {
        try ArticleStore.rebuild(
            at: fixture.path, identify: StoreFixture.rules, read: Self.read)
    }

    // MARK: Arriving again

    @Test(arguments: ["same bytes", "same text", "same entry", "changed facts"])
    func `an article whose file is gone is filed again when it arrives`(door: String) throws {
        let store = try fixture.open()
        let first = filing(1, key: "k", url: "https://h.example/1")
        let id = try store.file(first).id
        let path = try path(of: 1)
        try remove(path)
        var again = first
        switch door {
        case "same bytes": again.origin = Origin(source: "spool:again.html")
        case "same text":
            again.origin = Origin(source: "spool:again.txt")
            again.original = Array("other bytes".utf8)
            again.article.url = nil
        case "changed facts": again.article.modified = "2022-01-01"
        default: break
        }
        #expect(try store.file(again) == .filed(id: id, near: []))
        let text = try fixture.text(path)
        #expect(text.contains("w1x3") && text.contains("https://h.example/1"))
        #expect(text.contains("\"t1\""))
        #expect(try store.verify().isSound)
        #expect(try store.catalogue.article(id).listing.sightings.count == 1)
        #expect(try store.file(again) != .filed(id: id, near: []))
    }

    @Test(arguments: [[], Array("\0\0\0\0".utf8), Array("\n \n".utf8)] as [[UInt8]])
    func `so is one whose file is damaged`(damage: [UInt8]) throws {
        let store = try fixture.open()
        let id = try store.file(filing(1)).id
        let path = try path(of: 1)
        try put(damage, path)
        #expect(try store.file(filing(1)) == .filed(id: id, near: []))
        #expect(try fixture.text(path).contains("w1x3"))
        #expect(try store.verify().isSound)
    }

    @Test func `the start counts what is gone, and what arrives again is gone no more`() throws {
        _ = try fixture.open().file([filing(1), filing(2), filing(3)])
        for seed in [1, 2] { try remove(try path(of: seed)) }
        let store = try fixture.open()
        #expect(store.mended.missing.count == 2 && store.missing.count == 2)
        _ = try store.file(filing(2))
        #expect(store.missing.count == 1)
        _ = try store.file(filing(1))
        #expect(store.missing.count == 0 && store.missing.first == nil)
    }

    @Test func `an original that is damaged heals when the same bytes arrive`() throws {
        let store = try fixture.open()
        _ = try store.file(filing(1))
        let original = try fixture.files("originals")[0]
        try fixture.decay(original)
        let found = try #require(try store.verify().findings.first)
        #expect(found.kind == .corrupt && found.next.contains("drop the same document again"))
        _ = try store.file(filing(1))
        #expect(try store.verify().isSound)
        try remove(original)
        _ = try store.file(filing(1))
        #expect(try store.verify().isSound)
    }

    // MARK: rebuild and reprocess

    @Test func `rebuild reads what is gone again from its original`() throws {
        do {
            _ = try fixture.open().file([
                filing(1, key: "k1", url: "https://h.example/1"), filing(2),
            ])
        }
        let path = try path(of: 1)
        let before = try fixture.text(path)
        try remove(path)
        let report = try rebuild()
        #expect(report.takenIn == 1 && report.broughtBack.items.map(\.path) == [path])
        #expect(report.leftOut.isEmpty)
        let after = try fixture.text(path)
        for line in [
            "id", "title", "url", "published", "content_hash", "feed", "entry_key", "tags",
        ] {
            let was = before.split(separator: "\n").first { $0.hasPrefix(line + ":") }
            #expect(after.split(separator: "\n").contains { $0 == was }, "\(line)")
        }
        let store = try fixture.open()
        #expect(try store.verify().isSound && store.mended == MendReport())
        #expect(
            try store.file(filing(1, key: "k1", url: "https://h.example/1")).id
                == store.catalogue.articles(ArticleQuery(tag: "t1")).items.first?.id)
        #expect(try store.catalogue.counts().total == 2)
    }

    @Test(arguments: [true, false])
    func `rebuild reads what is damaged again, and keeps the damaged file`(hasCatalogue: Bool)
        throws
    {
        do { _ = try fixture.open().file([filing(1), filing(2), filing(3)]) }
        let (empty, zeros) = (try path(of: 1), try path(of: 2))
        try put([], empty)
        try put(Array("---\nid: \"x\"\0\0\0".utf8), zeros)
        if !hasCatalogue { loseCatalogue() }
        // Without a title to read, the place is another one.
        let report = try ArticleStore.rebuild(
            at: fixture.path, identify: StoreFixture.rules
        ) { request in
            var document = try Self.read(request)
            let seed = document.article.text.dropFirst().prefix { $0 != "x" }
            document.article.title = "Title \(seed)"
            document.article.published = "2021-10-05"
            return document
        }
        #expect(report.broughtBack.count == 2 && report.leftOut.isEmpty, "\(report)")
        #expect(try fixture.text(empty).contains("w1x3"))
        #expect(try fixture.text(zeros).contains("w2x3"))
        #expect(try fixture.files("superseded").count == 1)
        #expect(try fixture.open().verify().isSound)
    }

    @Test func `rebuild reads back what only its original is left of`() throws {
        do { _ = try fixture.open().file([filing(1), filing(2)]) }
        try remove(try path(of: 1))
        loseCatalogue()
        // A start says so; it reads no documents itself.
        #expect(try fixture.open().mended.orphans.count == 1)
        loseCatalogue()
        let report = try rebuild()
        #expect(report.broughtBack.count == 1)
        let store = try fixture.open()
        #expect(try store.catalogue.articles(ArticleQuery(words: "w1x3")).items.count == 1)
        #expect(try store.file(filing(1)).id.count == 16)
        #expect(try store.catalogue.counts().total == 2)
        #expect(try store.verify().isSound)
    }

    @Test func `an original of other bytes of an article is no lost article`() throws {
        do {
            let store = try fixture.open()
            _ = try store.file(filing(1, key: "k"))
            var newer = filing(1, key: "k")
            newer.article.title = "Newer"
            newer.original += Array(" ".utf8)
            #expect(try store.file(newer).id.count == 16)
        }
        loseCatalogue()
        let report = try rebuild()
        #expect(report.broughtBack.isEmpty && report.leftOut.isEmpty)
        #expect(try fixture.open().verify().isSound)
    }

    @Test func `rebuild names what it leaves out, with the reason`() throws {
        do { _ = try fixture.open().file([filing(1), filing(2)]) }
        let (gone, copy) = (try path(of: 1), "articles/2021/10/copy.md")
        try remove(gone)
        for original in try fixture.files("originals") {
            let front = try fixture.text(try path(of: 2))
            if !front.contains(String(original.dropFirst(13).dropLast(3))) { try remove(original) }
        }
        try manager.copyItem(
            atPath: fixture.path + "/" + (try path(of: 2)), toPath: fixture.path + "/" + copy)
        try put([0, 1, 2], "articles/2021/10/stranger.bin")
        try put([0, 1, 2], "articles/2021/10/broken.md")
        let report = try rebuild()
        #expect(
            Set(report.leftOut.items.map(\.path)) == [
                gone, "articles/2021/10/broken.md", "articles/2021/10/stranger.bin",
                try path(of: 2),
            ])
        #expect(report.leftOut.items.allSatisfy { !$0.why.isEmpty })
    }

    @Test func `what a disk changed is read again, what a person changed is kept`() throws {
        do { _ = try fixture.open().file([filing(1), filing(2)]) }
        let (decayed, edited) = (try path(of: 1), try path(of: 2))
        try fixture.decay(decayed)
        try fixture.edit(edited) { $0 + "by hand\n" }
        let report = try rebuild()
        #expect(report.broughtBack.items.map(\.path) == [decayed])
        #expect(report.edited.items.map(\.path) == [edited])
        #expect(try fixture.text(edited).contains("by hand"))
        let found = try fixture.open().verify()
        #expect(found.isSound && found.findings.map(\.path) == [edited])
    }

    @Test func `a start without a catalogue says what it left out`() throws {
        do { _ = try fixture.open().file([filing(1), filing(2)]) }
        let path = try path(of: 1)
        try put([], path)
        loseCatalogue()
        let store = try fixture.open()
        #expect(store.mended.takenIn == 1 && store.mended.leftOut.items.map(\.path) == [path])
        #expect(store.mended.orphans.count == 1)
    }

    @Test func `reprocess writes an article again whose file is gone`() throws {
        let store = try fixture.open()
        let id = try store.file(filing(1, key: "k")).id
        let path = try path(of: 1)
        try remove(path)
        let report = try store.reprocess(Self.read)
        #expect(report.broughtBack == 1 && report.failures.isEmpty)
        #expect(try fixture.text(path).contains("w1x3"))
        #expect(try store.catalogue.article(id).front.entryKey == "k")
        #expect(try store.verify().isSound)
    }

    @Test func `verify says of each finding what to do`() throws {
        let store = try fixture.open()
        _ = try store.file((1...6).map { filing($0) })
        try remove(try path(of: 1))
        try fixture.decay(try path(of: 2))
        try fixture.edit(try path(of: 3)) { $0 + "by hand\n" }
        try put([1], "articles/2021/10/note.txt")
        try put([1], "articles/2021/10/note.md")
        let stray = String(repeating: "ab", count: 32)
        try manager.createDirectory(
            atPath: fixture.path + "/originals/ab", withIntermediateDirectories: true)
        try put([1], "originals/ab/\(stray).gz")
        let report = try store.verify()
        #expect(
            report.findings.map(\.kind) == [
                .missing, .corrupt, .edited, .unknown, .unknown, .orphan,
            ])
        #expect(report.findings.allSatisfy { !$0.next.isEmpty } && !report.isSound)
    }
}
