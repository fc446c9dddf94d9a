import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

@Suite struct AuthorFinderTests {
    private let text =
        "<p>The lock, the weir and the mill were mended by hand, says the parish of Ashwell.</p>"

    private func authors(_ head: String, _ body: String = "") throws -> [String] {
        let html = "<html><head>\(head)</head><body>\(body)\(text)</body></html>"
        return try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html, url: "https://weirtimes.example/a",
                arrival: Date(timeIntervalSince1970: 1_750_000_000))
        ).authors
    }

    private func json(_ author: String, _ more: String = "") -> String {
        """
        <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":\(author)}\
        \(more)]}</script>
        """
    }

    @Test(arguments: [
        (#"{"@type":"Person","name":["Ada Marl","Ben Holt"]}"#, ["Ada Marl", "Ben Holt"]),
        (#"{"@type":"Person","name":"Marl, Ada"}"#, ["Ada Marl"]),
        (#"[{"name":"Ada Marl"},"Ben Holt"]"#, ["Ada Marl", "Ben Holt"]),
        (#""Ada Marl, Chief Technology Officer""#, ["Ada Marl"]),
        (#""Ada Marl, MS, RDN""#, ["Ada Marl"]), (#""ada_marl77""#, ["ada_marl77"]),
        (#"{"@type":"Organization","name":"Millers Guild"}"#, ["Millers Guild"]),
        (#""page.head.author""#, []), (#""https://weirtimes.example/ada""#, []),
    ])
    func `reads authors of JSON-LD in all their forms`(author: String, names: [String]) throws {
        #expect(try authors(json(author)) == names)
    }

    @Test func `follows a reference to the person`() throws {
        let person = ##",{"@type":"Person","@id":"#ada","name":"Ada Marl"}"##
        #expect(try authors(json(##"{"@id":"#ada"}"##, person)) == ["Ada Marl"])
    }

    @Test func `prefers a visible person to a stated house, and a house to nobody`() throws {
        let head = json(#"{"name":"Weir Times"}"#)
        #expect(try authors(head, "<h1>Mill opens</h1><p>By Ada Marl</p>") == ["Ada Marl"])
        #expect(try authors(head, "<h1>Mill opens</h1>") == ["Weir Times"])
    }

    @Test(arguments: [
        "<p>Culture | By Ada Marl | 5 May 2021</p>", "<p>5 May 2021 by Ada Marl</p>",
        "<p>Autor:</p><p>Ada Marl</p>", "<p><a href='/author/ada'>Ada Marl</a></p>",
    ])
    func `reads bylines next to the title`(line: String) throws {
        #expect(try authors("", "<h1>Mill opens</h1>\(line)") == ["Ada Marl"])
    }

    @Test(arguments: [
        ("<h1>水坝今天重新开放</h1><p>王小河、李大山</p>", ["王小河", "李大山"]),
        ("<h1>水坝今天重新开放</h1><p>王小河</p><p>2021年5月5日</p>", ["王小河"]),
        ("<h1>水坝今天重新开放</h1><p>作者：王小河 时间：2021-05-05</p>", ["王小河"]),
        ("<h1>水坝今天重新开放</h1><p>正文</p><p>水坝今天重新开放，镇长说。（王小河）</p>", ["王小河"]),
    ])
    func `reads Chinese names by the title and at the end`(body: String, names: [String]) throws {
        #expect(try authors("", body) == names)
        let house = "<meta name=author content='河边日报社'>"
        #expect(try authors(house, body) == names)
        #expect(try authors(house) == ["河边日报社"])
        #expect(try authors("<meta name=author content='www.river.example'>", body) == names)
    }

    @Test func `takes no section for a Chinese name`() throws {
        #expect(try authors("", "<h1>水坝今天重新开放</h1><p>江苏</p>").isEmpty)
    }

    @Test func `leaves the links of commenters and of lists alone`() throws {
        let body = """
            <h1>Mill opens</h1><div class=comments><a href='/author/ben'>Ben Holt</a></div>
            """
        #expect(try authors("", body).isEmpty)
    }

    @Test func `leaves the site's name at the end of a name out`() throws {
        #expect(try authors("<meta name=author content='Ada Marl Weir Times'>") == ["Ada Marl"])
    }

    @Test(arguments: [
        "<p>By Tuesday Morning</p>", "<p>By Appointment</p>", "<h2>By Train</h2>",
        "<p>By Popular Demand</p>", "<ul><li><a href='/d'>By Designers</a></li></ul>",
        "<figure><img src=/x.jpg><figcaption>By Kim Vale</figcaption></figure>",
        "<p>By Kim Vale / Getty Images</p>", "<div class=photo><p>Autor: SHUTTERSTOCK</p></div>",
        "<table class='infobox vcard'><tr><th class=fn>Bob Ott</th></tr></table>",
        "<div class=trc><span>by Taboola</span><a href=/x>Sponsored Links</a></div>",
        "<p>Middle East | 5 October 2021</p>", "<p>Middle East</p><p>5 October 2021</p>",
        "<p>Real Estate</p><p>5 October 2021</p>", "<p>New York</p><p>5 October 2021</p>",
        "<p>Middle East (updated)</p><p>5 October 2021</p>",
        "<p>Par thème</p>", "<p>Von Montag</p>",
    ])
    func `names nobody where nobody is named`(line: String) throws {
        #expect(try authors("", "<h1>Mill opens</h1>\(line)").isEmpty)
    }

    @Test(arguments: [
        (
            "<div><a href='/author/ada'>Ada Marl</a>, <a href='/author/ben'>Ben Holt</a> &amp; "
                + "<a href='/author/cyr'>Cy Ott</a></div>", ["Ada Marl", "Ben Holt", "Cy Ott"]
        ),
        (
            "<div><a href='/author/ada'>Ada Marl</a></div><div>Reviewed by "
                + "<a href='/author/ben'>Ben Holt</a></div>", ["Ada Marl"]
        ),
        ("<p>Ada Marl | 5 October 2021</p>", ["Ada Marl"]),
        ("<p class=byline>홍길동 기자</p>", ["홍길동"]),
        ("<p class=byline>Του Νίκου Μύλου</p>", ["Νίκου Μύλου"]),
        ("<p class=byline>โดย สมหญิง ดีใจ</p>", ["สมหญิง ดีใจ"]),
        ("<p class=byline>文＝山田花子</p>", ["山田花子"]),
        ("<p class=byline>Tác giả: Trần Thị Bình</p>", ["Trần Thị Bình"]),
        ("<p class=byline>लेखक: सीता वर्मा</p>", ["सीता वर्मा"]),
    ])
    func `reads bylines of other forms and languages`(line: String, names: [String]) throws {
        #expect(try authors("", "<h1>Mill opens</h1>\(line)") == names)
    }

    @Test func `the publisher is no author where another name is stated`() throws {
        let house = "<meta name='author' content='Weir Press'>"
        let rights = "<meta name='copyright' content='Copyright (c) Weir Press 2022'>"
        let person = "<meta property='article:author' content='Ada Marl'>"
        #expect(try authors(house + rights + person) == ["Ada Marl"])
        #expect(try authors(house + rights) == ["Weir Press"])
    }

    @Test func `the seat of the house names nobody`() throws {
        let head = "<meta name='author' content='weirtimes.example, Ashwell, England'>"
        #expect(try authors(head) == [])
        #expect(try authors(head, "<h1>Mill opens</h1><p>By Ada Marl</p>") == ["Ada Marl"])
    }

    @Test func `catalogues put the family name first`() throws {
        let head = ["Marl, Ada", "Holt, Ben J."].map {
            "<meta name='citation_author' content='\($0)'>"
        }
        #expect(try authors(head.joined()) == ["Ada Marl", "Ben J. Holt"])
    }

    @Test(arguments: ["Weir Times - Ada Marl", "Ada Marl, WBC NORTH", "Ada Marl"])
    func `leaves the house beside the name`(stated: String) throws {
        let site = "<meta property='og:site_name' content='Weir Times'>"
        #expect(try authors(site + "<meta name='author' content='\(stated)'>") == ["Ada Marl"])
    }

    @Test(arguments: [
        "<p class=photo-author>Autor: Ada Marl</p>",
        "<figure><img src=a><figcaption><span class=author>Ada Marl</span></figcaption></figure>",
        "<figure><img src=a><figcaption><span itemprop=author>Ada Marl</span></figcaption></figure>",
        "<div class=media><img src=a><div class=media__author>By Ada Marl</div></div>",
        "<p class=photographer>By Ada Marl</p>",
        "<blockquote><p>Water runs.</p><cite>by Ada Marl</cite></blockquote>",
        "<aside class=related><h3>Related</h3><p class=byline>By Ada Marl</p></aside>",
        "<p class=byline>\u{672C}\u{62A5}\u{8BAF}</p>",
    ])
    func `takes nobody for the author who took a picture, is quoted, or wrote something else`(
        line: String
    ) throws {
        let body = "<article><h1>Mill opens</h1>\(line)\(text)</article>"
        #expect(try authors("", body).isEmpty)
        let signed =
            "<article><h1>Mill opens</h1><p class=byline>By Ben Holt</p>\(line)\(text)</article>"
        #expect(try authors("", signed) == ["Ben Holt"])
    }

    @Test(arguments: [
        "Ada Marl; translated from the Danish by Ben Holt",
        "Medically reviewed by Ben Holt, MD \u{2014} Written by Ada Marl",
        "Ada Marl; photographs by Ben Holt",
    ])
    func `takes no helper for the author`(line: String) throws {
        let body = "<article><h1>Mill opens</h1><p class=byline>\(line)</p>\(text)</article>"
        #expect(try authors("", body) == ["Ada Marl"])
    }

    @Test func `takes no author of a book in a list below the text for the article's`() throws {
        let words = String(
            repeating: "Water ran over the weir and the mill stood still. ", count: 4)
        let paragraph = "<p>\(words)</p>"
        let list = "<ul><li>Author: Ada Marl</li><li>Title: The Weir</li></ul>"
        #expect(
            try authors("", "<h1>Mill opens</h1>\(paragraph)\(paragraph)\(list)").isEmpty)
        #expect(try authors("", "<h1>Mill opens</h1>\(list)\(paragraph)") == ["Ada Marl"])
    }

    @Test func `takes what was filled in by nobody for no author`() throws {
        #expect(try authors(json(#"{"@type":"Person","name":"undefined"}"#)).isEmpty)
        #expect(try authors("<meta name=author content='Shop Admin'>").isEmpty)
    }

    @Test(arguments: [
        "<div><span class=l>Datum:</span> 5 May 2021 <span class=l>Autor:</span> Ada Marl "
            + "<span class=l>Quelle:</span> Weir</div>",
        "<p>Ada Marl | Senior Writer | July 2, 2021</p>",
        "<p><span>28. Jan. 2021</span> <span><span class=author>Ada Marl</span></span></p>",
        "<p>By <span class=author-name>Ada Marl</span> <span class=author-title>Gardener &amp; "
            + "Astrologer</span></p>",
        "<div class=meta><a href='/members/ada.12/'>Ada Marl</a></div>",
        "<p>Written by: <span><a href='/authors/ada'>Ada Marl</a></span></p><p>Edited by: "
            + "<a href='/authors/ben'>Ben Holt</a></p>",
        "<p>This post was written by Ada Marl, Head of Mills and River Development</p>",
        "<div><a rel=author href='/a'>View all posts by Ada Marl</a></div>",
        "<p>Ada Marl (avec AFP)</p><p>Le 4 mars 2021 à 8h12</p>",
        "<p>Ada Marl, Rivers Editor</p><p>4 March 2021</p>", "<p>A guest essay by Ada Marl</p>",
        "<p class='nota-autor'>Ada Marl</p>",
        "<p><span>Por Ada Marl</span> <span>04/03/2021</span></p>",
        "<div class=author-bio><h3>About the author</h3><p><b>Ada Marl</b> covers the mills and the "
            + "rivers of the valley.</p></div>",
    ])
    func `reads a name among labels, posts and days`(line: String) throws {
        #expect(try authors("", "<h1>Mill opens</h1>\(line)") == ["Ada Marl"])
    }

    @Test func `reads the names of a box that a label heads, wherever it stands`() throws {
        let long = String(
            repeating: "<p>The lock, the weir and the mill were mended.</p>", count: 20)
        let box =
            "<div><h6>Author(s)</h6><ul><li><a href=/x>Ada Marl</a></li>"
            + "<li><a href=/y>Ben Holt</a></li></ul></div>"
        #expect(try authors("", "<h1>Mill opens</h1>\(box)") == ["Ada Marl", "Ben Holt"])
        #expect(try authors("", "<h1>Mill opens</h1>\(long)\(box)") == ["Ada Marl", "Ben Holt"])
        let none = "<div><h3>Author</h3><p>Everything.</p></div>"
        #expect(try authors("", "<h1>Mill opens</h1>\(long)\(none)").isEmpty)
    }

    @Test(arguments: [
        "<div itemprop=citation itemscope><meta itemprop=author content='Ben Holt'></div>",
        "<div itemprop=suggestedAnswer itemscope><span itemprop=author>Ben Holt</span></div>",
        "<a href='/2021/mill'><h2>Mill closes</h2><p>By Ben Holt</p></a>",
        "<p><a href='/2021/cells'>By Growing Cells in Grain, Millers Make Bread</a></p>",
        "<p>水坝今天重新开放。河边社记者 王小河 摄</p>",
    ])
    func `leaves the authors of works that are cited, answered, linked or shown alone`(
        other: String
    ) throws {
        #expect(try authors("", "<h1>Mill opens</h1>\(text)\(text)\(text)\(other)").isEmpty)
    }

    @Test func `reads each item of a list of authors`() throws {
        let list =
            "<ul class=authors><li><a href=/a>Ada Marl</a></li><li><a href=/b>Ben Holt</a></li></ul>"
        #expect(try authors("", "<h1>Mill opens</h1>\(list)") == ["Ada Marl", "Ben Holt"])
    }

    @Test func `takes who wrote and not who took the pictures, in Japanese`() throws {
        let line = "<p>文：山田花子　写真：鈴木健</p>"
        #expect(try authors("", "<h1>水車が開く</h1>\(line)") == ["山田花子"])
    }

    @Test func `takes a pen name where markup says that it is the author's`() throws {
        let body = "<h1>Mill opens</h1><p>by <a rel=author href='/a/m'>millwright</a></p>"
        #expect(try authors("", body) == ["millwright"])
        let house = "<h1>Mill opens</h1><p><a rel=author href='/a/m'>weir news</a></p>"
        #expect(try authors("", house).isEmpty)
        let twice = "<h1>Mill opens</h1><div itemprop=author>By<span>by Ada Marl</span></div>"
        #expect(try authors("", twice) == ["Ada Marl"])
        let admin = "<h1>Mill opens</h1><p><a rel=author href='/a/m'>admin</a></p>"
        #expect(try authors("", admin).isEmpty)
    }

    @Test func `does not take a word of the house's name for a person`() throws {
        #expect(try authors("", "<h1>Mill opens</h1><p>By Center for River Studies</p>").isEmpty)
        let head = "<meta property=og:site_name content='Locks &amp; Weirs'>"
        let house = "<meta name=author content='Locks &amp; Weirs'>"
        #expect(try authors(head + house) == ["Locks & Weirs"])
    }

    @Test func `takes all authors of a catalogue before the first of another`() throws {
        let head =
            "<meta name='DC.Creator' content='Ada Marl'>"
            + "<meta name='citation_authors' content='Ada Marl'>"
            + "<meta name='citation_authors' content='Ben Holt'>"
        #expect(try authors(head) == ["Ada Marl", "Ben Holt"])
    }

    @Test func `parts the words of a link from the name in it`() throws {
        let body =
            "<h1>Mill opens</h1><p><a rel=author href='/a'>Ada Marl</a></p>"
            + "<p><a rel=author href='/a'><span>Show all articles of</span>Ada Marl</a></p>"
        #expect(try authors("", body) == ["Ada Marl"])
    }
}
