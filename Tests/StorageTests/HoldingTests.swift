import BriefModel
import Foundation
import Storage
import Testing

/// What is taken from articles and asked of revisions.
@Suite struct HoldingTests {
    private let fixture: StoreFixture

    init() throws { fixture = try StoreFixture() }

    @Test func `a tag is taken from an article, in the file and in lists`() throws {
        let store = try fixture.open()
        let id = try store.file(StoreFixture.filing(StoreFixture.words(1), tags: ["held", "sea"]))
            .id
        #expect(try store.untag(id, "other") == nil)
        #expect(try store.untag(String(id.prefix(8)), "held") == id)
        #expect(try store.catalogue.listing(id).tags == ["sea"])
        #expect(try store.untag(id, "held") == nil)
        let path = try store.catalogue.listing(id).path
        #expect(try !fixture.text(path).contains("held"))
        #expect(try store.verify().isSound)
    }

    @Test func `articles that were revised can be asked for alone`() throws {
        let store = try fixture.open()
        _ = try store.file(StoreFixture.filing(StoreFixture.words(1), key: "a"))
        let second = try store.file(StoreFixture.filing(StoreFixture.words(2), key: "a")).id
        _ = try store.file(StoreFixture.filing(StoreFixture.words(3)))
        var query = ArticleQuery(limit: 10)
        #expect(try store.catalogue.articles(query).items.count == 2)
        query.isRevised = true
        #expect(try store.catalogue.articles(query).items.map(\.id) == [second])
    }

    @Test func `titles of feeds are read beside a store of feeds that is open`() throws {
        #expect(try FeedTitles.read(in: fixture.path + "-none") == [:])
        let folder = fixture.path + "-state"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        #expect(try FeedTitles.read(in: folder) == [:])
        let feeds = try FeedStateStore(path: folder + "/feeds.sqlite")
        var state = FeedState(url: "https://example.org/feed", nextDue: Date())
        state.title = "Harbour Notes"
        try feeds.save([state])
        #expect(
            try FeedTitles.read(in: folder)
                == [state.id: ["https://example.org/feed", "Harbour Notes"]])
        withExtendedLifetime(feeds) {}
    }
}
