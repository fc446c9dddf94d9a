import BriefModel
import Foundation
import Testing

@testable import Storage

/// An analyst's edits: recorded, found, and never lost.
@Suite struct EditTests {
    private let fixture: StoreFixture
    private let filing = StoreFixture.filing(StoreFixture.words(1), key: "k", raw: "<p>one")

    init() throws { fixture = try StoreFixture() }

    private func edit(_ path: String) throws {
        try fixture.edit(path) { $0 + "\nMarginalia by hand.\n" }
    }

    private func path() throws -> String { try #require(try fixture.files("articles").first) }

    private func expectEdited(_ store: ArticleStore, _ id: String) throws {
        let item = try #require(try store.catalogue.articles(ArticleQuery()).items.first)
        #expect(item.id == id && item.isEdited)
        let found = try store.catalogue.articles(ArticleQuery(words: "marginalia"))
        #expect(found.items.map(\.id) == [id])
        let text = try fixture.text(try path())
        #expect(text.contains("edited: true\n") && text.contains("Marginalia"))
        let front = try store.catalogue.article(id).front
        #expect(front.aliases == [filing.identity.contentHash])
        #expect(front.contentHash != filing.identity.contentHash)
    }

    @Test func `an edit is taken down at the next start`() throws {
        let id = try fixture.open().file(filing).id
        try edit(try path())
        let store = try fixture.open()
        #expect(store.mended.edited.items.map(\.path) == [try path()])
        try expectEdited(store, id)
        // It is told of once as news, and listed for good.
        let first = try store.verify()
        #expect(!first.isSound && first.findings.map(\.kind) == [.edited])
    }

    @Test func `an edit that is known is no fault, but is named`() throws {
        _ = try fixture.open().file(filing)
        try edit(try path())
        _ = try fixture.open()
        let report = try fixture.open().verify()
        #expect(report.isSound && report.findings.map(\.kind) == [.edited])
    }

    @Test func `an edit is taken down by a rebuild, and reported`() throws {
        let id = try fixture.open().file(filing).id
        try edit(try path())
        let report = try ArticleStore.rebuild(at: fixture.path, identify: StoreFixture.rules)
        #expect(report.edited.items.map(\.path) == [try path()])
        try expectEdited(try fixture.open(), id)
        let again = try ArticleStore.rebuild(at: fixture.path, identify: StoreFixture.rules)
        #expect(again.edited.isEmpty)
        try expectEdited(try fixture.open(), id)
    }

    @Test func `an edit while briefd runs is taken down when the article arrives again`() throws {
        let store = try fixture.open()
        let id = try store.file(filing).id
        try edit(try path())
        var drop = filing
        drop.origin = Origin(source: "spool:b")
        #expect(try store.file(drop) == .sighting(id: id))
        try expectEdited(store, id)
    }

    @Test func `new facts of the entry leave the edited file as it is`() throws {
        let store = try fixture.open()
        let id = try store.file(filing).id
        try edit(try path())
        var newer = filing
        newer.article.title = "New"
        newer.original = Array("<p>two".utf8)
        #expect(try store.file(newer) == .updated(id: id))
        #expect(try store.file(newer) == .unchanged(id: id))
        try expectEdited(store, id)
    }

    @Test func `a revision moves the edited text to superseded, whole`() throws {
        let store = try fixture.open()
        let id = try store.file(filing).id
        try edit(try path())
        let outcome = try store.file(
            StoreFixture.filing(StoreFixture.words(2), key: "k", raw: "<p>new"))
        #expect(outcome == .revision(id: outcome.id, supersedes: id))
        let old = try fixture.files("superseded").map(fixture.text)
        #expect(old.count == 1 && old[0].contains("Marginalia") && old[0].contains("edited: true"))
        #expect(try fixture.files("articles").count == 1)
    }

    private static func better(_ request: ExtractionRequest) throws -> ReadDocument {
        let text = StoreFixture.words(1) + " and the end"
        return ReadDocument(
            article: Article(title: "A title", text: text, markdown: text, extractor: "briefd/2"),
            identity: StoreFixture.identity(of: text))
    }

    @Test func `reprocess keeps an edited article, and puts the new reading beside it`() throws {
        do {
            let store = try fixture.open()
            let id = try store.file(filing).id
            try edit(try path())
            let report = try store.reprocess(Self.better)
            #expect(report.changed == 0 && report.kept.map(\.id) == [id])
            try expectEdited(store, id)
            let reading = try fixture.files("superseded")
            #expect(reading == report.kept.map(\.reading))
            #expect(try fixture.text(reading[0]).contains("and the end"))
            // It is no revision, nor anything that verify or a rebuild would stumble on.
            #expect(try store.reprocess(Self.better).kept.map(\.reading) == reading)
            #expect(try store.verify().isSound)
        }
        #expect(try fixture.open().mended == MendReport())
    }

    @Test func `reprocess overwrites an edited article when told to, and keeps the edit`() throws {
        let store = try fixture.open()
        let id = try store.file(filing).id
        try edit(try path())
        let report = try store.reprocess(overwritesEdits: true, Self.better)
        #expect(report.changed == 1 && report.kept.isEmpty)
        #expect(try fixture.text(try path()).contains("and the end"))
        #expect(try !store.catalogue.article(id).listing.isEdited)
        let old = try fixture.files("superseded").map(fixture.text)
        #expect(old.count == 1 && old[0].contains("Marginalia"))
        #expect(try store.verify().isSound)
        var drop = filing
        drop.origin = Origin(source: "spool:b")
        #expect(try store.file(drop) == .sighting(id: id))
    }

    @Test func `an edit of the title alone is one, in front matter or as heading`() throws {
        for (old, new) in [("title: \"A title\"", "title: \"Mine\""), ("# A title", "# Mine")] {
            let fixture = try StoreFixture()
            let id = try fixture.open().file(filing).id
            let path = try #require(try fixture.files("articles").first)
            try fixture.edit(path) { $0.replacing(old, with: new) }
            let store = try fixture.open()
            #expect(store.mended.edited.count == 1)
            let front = try store.catalogue.article(id).front
            #expect(front.title == "Mine" && front.isEdited)
            #expect(front.contentHash == filing.identity.contentHash)
            #expect(try fixture.text(path).contains("# Mine\n"))
            #expect(try store.reprocess(Self.better).kept.count == 1)
        }
    }
}
