import BriefModel
import Foundation
import Testing

@testable import Storage

/// Headlines that change over the same text.
@Suite struct HeadlineTests {
    private let fixture: StoreFixture

    init() throws { fixture = try StoreFixture() }

    private func filing(
        _ title: String?, seed: Int = 1, key: String? = "k", feed: String = "feed1",
        minutes: Double = 0
    ) -> Filing {
        var filing = StoreFixture.filing(
            StoreFixture.words(seed), title: title, key: key, feed: feed,
            raw: "\(title ?? "") \(seed) \(feed)")
        filing.arrival += minutes * 60
        return filing
    }

    private func headlines(_ store: ArticleStore, _ id: String) throws -> [[String]] {
        try store.catalogue.article(id).headlines.map { [$0.titleBefore, $0.title] }
    }

    private func changed(_ store: ArticleStore) throws -> [ArticleListing] {
        var query = ArticleQuery(order: .changed, limit: 1)
        query.isRevised = true
        var items: [ArticleListing] = []
        repeat {
            let page = try store.catalogue.articles(query)
            items += page.items
            query.cursor = page.next
        } while query.cursor != nil
        return items
    }

    @Test func `are taken down, each with the one before, and stay over a rebuild`() throws {
        let id: String
        do {
            let store = try fixture.open()
            id = try store.file(filing("The plan")).id
            #expect(try store.file(filing("The plan returns", minutes: 5)) == .updated(id: id))
            #expect(try store.file(filing("A vote", minutes: 9)) == .updated(id: id))
            #expect(
                try headlines(store, id)
                    == [["The plan", "The plan returns"], ["The plan returns", "A vote"]])
            #expect(try store.catalogue.listing(id).title == "A vote")
        }
        let file = try #require(try fixture.files("sightings").first)
        #expect(try fixture.text(file).contains("\"title_before\":\"The plan\""))
        _ = try ArticleStore.rebuild(at: fixture.path, identify: StoreFixture.rules)
        let store = try fixture.open()
        let detail = try store.catalogue.article(id)
        #expect(detail.headlines.map(\.title) == ["The plan returns", "A vote"])
        #expect(detail.headlines.allSatisfy { $0.id == id })
        let later = StoreFixture.arrival + 9 * 60
        #expect(detail.headlines.last?.when == later.rfc3339)
        #expect(detail.listing.retitled == later.rfc3339)
        // The original of the first arrival is named by nothing but the catalogue before.
        #expect(try store.verify().findings.allSatisfy { $0.kind == .orphan })
    }

    @Test(arguments: ["THE  PLAN", " the plan ", nil] as [String?])
    func `are the same in another case or space, and where none is stated`(title: String?) throws {
        let store = try fixture.open()
        let id = try store.file(filing("The plan")).id
        _ = try store.file(filing(title, minutes: 5))
        #expect(try headlines(store, id).isEmpty)
        #expect(try changed(store).isEmpty)
    }

    @Test func `are those of the entry that bore the article first`() throws {
        let store = try fixture.open()
        let id = try store.file(filing("The plan")).id
        #expect(try store.file(filing("What a plan", feed: "feed2")) == .sighting(id: id))
        #expect(try store.file(filing("Plans, plans", feed: "feed2")) == .sighting(id: id))
        // The same bytes again, as after a crash.
        #expect(try store.file(filing("Plans, plans", feed: "feed2")) == .unchanged(id: id))
        #expect(try store.catalogue.listing(id).title == "The plan")
        #expect(try headlines(store, id).isEmpty)
    }

    @Test func `are among the changes, the latest first`() throws {
        let store = try fixture.open()
        let first = try store.file(filing("One", seed: 1, key: "a")).id
        _ = try store.file(filing("Two", seed: 2, key: "b", minutes: 1))
        let revised = try store.file(filing("Two", seed: 3, key: "b", minutes: 2)).id
        _ = try store.file(filing("Three", seed: 4, key: "c", minutes: 3))
        #expect(try changed(store).map(\.id) == [revised])
        _ = try store.file(filing("One, again", seed: 1, key: "a", minutes: 4))
        #expect(try changed(store).map(\.id) == [first, revised])
        _ = try store.file(filing("Two, again", seed: 3, key: "b", minutes: 5))
        #expect(try changed(store).map(\.id) == [revised, first])
        // A new text has no headline but its own.
        let next = try store.file(filing("Two, at last", seed: 5, key: "b", minutes: 6)).id
        #expect(try changed(store).map(\.id) == [next, first])
        #expect(try store.catalogue.listing(next).retitled == nil)
        #expect(try headlines(store, next) == [["Two", "Two, again"]])
    }
}
