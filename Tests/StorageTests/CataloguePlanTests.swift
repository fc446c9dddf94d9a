import GRDB
import Testing

@testable import Storage

/// What is asked about one article, or one page of a list, costs the same however many articles there are.
@Suite struct CataloguePlanTests {
    private let fixture: StoreFixture
    private let store: ArticleStore

    init() throws {
        fixture = try StoreFixture()
        store = try fixture.open()
        _ = try store.file((1...3).map { StoreFixture.filing(StoreFixture.words($0), tags: ["t"]) })
    }

    /// What waits to be filed lies in tables of the writer's connection.
    private func walks(_ asked: AskedStatements) throws -> String {
        try store.pool.writeWithoutTransaction { try asked.walks(in: $0) }
    }

    @Test func `no question about one article walks along a table`() throws {
        let asked = AskedStatements()
        try store.pool.writeWithoutTransaction { db in
            asked.listen(to: db)
            let reader = CatalogueReader(db: db)
            let article = try #require(try reader.revision(num: 1))
            _ = try reader.front(of: article)
            _ = try reader.firstID(of: article.chain)
            _ = try reader.neighbours(of: article.chain)
            _ = try reader.parts(besides: article.chain)
            _ = try reader.headlines(chain: article.chain)
            _ = try reader.order(chain: article.chain)
        }
        #expect(asked.count >= 6)
        #expect(try walks(asked) == "")
    }

    @Test func `no filing, sighting or revision walks along a table`() throws {
        let asked = AskedStatements()
        store.pool.writeWithoutTransaction { asked.listen(to: $0) }
        for filing in [
            StoreFixture.filing(StoreFixture.words(4), key: "k", tags: ["a"]),
            StoreFixture.filing(StoreFixture.words(1), tags: ["b"]),
            StoreFixture.filing(StoreFixture.words(5), key: "k", tags: ["c"]),
        ] {
            _ = try store.file(filing)
        }
        #expect(asked.count >= 20)
        #expect(try walks(asked) == "")
    }

    @Test func `no page of a list walks along a table`() throws {
        let asked = AskedStatements()
        var configuration = Schema.configuration
        configuration.prepareDatabase { asked.listen(to: $0) }
        let pool = try DatabasePool(
            path: fixture.path + "/" + StoreFiles.catalogue, configuration: configuration)
        let catalogue = Catalogue(pool: pool, files: store.files, door: store.door)
        for order in [ArticleQuery.Order.filed, .following, .published] {
            _ = try catalogue.articles(ArticleQuery(order: order))
        }
        let one = try #require(try catalogue.articles(ArticleQuery()).items.first)
        _ = try catalogue.article(one.id)
        _ = try catalogue.listing(one.id)
        #expect(asked.count >= 6)
        #expect(try walks(asked) == "")
    }
}
