import BriefModel
import Foundation
import Queries
import Storage
import Testing

@Suite struct QuerySearchTests {
    private let fixture: StoreFixture
    private let store: ArticleStore

    init() throws {
        fixture = try StoreFixture()
        store = try fixture.open()
        var fox = StoreFixture.filing(
            "The quick brown fox. Über die Brücke. 東京都は首都です。 Sanctions stay.", title: "Foxes bite",
            key: "k1", feed: "00000000000000aa", url: "https://www.notes.example.gov/fox",
            published: "2026-01-02T03:04:05+02:00", tags: ["trade"])
        fox.article.site = "Harbour Notes"
        fox.article.language = "de-AT"
        fox.article.authors = ["Ann Miller", "Bo Lind"]
        fox.article.categories = ["Economy"]
        fox.article.wordCount = 250
        var tide = StoreFixture.filing(
            StoreFixture.words(2) + " tide gates", title: "Tide tables", published: nil,
            isPartial: true,
            tags: ["sport"])
        tide.article.quality = 0.3
        _ = try store.file([fox, tide]).map { try $0.get() }
    }

    private func find(_ text: String) throws -> Set<String> {
        var query = ArticleQuery()
        query.query = try Query(text)
        query.feedNames = ["00000000000000aa": ["https://quay.example/feed", "Quay Feed"]]
        let page = try store.catalogue.articles(query)
        #expect(page.total == page.items.count)
        return Set(page.items.compactMap(\.title))
    }

    @Test(arguments: [
        ("fox", "F"), ("tide", "T"), ("bite", "F"), ("(fox OR tide)", "FT"), ("-fox", "T"),
        ("\"quick brown\"", "F"), ("sanct*", "F"), ("brucke", "F"), ("首都", "F"),
        ("title:foxes", "F"), ("text:foxes", ""), ("text:tide", "T"), ("tag:trade", "F"),
        ("-tag:sport", "F"), ("tag:s*", "T"), ("tag:TRADE", "F"), ("lang:de", "F"),
        ("-lang:de", "T"), ("site:*.gov", "F"), ("site:\"harbour notes\"", "F"),
        ("site:www.notes.example.gov", "F"), ("site:www.*.gov", "F"), ("-site:*.gov", "T"),
        ("quality>0.7", "F"),
        ("quality<=0.3", "T"), ("words>200", "F"), ("feed:\"quay feed\"", "F"),
        ("feed:00000000000000aa", "F"), ("-feed:quay*", "T"), ("published>2026-01-01", "F"),
        ("published<2026-01-02T02:00:00Z", "F"), ("-published>2000", "T"),
        ("published:2026-01", "F"),
        ("filed:2026-09-21", "FT"), ("filed>2026-09-21", ""), ("filed<=2026-09-21", "FT"),
        ("title:/^tide t/", "T"), ("text:/qu[a-z]+ br/", "F"), ("author:\"ann miller\"", "F"),
        ("author:/lind$/", "F"), ("category:economy", "F"), ("is:partial", "T"),
        ("-is:edited", "FT"), ("url:https://www.notes.*", "F"), ("source:spool:*", "FT"),
        ("lang:de OR tag:sport", "FT"), ("fox (lang:en OR quality>0.5)", "F"),
        ("-(fox OR tide)", ""), ("tide -lang:de -quality>0.9", "T"), ("", ""), ("&", ""),
        ("tag:100%", ""), ("tag:tr_de", ""), ("title:fox%", ""),
    ])
    func `finds`(text: String, titles: String) throws {
        let wanted = Set(titles.map { $0 == "F" ? "Foxes bite" : "Tide tables" })
        #expect(try find(text) == wanted)
    }

    @Test func `plain words find by a query what they find as words`() throws {
        for text in [
            "fox", "quick FOX", "\"quick brown\"", "bro*", "bro", "foxes", "uber brucke", "首都",
            "w2x1 w2x5", "well-known", "w2x1 w2x2", "\"w2x1 w2x2\"", "cat", "12:30", "AT&T", "C++",
        ] {
            let plain = try store.catalogue.articles(ArticleQuery(words: text)).items.map(\.id)
            var query = ArticleQuery()
            query.query = try Query(text)
            #expect(try store.catalogue.articles(query).items.map(\.id) == plain, "\(text)")
        }
    }

    @Test func `a long question is answered`() throws {
        let text = (0..<500).map { "w2x\($0 % 60)" }.joined(separator: " ")
        #expect(try find(text) == ["Tide tables"])
        let any = (0..<400).map { "(no\($0) OR lang:x\($0))" }.prefix(250).joined(separator: " OR ")
        #expect(try find(any + " OR tide") == ["Tide tables"])
    }

    @Test func `orders by relevance, and pages`() throws {
        for index in 0..<7 {
            _ = try store.file(
                StoreFixture.filing(StoreFixture.words(30 + index) + " gates", title: "N\(index)"))
        }
        var query = ArticleQuery(limit: 3)
        query.query = try Query("gates quality>0")
        query.order = .relevance
        var ids: [String] = []
        repeat {
            let page = try store.catalogue.articles(query)
            ids += page.items.map(\.id)
            query.cursor = page.next
        } while query.cursor != nil
        #expect(ids.count == 8 && Set(ids).count == 8)
    }

    @Test func `what a rule drops is a sighting and no article`() throws {
        var filing = StoreFixture.filing(StoreFixture.words(9), title: "Cup", key: "k9")
        filing.droppedBy = "sport"
        #expect(try store.file([filing])[0].get() == .dropped(rule: "sport"))
        #expect(try store.catalogue.counts().total == 2)
        let lines = try fixture.files("sightings").map {
            try String(contentsOfFile: fixture.path + "/" + $0, encoding: .utf8)
        }.joined()
        #expect(lines.contains("\"kind\":\"dropped\"") && lines.contains("\"rule\":\"sport\""))
        #expect(lines.contains("\"title\":\"Cup\""))
        #expect(try store.verify().isSound)
        // The same without the rule is filed as if it had never come.
        filing.droppedBy = nil
        guard case .filed = try store.file([filing])[0].get() else {
            Issue.record("not filed")
            return
        }
    }
}
