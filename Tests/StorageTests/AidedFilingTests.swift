import BriefModel
import Foundation
import Storage
import Testing

/// What is known beside a document can give it another body each time: it is filed once all the same.
@Suite struct AidedFilingTests {
    private let fixture: StoreFixture
    private let store: ArticleStore
    private let alone = StoreFixture.words(1) + "\nWe write to you every evening."

    init() throws {
        fixture = try StoreFixture()
        store = try fixture.open()
    }

    /// The document with the body that memory gave it: without its last words.
    private func aided(
        _ body: String, key: String? = nil, title: String = "A title", raw: String, version: Int = 7
    ) -> Filing {
        var filing = StoreFixture.filing(body, title: title, key: key, raw: raw)
        filing.identity.unaidedHash = StoreFixture.identity(of: alone).contentHash
        filing.article.siteMemory = version
        return filing
    }

    private func articles() throws -> Int {
        try fixture.files("articles").count
    }

    private var helped: String { StoreFixture.words(1) }

    @Test func `what was filed without memory is known with it`() throws {
        let first = try store.file(StoreFixture.filing(alone, raw: "a"))
        #expect(try store.file(aided(helped, raw: "b")) == .sighting(id: first.id))
        #expect(try articles() == 1)
    }

    @Test func `what was filed with memory is known without it`() throws {
        let first = try store.file(aided(helped, raw: "a"))
        #expect(try store.file(StoreFixture.filing(alone, raw: "b")) == .sighting(id: first.id))
        #expect(try store.file(StoreFixture.filing(helped, raw: "c")) == .sighting(id: first.id))
        #expect(try articles() == 1)
    }

    @Test func `another memory makes no other article`() throws {
        let first = try store.file(aided(helped, raw: "a"))
        let other = StoreFixture.words(1, count: 50)
        let seen = try store.file(aided(other, raw: "b", version: 9))
        #expect(seen == .sighting(id: first.id))
        #expect(try articles() == 1)
    }

    @Test func `an entry whose body memory changed is no revision`() throws {
        let first = try store.file(aided(helped, key: "k", raw: "a"))
        let other = StoreFixture.words(1, count: 50)
        let again = try store.file(
            aided(other, key: "k", title: "A better title", raw: "b", version: 9))
        #expect(again == .updated(id: first.id))
        #expect(try articles() == 1)
        #expect(try store.verify().findings.isEmpty)
    }

    @Test func `the file says which memory helped, and the other hash`() throws {
        _ = try store.file(aided(helped, raw: "a"))
        let path = try #require(try fixture.files("articles").first)
        let file = try String(contentsOfFile: fixture.path + "/" + path, encoding: .utf8)
        let hash = try #require(StoreFixture.identity(of: alone).contentHash)
        #expect(file.contains("\nsite_memory: 7\n"))
        #expect(file.contains("\naliases: [\"\(hash)\"]\n"))
        let read = try MarkdownFile.parse(Array(file.utf8), path: path)
        #expect(read.front.siteMemory == 7)
        #expect(read.front.aliases == [hash])
    }
}
