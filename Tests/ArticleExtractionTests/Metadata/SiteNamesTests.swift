import Testing

@testable import ArticleExtraction

@Suite struct SiteNamesTests {
    @Test(arguments: [
        ("Weir Times", true), ("weirtimes.example", true), ("The Weir Times", true),
        ("Weir", false), ("The weir is dry", false), ("", false),
    ])
    func `knows names by the host`(part: String, isName: Bool) {
        let names = SiteNames(stated: [nil], url: "https://www.weirtimes.example/2021/a")
        #expect(names.name(part) == isName)
        #expect(!names.isFrontPage)
    }

    @Test func `takes a name with a word more at the end of a title only`() {
        let names = SiteNames(stated: ["Weir Times"], url: nil)
        #expect(!names.name("Weir Times Sport"))
        #expect(names.nameLoosely("Weir Times Sport"))
        #expect(!names.nameLoosely("Weir Times readers walk the whole river"))
        #expect(
            TitleSplitter.withoutSite("Mill opens | Weir Times Sport", names) == "Mill opens")
    }

    @Test func `keeps both parts of a title without a known site`() {
        let names = SiteNames(stated: [nil], url: nil)
        let title = "A river and its mill - what the parish thinks of the plans"
        #expect(TitleSplitter.withoutSite(title, names) == title)
    }

    @Test(arguments: ["https://a.example", "https://a.example/", "http://a.example//"])
    func `knows a front page`(url: String) {
        #expect(SiteNames(stated: [nil], url: url).isFrontPage)
    }
}
