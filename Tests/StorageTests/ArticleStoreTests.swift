import BriefModel
import FoundationEssentials
import Testing

@testable import Storage

@Suite struct ArticleStoreTests {
    private let fixture: StoreFixture
    private let store: ArticleStore

    init() throws {
        fixture = try StoreFixture()
        store = try fixture.open()
    }

    @Test func `keeps the bytes as they came`() throws {
        let id = try store.file(StoreFixture.filing(StoreFixture.words(1), raw: "\u{0}raw")).id
        let front = try store.catalogue.article(id).front
        #expect(try store.original(front.original) == Array("\u{0}raw".utf8))
        #expect(throws: StorageError.self) { try store.original("../../../etc/passwd") }
    }

    @Test func `files an abandoned batch in full when it comes again`() throws {
        let batch = (0..<20).map { StoreFixture.filing(StoreFixture.words($0), key: "k\($0)") }
        // A file where a folder must be made: the batch fails while its files are written.
        let obstacle = fixture.path + "/articles/2022"
        #expect(FileManager.default.createFile(atPath: obstacle, contents: Data()))
        var late = StoreFixture.filing(StoreFixture.words(99), published: "2022-01-01")
        late.arrival += 1
        #expect(throws: StorageError.self) { try store.file(batch + [late]) }
        #expect(try store.catalogue.counts().total == 0)
        try FileManager.default.removeItem(atPath: obstacle)
        _ = try store.file(batch + [late])
        #expect(try store.catalogue.counts().total == 21)
        #expect(try fixture.files("articles").count == 21)
        #expect(try store.verify().findings.isEmpty)
    }

    @Test func `answers questions while articles are filed`() async throws {
        let store = store
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for start in 0..<10 {
                    _ = try store.file(
                        (0..<10).map { StoreFixture.filing(StoreFixture.words(start * 10 + $0)) })
                }
            }
            group.addTask {
                for _ in 0..<50 {
                    let items = try store.catalogue.articles(ArticleQuery(limit: 1000)).items
                    #expect(items.count % 10 == 0)
                }
            }
            try await group.waitForAll()
        }
        #expect(try store.catalogue.counts().total == 100)
    }

    @Test func `writes a better reading in place and knows the old text still`() throws {
        let old = StoreFixture.filing(StoreFixture.words(1), raw: "raw")
        let id = try store.file(old).id
        let better = StoreFixture.filing(StoreFixture.words(1, count: 80), title: "Better")
        let document = ReadDocument(article: better.article, identity: better.identity)
        let results = try store.reprocess(
            [(id, document), (id, document), ("none", document)], overwritesEdits: false)
        #expect(
            results
                == [.success(.changed), .success(.unchanged), .failure(.noArticle(id: "none"))])
        let front = try store.catalogue.article(id).front
        #expect(front.aliases == [old.identity.contentHash])
        #expect(front.contentHash == better.identity.contentHash && front.title == "Better")
        for text in [StoreFixture.words(1), StoreFixture.words(1, count: 80)] {
            let seen = try store.file(StoreFixture.filing(text, source: "spool:x", raw: text + "."))
            #expect(seen == .sighting(id: id))
        }
        #expect(try store.catalogue.articles(ArticleQuery(words: "w1x70")).items.count == 1)
        #expect(try store.verify().isSound)
    }

    @Test func `a document that fails in a batch leaves no row and no file`() throws {
        let results: [Result<Int, StorageError>] = try store.commit([1, 2, 3]) {
            plan, number throws(StorageError) in
            plan.pending.write("articles/\(number).txt", [1])
            do {
                try plan.writer.setReplayed("file \(number)", bytes: number)
            } catch {
                throw StorageError(any: error)
            }
            if number == 2 { throw .noArticle(id: "2") }
            return number
        }
        #expect(results == [.success(1), .failure(.noArticle(id: "2")), .success(3)])
        #expect(try fixture.files("articles") == ["articles/1.txt", "articles/3.txt"])
        let rows = try store.pool.read { db in
            try (1...3).map { try CatalogueReader(db: db).replayed("file \($0)") }
        }
        #expect(rows == [1, 0, 3])
    }
}
