import BriefModel
import FoundationEssentials
import Storage
import Testing

@Suite struct CatalogueTests {
    private let fixture: StoreFixture
    private let store: ArticleStore

    init() throws {
        fixture = try StoreFixture()
        store = try fixture.open()
    }

    private func find(_ words: String) throws -> Int {
        try store.catalogue.articles(ArticleQuery(words: words)).items.count
    }

    @Test(arguments: [
        "\"", "*", "AND (", "NEAR(", "a\"b", "'; DROP TABLE articles; --", "title:", "-", "^", "{}",
        "\u{0}", "", "\"\"", "OR OR OR", "((((", "w1x1\" OR \"w1x2", "日本", "\\", "+",
    ])
    func `never fails on a question`(words: String) throws {
        _ = try store.file(StoreFixture.filing(StoreFixture.words(1)))
        #expect(throws: Never.self) { try find(words) }
    }

    @Test func `finds words, phrases, beginnings and scripts without spaces`() throws {
        let text = "The quick brown fox. Über die Brücke. 東京都は首都です。 AND then"
        _ = try store.file(StoreFixture.filing(text, title: "Foxes"))
        let hits = [
            "quick FOX", "\"quick brown\"", "bro*", "foxes", "uber brucke", "首都", "東京", "and",
        ]
        for hit in hits { #expect(try find(hit) == 1, "\(hit)") }
        for miss in ["\"brown quick\"", "cat", "quick cat", "bro", "都東"] {
            #expect(try find(miss) == 0, "\(miss)")
        }
    }

    @Test func `finds what large batches filed`() throws {
        let batch = (0..<50).map { StoreFixture.filing(StoreFixture.words($0)) }
        #expect(try store.file(batch).allSatisfy { (try? $0.get()) != nil })
        #expect(try find("w33x1") == 1)
        #expect(try fixture.files("articles").count == 50)
        #expect(try fixture.files("originals").count == 50)
    }

    @Test func `gives pages that neither repeat nor skip while others are filed`() throws {
        var filings = (0..<25).map { StoreFixture.filing(StoreFixture.words($0)) }
        for index in filings.indices { filings[index].arrival += Double(index / 5) }
        _ = try store.file(filings)
        var query = ArticleQuery(limit: 10)
        var ids: [String] = []
        repeat {
            let page = try store.catalogue.articles(query)
            ids += page.items.map(\.id)
            query.cursor = page.next
            var late = StoreFixture.filing(StoreFixture.words(100 + ids.count))
            late.arrival += 100
            _ = try store.file(late)
        } while query.cursor != nil
        #expect(ids.count == 25 && Set(ids).count == 25)
        for cursor in ["", "x", "1.2.3", "1.é", "99999999999999999999.1"] {
            query.cursor = cursor
            #expect(throws: StorageError.badCursor(cursor)) { try store.catalogue.articles(query) }
        }
    }

    @Test func `says how many there are on all pages, and gives what came again in pages too`()
        throws
    {
        for index in 0..<7 {
            _ = try store.file(StoreFixture.filing(StoreFixture.words(index), title: "Tide"))
        }
        for index in 0..<5 {
            _ = try store.file(
                StoreFixture.filing(StoreFixture.words(index), title: "Tide", source: "again"))
        }
        #expect(try store.catalogue.articles(ArticleQuery(limit: 2)).total == 7)
        #expect(try store.catalogue.articles(ArticleQuery(words: "w3x1", limit: 2)).total == 1)
        var ids: [String] = []
        var cursor: String?
        repeat {
            let page = try store.catalogue.duplicates(limit: 2, cursor: cursor)
            #expect(page.total == 5)
            ids += page.items.map(\.id)
            cursor = page.next
        } while cursor != nil
        #expect(ids.count == 5 && Set(ids).count == 5)
        #expect(throws: StorageError.badCursor("x")) {
            try store.catalogue.duplicates(cursor: "x")
        }
    }

    @Test func `counts what was filed by days`() throws {
        for index in 0..<5 {
            var filing = StoreFixture.filing(StoreFixture.words(300 + index))
            filing.arrival = Date(
                timeIntervalSince1970: 86_400 * Double(100 + index / 2 * 3) + 86_399)
            _ = try store.file(filing)
        }
        let all = try store.catalogue.filedByDay(since: Date(timeIntervalSince1970: 0))
        #expect(all.map(\.day) == ["1970-04-11", "1970-04-14", "1970-04-17"])
        #expect(all.map(\.count) == [2, 2, 1])
        let late = try store.catalogue.filedByDay(
            since: Date(timeIntervalSince1970: 86_400 * 103 + 4_000))
        #expect(late.map(\.count) == [2, 1])
    }

    @Test func `filters by time, feed, tag and site`() throws {
        _ = try store.file(
            StoreFixture.filing(
                StoreFixture.words(1), key: "k", feed: "f", url: "https://www.example.org/a",
                tags: ["t"]))
        _ = try store.file(StoreFixture.filing(StoreFixture.words(2)))
        func count(_ query: ArticleQuery) throws -> Int {
            try store.catalogue.articles(query).items.count
        }
        #expect(try count(ArticleQuery(since: StoreFixture.arrival)) == 2)
        #expect(try count(ArticleQuery(since: StoreFixture.arrival + 0.5)) == 0)
        #expect(try count(ArticleQuery(until: StoreFixture.arrival)) == 0)
        #expect(try count(ArticleQuery(feed: "f")) == 1)
        #expect(try count(ArticleQuery(tag: "t")) == 1)
        #expect(try count(ArticleQuery(tag: "T'\"")) == 0)
        #expect(try count(ArticleQuery(site: "Example.org")) == 1)
        #expect(try count(ArticleQuery(feed: "f", tag: "no")) == 0)
    }

    @Test func `finds an article by the beginning of its id`() throws {
        let id = try store.file(StoreFixture.filing(StoreFixture.words(1))).id
        let detail = try store.catalogue.article(String(id.prefix(6)))
        #expect(detail.listing.id == id)
        #expect(detail.file.hasPrefix("---\nid: \"\(id)\"\n"))
        for none in ["", "zz", "%", "\u{10FFFF}"] {
            #expect(throws: StorageError.noArticle(id: none)) { try store.catalogue.article(none) }
        }
    }

    private func low(_ quality: Double) throws -> Int {
        try store.catalogue.articles(ArticleQuery(qualityBelow: quality)).items.count
    }

    @Test func `counts what the store holds`() throws {
        #expect(try store.catalogue.counts().lastFiled == nil)
        var poor = StoreFixture.filing(StoreFixture.words(1))
        poor.article.quality = 0.2
        _ = try store.file([poor, StoreFixture.filing(StoreFixture.words(2)), poor])
        let counts = try store.catalogue.counts()
        #expect(counts.total == 2 && counts.lowQuality == 1 && counts.sightings == 1)
        #expect(counts.lastFiled == StoreFixture.arrival.rfc3339)
        #expect(try store.catalogue.counts(recentSince: StoreFixture.arrival).recentLowQuality == 1)
        let later = StoreFixture.arrival.addingTimeInterval(1)
        #expect(try store.catalogue.counts(recentSince: later).recentLowQuality == 0)
        #expect(try low(0.5) == 1)
        #expect(try low(0.2) == 0)
    }
}
