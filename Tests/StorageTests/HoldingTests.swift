import BriefModel
import Foundation
import Storage
import Testing

/// What is taken from articles and asked of revisions.
@Suite struct HoldingTests {
    private let fixture: StoreFixture

    init() throws { fixture = try StoreFixture() }

    @Test func `an article is let go once, in the file and in lists`() throws {
        let store = try fixture.open()
        let id = try store.file(StoreFixture.filing(StoreFixture.words(1), tags: ["held", "sea"]))
            .id
        let other = try store.file(StoreFixture.filing(StoreFixture.words(2), tags: ["sea"])).id
        #expect(try store.release(other) == nil)
        #expect(try store.release(String(id.prefix(8))) == id)
        #expect(try store.catalogue.listing(id).tags == ["released", "sea"])
        #expect(try store.release(id) == nil)
        let path = try store.catalogue.listing(id).path
        #expect(try !fixture.text(path).contains("held"))
        #expect(try store.verify().isSound)
    }

    @Test func `what was let go is not held again, however it comes, and over a rebuild`() throws {
        let id: String
        do {
            let store = try fixture.open()
            func file(_ seed: Int, title: String = "A title", key: String? = "k") throws -> String {
                try store.file(
                    StoreFixture.filing(
                        StoreFixture.words(seed), title: title,
                        source: key == nil ? "spool:\(seed).html" : "feed:a", key: key,
                        raw: "\(seed) \(title) \(key ?? "")", tags: ["held"])
                ).id
            }
            _ = try file(1)
            // A revision of what is held is held, and a copy that came meanwhile does not outlive it.
            let held = try file(2)
            _ = try file(2, key: nil)
            #expect(try store.catalogue.listing(held).tags == ["held"])
            #expect(try store.release(held) == held)
            for again in [
                try file(2, key: nil), try file(2, title: "Another title"),
                try file(2, title: "Another title", key: "m"),
            ] {
                #expect(again == held)
                #expect(try store.catalogue.listing(held).tags == ["released"])
            }
            id = try file(3)
            #expect(id != held)
            #expect(try store.catalogue.listing(id).tags == ["released"])
            #expect(try fixture.text(store.catalogue.listing(id).path).contains("released"))
            // Another article is.
            let other = try file(9, key: "other")
            #expect(try store.catalogue.listing(other).tags == ["held"])
        }
        _ = try ArticleStore.rebuild(at: fixture.path, identify: StoreFixture.rules)
        let store = try fixture.open()
        #expect(try store.catalogue.listing(id).tags == ["released"])
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
