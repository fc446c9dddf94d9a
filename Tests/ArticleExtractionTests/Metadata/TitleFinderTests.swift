import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

@Suite struct TitleFinderTests {
    private let text =
        "<p>The lock, the weir and the mill were mended by hand, says the parish of Ashwell.</p>"

    private func title(_ head: String, _ body: String, url: String? = nil) throws -> String? {
        let html = "<html><head>\(head)</head><body>\(body)\(text)</body></html>"
        return try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html, url: url,
                arrival: Date(timeIntervalSince1970: 1_750_000_000))
        ).title
    }

    @Test func `takes the only heading before a title for search engines`() throws {
        let head = """
            <meta property=og:type content=article>
            <meta property=og:title content='Best Mills to Visit in 2025'>
            """
        #expect(try title(head, "<h1>A week among millers</h1>") == "A week among millers")
    }

    @Test func `takes the stated title where a front page has a slogan`() throws {
        let head = """
            <meta property=og:type content=website><title>Flour and grain by post</title>
            """
        let found = try title(head, "<h1>Taste the river</h1>", url: "https://mill.example/")
        #expect(found == "Flour and grain by post")
    }

    @Test func `passes over a heading that is the site's name as its links home say`() throws {
        let body = "<h1><a href='/'>The Ashwell Mill Diary</a></h1><h2>The weir is dry</h2>"
        let head = "<title>The weir is dry : The Ashwell Mill Diary</title>"
        #expect(try title(head, body) == "The weir is dry")
    }

    @Test(arguments: [
        "https://www.weirtimes.example/a", "https://news.weirtimes.example/a",
    ])
    func `knows the site's name by its host`(url: String) throws {
        #expect(try title("<title>Dental Care | Weir Times</title>", "", url: url) == "Dental Care")
    }

    @Test func `leaves out a kicker that stands in the heading where the head does without`() throws
    {
        let head = "<meta property=og:title content='The weir is dry again'>"
        let body = "<h1><span>Politics |</span> The weir is dry again</h1>"
        #expect(try title(head, body) == "The weir is dry again")
        let plain = "<h1>Politics: The weir is dry again</h1>"
        #expect(try title("", plain) == "Politics: The weir is dry again")
    }

    @Test func `prefers the heading that states the title to a general one`() throws {
        let head = "<title>The weir is dry once again</title>"
        let body = "<h1>Our blog</h1><h2>The weir is dry once again</h2>"
        #expect(try title(head, body) == "The weir is dry once again")
    }

    @Test func `takes a lower heading where nothing else says more`() throws {
        #expect(try title("", "<h2>The weir is dry</h2>") == "The weir is dry")
        #expect(try title("", "<nav><h2>Sections</h2></nav>") == nil)
    }

    @Test func `leaves out the mark of a heading's own link`() throws {
        #expect(try title("", "<h1>Mending a weir<a href='#m'>¶</a></h1>") == "Mending a weir")
    }

    @Test func `resolves references that were escaped twice`() throws {
        let head = "<meta property=og:title content='Mill &amp;amp; weir &amp;#8217;s &amp;x'>"
        #expect(try title(head, "") == "Mill & weir ’s &x")
    }

    @Test func `prefers the page's heading to that of the book it stands in`() throws {
        let head = "<title>Drying - A Handbook of Small Weirs and Their Millers</title>"
        let book = "<h1>A Handbook of Small Weirs and Their Millers</h1>"
        let body = "<div class=menu-bar>\(book)</div><h2>Drying</h2>"
        #expect(try title(head, body) == "Drying")
    }

    @Test(arguments: [
        ("Old mill opens again - Weir Times", "<h1>Weir Times</h1><h2>Old mill opens again</h2>"),
        ("Old &lt;em&gt;mill&lt;/em&gt; opens&lt;br&gt;again", ""),
        ("Old mill opens again | Rivers | Weir Times", ""),
        ("Old mill opens again – Weir Times – News", ""),
    ])
    func `leaves the site, its sections and tags out`(head: String, body: String) throws {
        #expect(try title("<title>\(head)</title>", body) == "Old mill opens again")
    }

    @Test func `keeps a title with dashes of its own`() throws {
        let head = "<title>Old mill - the lower one - opens</title>"
        #expect(try title(head, "") == "Old mill - the lower one - opens")
    }

    @Test(arguments: [
        (
            "<span class=kicker>Climate</span><span class=visually-hidden>: </span>"
                + "<span class=title>Drill until it is hot</span>",
            "Climate Drill until it is hot"
        ),
        (
            "<span class=overline>The work of tomorrow</span>\"We paint the ship\"",
            "The work of tomorrow \"We paint the ship\""
        ),
        ("Old mill opens again<small> 5 min read</small>", "Old mill opens again"),
        ("Mills of 2021 <small>5 of them</small>", "Mills of 2021 5 of them"),
        ("The <b>You</b>Tube of mills", "The YouTube of mills"),
        ("Mac<i>Donald</i> had a mill", "MacDonald had a mill"),
    ])
    func `parts a kicker from the headline that it touches, and no word`(
        heading: String, expected: String
    ) throws {
        #expect(try title("", "<h1>\(heading)</h1>") == expected)
    }

    @Test func `keeps a heading whole where the head states it whole`() throws {
        let whole = "The virus and other fevers – How fires favour new fevers"
        let body =
            "<h1><span>The virus and other fevers</span> – <span>How fires favour new "
            + "fevers</span></h1>"
        #expect(try title("<meta property=og:title content='\(whole)'>", body) == whole)
    }

    @Test func `takes no words that a site says of itself for the headline`() throws {
        let head = "Which rig is yours? | General | All about model trains and railways"
        let found = try #require(try title("<title>\(head)</title>", ""))
        #expect(found.hasPrefix("Which rig is yours?"))
    }

    @Test(arguments: [
        "Weir Times | Sport | Old mill at Ashwell opens again",
        "Weir Times > News > World -- Old mill at Ashwell opens again",
        "Old mill at Ashwell opens again | River Latest | Weir Times",
        "Old mill at Ashwell opens again - Rivers - Weir Times",
        "EFC River Ashwell Marl - Old mill at Ashwell opens again - River Press - News",
    ])
    func `leaves out the sections beside the site's name`(head: String) throws {
        let found = try title("<title>\(head)</title>", "", url: "https://weirtimes.example/a")
        #expect(found == "Old mill at Ashwell opens again")
    }
}
