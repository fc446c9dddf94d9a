import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

@Suite struct RuledPageTests {
    private let page = """
        <html><head><title>Some site</title></head><body>
        <div id="top"><h2 class="head">Ferry runs again</h2><span class="by">Ada Marl</span>
        <span class="when">5 March 2024, 08:15</span></div>
        <div class="grid"><p>First words of the article, which stand in an odd place, set apart.</p>
        <p class="promo big">Buy a boat, any boat, before the month is over, and pay later.</p>
        <p>See <a href="/map">the map</a> <img src="/ads/x.png" alt="Advert">
        <i>now</i>.</p></div>
        <div class="grid"><p>Second half.</p><ul><li>An item</li></ul></div>
        <article><p>Another text that is long and reads like an article, with commas, and ends.
        It would be chosen without a rule, because it is longer, and stands in the right element.</p>
        <p>It has a second paragraph, too, and that one also has some words, commas, and an end.</p></article>
        </body></html>
        """

    private func extract(_ rule: String, scope: ExtractionRequest.Scope = .page) throws -> Article {
        try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(page.utf8), type: .html, url: "https://paper.example/a", scope: scope,
                arrival: Date(timeIntervalSince1970: 1_750_000_000),
                siteRule: SiteRule(file: "paper.example.txt", text: rule)))
    }

    @Test func `takes the body and the facts that the rule names`() throws {
        let article = try extract(
            """
            title: //h2[@class='head']
            author: //span[@class='by']
            date: //span[@class='when']
            body: //div[@class='nowhere']
            body: //div[@class='grid']
            strip_id_or_class: promo
            strip_image_src: /ads/
            strip: //ul
            """)
        #expect(article.title == "Ferry runs again" && article.authors == ["Ada Marl"])
        #expect(article.published == "2024-03-05T08:15:00")
        #expect(
            article.markdown == """
                First words of the article, which stand in an odd place, set apart.

                See [the map](https://paper.example/map) *now*.

                Second half.
                """)
        #expect(article.warnings.isEmpty)
    }

    @Test func `strips from a page that is read as any other`() throws {
        let article = try extract("strip: //article/p[1]")
        #expect(!article.text.contains("would be chosen"))
        #expect(article.text.contains("second paragraph"))
    }

    @Test func `judges the page where the rule finds no body, unless it says not to`() throws {
        let judged = try extract("body: //div[@id='gone']")
        #expect(judged.text.contains("second paragraph"))
        #expect(judged.warnings.contains { $0.contains("the rule is out of date") })
        let refused = try extract("body: //div[@id='gone']\nautodetect_on_failure: no")
        #expect(refused.text.isEmpty && refused.quality == 0)
        #expect(refused.warnings.contains { $0.contains("autodetect_on_failure is no") })
    }

    @Test func `replaces strings in the source before all else`() throws {
        let article = try extract(
            """
            find_string: <div class="grid">
            replace_string: <div class="story">
            replace_string(Second half): Second part
            body: //div[@class="story"]
            """)
        #expect(article.text.contains("First words") && article.text.contains("Second part."))
    }

    @Test func `follows a directive only where the page meets its condition`() throws {
        let met = try extract("body: //div[@class='grid'][2]\nif_page_contains: //h2")
        #expect(met.text == "Second half.\nAn item")
        let unmet = try extract("body: //div[@class='grid'][2]\nif_page_contains: //h6")
        #expect(unmet.text.contains("second paragraph"))
    }

    @Test func `keeps the whole body where it is not to be pruned`() throws {
        let rule = "body: //div[@class='grid'][1]"
        #expect(try extract(rule + "\nprune: no").text.contains("Buy a boat"))
    }

    @Test func `says so where the page is an advertisement`() throws {
        let article = try extract("native_ad_clue: //p[contains(@class, 'promo')]")
        #expect(article.warnings.contains { $0.contains("native_ad_clue") })
    }

    @Test func `goes on without a rule that cannot be used, and says why`() throws {
        let article = try extract("body: //div[")
        #expect(article.text.contains("second paragraph"))
        #expect(
            article.warnings.contains { $0.contains("site rule not used: paper.example.txt:1:") })
    }

    @Test func `is for whole pages, not for the content of entries`() throws {
        let article = try extract("body: //div[@class='grid'][2]", scope: .content)
        #expect(article.text.contains("First words"))
    }
}
