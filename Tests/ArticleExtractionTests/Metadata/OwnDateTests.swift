import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

/// Days that stand on a page and are not its article's.
@Suite struct OwnDateTests {
    private static let paragraphs = [
        "The lock, the weir and the mill were mended by hand, says the parish of Ashwell in its yearly letter.",
        "Nobody had expected the work to take so long, for the timber had been cut and stacked two winters ago.",
        "Boats may pass from the first day of the fair, although the keeper asks them to wait for the bell to ring.",
        "The miller has promised to grind for all who carried stones, which is more than the charter asks of him.",
    ]

    private func page(
        head: String = "", top: String = "", above: String = "", byline: String = "",
        inText: String = "", after: String = "", beside: String = "", language: String = "en"
    ) -> String {
        let text = Self.paragraphs.map { "<p>\($0)</p>" }
        let menu =
            "<nav><ul><li><a href=/a>Home</a></li><li><a href=/b>River</a></li><li><a href=/c>Fair</a></li></ul></nav>"
        return """
            <html lang=\(language)><head><title>Mill opens by the old weir</title>\(head)</head><body>\(top)\(menu)
            <main><article>\(above)<h1>Mill opens by the old weir</h1><div>\(byline)</div>
            <div>\(text[0...2].joined())\(inText)\(text[3])</div>\(after)</article></main>\(beside)</body></html>
            """
    }

    private func facts(_ html: String, url: String? = nil) throws -> Article {
        try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html, url: url,
                arrival: Date(timeIntervalSince1970: 1_750_000_000)))
    }

    @Test func `a table's days are those of what it is about`() throws {
        let box =
            "<table><tr><th>Built</th><td>4 May 1911</td></tr><tr><th>Length</th><td>48 m</td></tr></table>"
        let found = try facts(page(byline: box))
        #expect(found.published == nil)
        #expect(found.text.contains("4 May 1911"))
        let stated = "<table><tr><th>Published</th><td>4 May 2021</td></tr></table>"
        #expect(try facts(page(byline: stated)).published != nil)
    }

    private static let teasers = [
        "<div class=teasers><div class=teaser><a href=/x>Ferry sinks</a><time datetime=2021-02-11>11 Feb</time></div></div>",
        "<ul class=latest><li><a href=/x>Ferry sinks at the quay</a> <time datetime=2021-02-11>11 Feb</time></li></ul>",
        "<div class=next>Next: <a href=/x>Ferry sinks at the quay</a> <time datetime=2021-02-11>11 Feb 2021</time></div>",
        "<article class=card><h3><a href=/x>Ferry sinks</a></h3><time datetime=2021-02-11>11 February 2021</time></article>",
        "<section id=comments><b>Ben</b> <time datetime=2021-02-11>11 Feb 2021</time><p>At last!</p></section>",
        "<footer><p>Page made on 11 February 2021</p></footer>",
    ]

    @Test(arguments: teasers)
    func `takes the day of the byline before those beside the article`(beside: String) throws {
        for byline in [
            "<p>By Ada Marl</p><p>5 October 2021</p>", "<span>October 5, 2021</span>",
            "<time>5 October 2021</time>",
        ] {
            #expect(try facts(page(byline: byline, beside: beside)).published == "2021-10-05")
        }
    }

    @Test(arguments: teasers)
    func `takes no day from beside an article that states none`(beside: String) throws {
        #expect(try facts(page(beside: beside)).published == nil)
    }

    @Test(arguments: [
        "<p>The gates opened on <time datetime=1931-05-14>14 May 1931</time> before a crowd.</p>",
        "<p>The mill was closed on 14 May 1931.</p>",
        "<p>Entries may be sent until 30 June 2021.</p>",
        "<p>When: 12 June 2021, 7 pm. Where: the old toll house.</p>",
        "<p>Open from 1 June 2021 to 30 August 2021</p>",
        "<p>01.06.2021 – 30.08.2021, 10:00–17:00</p>",
        "<div class=event><time datetime=2021-06-12T19:00>12 June 2021, 7 pm</time> Fair</div>",
        "<blockquote><p>It turns!</p>— Mill (@mill) <a href=https://a.example/1>June 12, 2021</a></blockquote>",
    ])
    func `takes no day that the text tells of`(line: String) throws {
        #expect(try facts(page(inText: line)).published == nil)
        #expect(try facts(page(after: line)).published == nil)
    }

    @Test(arguments: [
        "<figure><img src=a.jpg alt=Mill><figcaption>The mill on 3 June 1958. Photo: Ashwell archive</figcaption></figure>",
        "<figure><img src=a.jpg alt=Mill><figcaption>Le moulin, le 3 juin 1958</figcaption></figure>",
        "<div class=weather-box><span>Saturday, 28 November 2020</span><span>12 degrees</span></div>",
        "<div><span class=today>Saturday, 28 November 2020</span></div>",
    ])
    func `takes no day of a picture or of the visit`(above: String) throws {
        #expect(try facts(page(above: above)).published == nil)
        let dated = page(above: above, byline: "<p>5 October 2021</p>")
        #expect(try facts(dated).published == "2021-10-05")
    }

    @Test func `takes no day that stands above the menu`() throws {
        for top in [
            "<div id=top><div class=date>Friday, 20 November 2020</div></div>",
            "<div>20. November 2020</div>",
        ] {
            #expect(try facts(page(top: top)).published == nil)
        }
    }

    @Test func `takes the day of the address before all that stands beside the article`() throws {
        let url = "https://a.example/2021/10/05/mill"
        for beside in Self.teasers {
            #expect(try facts(page(beside: beside), url: url).published == "2021-10-05")
        }
        let after = "<p>The fair runs from 1 June 2021 to 30 August 2021.</p>"
        #expect(try facts(page(after: after), url: url).published == "2021-10-05")
    }

    @Test(arguments: [
        "<p>5 October 2021</p>", "<p>By Ada Marl, 5 October 2021</p>",
        "<p>Published: 5 October 2021</p>",
    ])
    func `takes a line right behind the text`(line: String) throws {
        #expect(try facts(page(after: line)).published == "2021-10-05")
    }

    @Test func `takes a day that an element sets apart within the headline`() throws {
        let html = page(byline: "").replacing(
            "<h1>", with: "<h1><time datetime=2021-10-05>5 Oct</time> ")
        #expect(try facts(html).published == "2021-10-05")
    }

    @Test(arguments: [
        "<p class=caption>5 October 2021 | River</p>", "<div class=right>5 October 2021</div>",
        "<header class=node-header><p>Saved by ada on <time datetime=2021-10-05>5 Oct</time></p></header>",
        "<div class=date-update-wrapper>05.10.2021</div>",
        "<aside class=meta><time datetime=2021-10-05>5 Oct</time></aside>",
    ])
    func `is not led astray by what the class of a byline says`(byline: String) throws {
        #expect(try facts(page(byline: byline)).published == "2021-10-05")
    }
}
