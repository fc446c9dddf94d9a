import BriefModel
import Testing

@Suite struct FactLimitsTests {
    @Test func `cuts at the end of a word`() {
        let text = String(repeating: "tide ", count: 100)
        let cut = text.cut(to: 52)
        #expect(cut == String(repeating: "tide ", count: 10).dropLast() + "\u{2026}")
        #expect(cut.cut(to: 52) == cut, "once cut it stays as it is")
    }

    @Test(arguments: ["", "tide", "tide table", "\u{6F6E}\u{6C50}", "a\u{301}\u{323}"])
    func `leaves alone what is short enough`(text: String) {
        #expect(text.cut(to: 10) == text)
    }

    @Test(arguments: [
        String(repeating: "\u{6F6E}", count: 500), String(repeating: "x", count: 500),
        "a" + String(repeating: "\u{301}", count: 500), String(repeating: "\r\n", count: 500),
        String(repeating: "\u{1F469}\u{200D}", count: 500),
        "a " + String(repeating: "y", count: 500), String(repeating: "e\u{301}", count: 300),
    ])
    func `keeps within the bound whatever the script`(text: String) {
        for limit in [10, 11, 60] {
            let cut = text.cut(to: limit)
            #expect(cut.unicodeScalars.count <= limit && cut.hasSuffix("\u{2026}"), "\(limit)")
        }
        #expect(text.cut(to: 2_000) == text)
    }

    @Test func `bounds each fact of an article, and notes which`() {
        let long = String(repeating: "tide ", count: 10_000)
        var article = Article(
            title: long, authors: ["Ann Quay", long], site: long, series: long, number: long,
            excerpt: long, text: "Text.", markdown: "Text.")
        article.categories = [String](repeating: "mud", count: 9_000) + [long]
        article.boundFacts()
        let facts = [article.title, article.site, article.series, article.number, article.excerpt]
        #expect(facts.allSatisfy { ($0?.utf8.count ?? 9_999) < 4_100 })
        #expect(article.authors[0] == "Ann Quay" && article.authors[1].utf8.count < 210)
        #expect(article.categories.count == 500)
        #expect(article.warnings.count == 1)
        #expect(article.warnings[0].contains("the title, the authors, the categories"))
        let before = article
        article.boundFacts()
        #expect(article == before)
    }
}
