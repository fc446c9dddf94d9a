import GRDB
import Synchronization
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

    /// The statements that a connection was asked.
    private final class Asked: Sendable {
        private let statements = Mutex<Set<String>>([])

        var all: Set<String> { statements.withLock { $0 } }

        func listen(to db: Database) {
            db.trace { event in
                guard case .statement(let statement) = event else { return }
                self.statements.withLock { _ = $0.insert(statement.sql) }
            }
        }
    }

    /// Walks along whole tables among the steps that SQLite plans; aliases have one letter in our statements. One in the
    /// order of an index is none where it ends with the page: LIMIT.
    private func walks(_ statements: Set<String>) throws -> [String] {
        // What waits to be filed lies in tables of the writer's connection.
        try store.pool.writeWithoutTransaction { db in
            let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'counts'"
            let tables = try String.fetchSet(db, sql: sql)
            return try statements.sorted().flatMap { sql -> [String] in
                guard ["SELECT", "UPDATE", "DELETE", "WITH"].contains(where: sql.hasPrefix) else {
                    return []
                }
                let plan = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
                plan.setUncheckedArguments([])
                return try Row.fetchAll(plan).compactMap { row -> String? in
                    let step: String = row["detail"]
                    let words = step.split(separator: " ").map(String.init)
                    guard words.first == "SCAN", !step.contains("VIRTUAL TABLE"),
                        words[1].count == 1 || tables.contains(words[1]),
                        !(step.contains("USING") && sql.contains("LIMIT"))
                    else { return nil }
                    return "\(step): \(sql)"
                }
            }
        }
    }

    @Test func `no question about one article walks along a table`() throws {
        let asked = Asked()
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
        #expect(asked.all.count >= 6)
        let walks = try walks(asked.all)
        #expect(walks.isEmpty, "\(walks.joined(separator: "\n"))")
    }

    @Test func `no filing, sighting, revision or forgetting walks along a table`() throws {
        let asked = Asked()
        store.pool.writeWithoutTransaction { asked.listen(to: $0) }
        for filing in [
            StoreFixture.filing(StoreFixture.words(4), key: "k", tags: ["a"]),
            StoreFixture.filing(StoreFixture.words(1), tags: ["b"]),
            StoreFixture.filing(StoreFixture.words(5), key: "k", tags: ["c"]),
        ] {
            _ = try store.file(filing)
        }
        #expect(asked.all.count >= 20)
        let walks = try walks(asked.all)
        #expect(walks.isEmpty, "\(walks.joined(separator: "\n"))")
    }

    @Test func `no page of a list walks along a table`() throws {
        let asked = Asked()
        var configuration = Schema.configuration
        configuration.prepareDatabase { asked.listen(to: $0) }
        let pool = try DatabasePool(
            path: fixture.path + "/" + StoreFiles.catalogue, configuration: configuration)
        let catalogue = Catalogue(pool: pool, files: store.files)
        for order in [ArticleQuery.Order.filed, .following, .published] {
            _ = try catalogue.articles(ArticleQuery(order: order))
        }
        let one = try #require(try catalogue.articles(ArticleQuery()).items.first)
        _ = try catalogue.article(one.id)
        _ = try catalogue.listing(one.id)
        #expect(asked.all.count >= 6)
        let walks = try walks(asked.all)
        #expect(walks.isEmpty, "\(walks.joined(separator: "\n"))")
    }
}
