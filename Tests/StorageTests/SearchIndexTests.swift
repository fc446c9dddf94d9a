import BriefModel
import Foundation
import Storage
import Testing

@Suite struct SearchIndexTests {
    /// More than a batch enters into the search by itself.
    private func filled(_ count: Int, _ fixture: StoreFixture) throws -> ArticleStore {
        let store = try fixture.open()
        let results = try store.file(
            (1...count).map { StoreFixture.filing("harbour " + StoreFixture.words($0)) })
        #expect(
            try results.count {
                _ = try $0.get()
                return true
            } == count)
        return store
    }

    @Test func `enters what a large batch left out, so many at a time`() throws {
        let fixture = try StoreFixture()
        let store = try filled(20, fixture)
        let reader = try StoreReader(at: fixture.path).catalogue
        func found() throws -> Int { try reader.articles(ArticleQuery(words: "harbour")).total }
        #expect(try found() == 0)
        #expect(try store.enterForSearch(limit: 8))
        #expect(try found() == 8)
        #expect(try store.enterForSearch(limit: 8))
        #expect(try !store.enterForSearch(limit: 8))
        #expect(try found() == 20)
        #expect(try !store.enterForSearch(limit: 8))
    }

    @Test func `a question sees every article, however many wait to be entered`() throws {
        let fixture = try StoreFixture()
        let store = try filled(150, fixture)
        #expect(try store.catalogue.articles(ArticleQuery(words: "harbour", limit: 5)).total == 150)
        #expect(try !store.enterForSearch(limit: 1))
    }

    @Test func `an article without its file is entered too, and holds up no other`() throws {
        let fixture = try StoreFixture()
        let store = try filled(12, fixture)
        let lost = try fixture.files("articles")[0]
        try FileManager.default.removeItem(atPath: fixture.path + "/" + lost)
        #expect(try store.catalogue.articles(ArticleQuery(words: "harbour")).total == 11)
        #expect(try !store.enterForSearch(limit: 1))
    }
}
