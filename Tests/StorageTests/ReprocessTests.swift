import BriefModel
import FoundationEssentials
import Storage
import Testing

/// `ArticleStore.reprocess(rules:_:)`, with an extractor that reads better than the one before.
@Suite struct ReprocessTests {
    private let fixture: StoreFixture
    private let store: ArticleStore

    init() throws {
        fixture = try StoreFixture()
        store = try fixture.open()
        _ = try store.file([
            StoreFixture.filing(StoreFixture.words(1), key: "k1"),
            StoreFixture.filing(StoreFixture.words(2), url: "https://h.example/2"),
            StoreFixture.filing(StoreFixture.words(3)),
        ])
    }

    /// The stand-in for a new extractor: it finds a sentence that the old one had left out.
    private static func better(_ request: ExtractionRequest) throws -> ReadDocument {
        let text = String(decoding: request.bytes.dropFirst(3), as: UTF8.self) + " and the end"
        let article = Article(
            title: "A title", text: text, markdown: text, quality: 0.954_321, extractor: "briefd/2")
        return ReadDocument(article: article, identity: StoreFixture.identity(of: text))
    }

    @Test func `writes the new text in the article's place`() throws {
        let before = try store.catalogue.articles(ArticleQuery()).items
        let report = try store.reprocess(Self.better)
        #expect(report.read == 3 && report.changed == 3 && report.failures.isEmpty)
        let after = try store.catalogue.articles(ArticleQuery()).items
        #expect(after.map(\.id) == before.map(\.id) && after.map(\.path) == before.map(\.path))
        for (old, new) in zip(before, after) {
            #expect(old.contentHash != new.contentHash && abs(new.quality - 0.954) < 0.001)
            let file = try store.catalogue.article(new.id)
            #expect(file.front.aliases == [old.contentHash])
            #expect(file.file.contains(" and the end"))
        }
        #expect(try store.verify().isSound)
    }

    @Test func `nothing is filed twice afterwards, by its old hash, its new one or its bytes`()
        throws
    {
        _ = try store.reprocess(Self.better)
        let longer = StoreFixture.words(3) + " and the end"
        _ = try store.file([
            StoreFixture.filing(StoreFixture.words(1), key: "k1"),
            StoreFixture.filing(StoreFixture.words(2), url: "https://h.example/2", raw: "<i>x"),
            StoreFixture.filing(longer, raw: "<b>y"),
            StoreFixture.filing("what a third extractor made", raw: "<p>" + StoreFixture.words(3)),
        ])
        let counts = try store.catalogue.counts()
        #expect(counts.total == 3 && counts.superseded == 0)
        #expect(try fixture.files("articles").count == 3)
    }

    @Test func `changes nothing the second time`() throws {
        _ = try store.reprocess(Self.better)
        let files = try fixture.files("articles").map(fixture.text)
        let report = try store.reprocess(Self.better)
        #expect(report.read == 3 && report.changed == 0)
        #expect(try fixture.files("articles").map(fixture.text) == files)
    }

    @Test func `goes through all articles, however many`() throws {
        _ = try store.file((10..<80).map { StoreFixture.filing(StoreFixture.words($0)) })
        #expect(try store.reprocess(Self.better).changed == 73)
    }

    @Test func `an article whose original is gone stays as it was, and is told of`() throws {
        let originals = try fixture.files("originals")
        try FileManager.default.removeItem(atPath: fixture.path + "/" + originals[0])
        let report = try store.reprocess(Self.better)
        #expect(report.changed == 2 && report.failures.count == 1)
        #expect(report.failures[0].why.contains(originals[0]))
    }

    @Test func `an article that would lose all its words stays as it was`() throws {
        let report = try store.reprocess { _ in
            ReadDocument(
                article: Article(text: "", markdown: ""), identity: StoreFixture.identity(of: ""))
        }
        #expect(report.changed == 0 && report.failures.count == 3)
        #expect(try store.catalogue.articles(ArticleQuery()).items.allSatisfy { $0.quality == 0.9 })
    }

    @Test func `asks for the original as it was read when it came`() throws {
        var asked: [ExtractionRequest] = []
        _ = try store.reprocess { request in
            asked.append(request)
            return try Self.better(request)
        }
        #expect(asked.allSatisfy { $0.type == .html && $0.arrival == StoreFixture.arrival })
        #expect(
            asked.map(\.scope).sorted { $0.rawValue < $1.rawValue } == [.content, .page, .page])
        // What a dropped file states of its address is no address that it was fetched from.
        #expect(Set(asked.map(\.address)) == [nil, "https://h.example/2"])
        #expect(asked.allSatisfy { $0.url == nil })
    }
}
