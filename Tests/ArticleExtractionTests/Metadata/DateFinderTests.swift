import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

@Suite struct DateFinderTests {
    private let text =
        "<p>The lock, the weir and the mill were mended by hand, says the parish of Ashwell.</p>"

    private func published(
        _ head: String, _ body: String = "", url: String? = nil
    ) throws -> String? {
        let html = "<html><head>\(head)</head><body>\(body)\(text)</body></html>"
        return try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html, url: url,
                arrival: Date(timeIntervalSince1970: 1_750_000_000))
        ).published
    }

    @Test func `takes the time that stands by the title, not an earlier one`() throws {
        let menu = String(repeating: "<li><a href='/x'>Section of the paper</a></li>", count: 12)
        let body = """
            <div><time datetime=2024-03-03>today</time></div><ul>\(menu)</ul><h1>Mill opens</h1>
            <time datetime=2021-10-05>5 October</time>
            """
        #expect(try published("", body) == "2021-10-05")
    }

    @Test func `passes over the date of a change`() throws {
        let body = """
            <h1>Mill opens</h1><p>Updated 7 May 2022</p><p>Published 5 May 2021</p>
            """
        #expect(try published("", body) == "2021-05-05")
        let head = "<meta property='article:modified_time' content='2022-05-07'>"
        #expect(try published(head) == nil)
    }

    @Test func `reads the date that begins the text`() throws {
        let body =
            "<h1>Mill opens</h1><p>29.11.2022 – \(String(repeating: "Mill. ", count: 60))</p>"
        #expect(try published("", body) == "2022-11-29")
    }

    @Test(arguments: [
        ("2021-10-06T03:30:00Z", "https://a.example/2021/10/05/mill", "2021-10-05"),
        ("2021-10-04T23:01:00Z", "https://a.example/2021/10/05/mill", "2021-10-05"),
        ("2021-10-06T17:30:00Z", "https://a.example/2021/10/05/mill", "2021-10-06T17:30:00Z"),
        (
            "2021-10-06T03:30:00+02:00", "https://a.example/2021/10/05/mill",
            "2021-10-06T03:30:00+02:00"
        ),
    ])
    func `takes the day of the address where a moment in UTC is the same night`(
        stated: String, url: String, day: String
    ) throws {
        let head = "<meta property='article:published_time' content='\(stated)'>"
        #expect(try published(head, url: url) == day)
    }

    @Test(arguments: [
        ("https://a.example/2021/10/05/x", "2021-10-05"),
        ("https://a.example/2021/1/5", "2021-01-05"),
        ("https://a.example/x/20211005-mill.html", "2021-10-05"),
        ("https://a.example/202110/05/x", "2021-10-05"),
        ("https://a.example/2021/oct/05/x", "2021-10-05"),
        ("https://a.example/2021/old/05/x", nil), ("https://a.example/2021/13/05/x", nil),
        ("https://a.example/id/12345678", nil), ("https://a.example/?d=2021-10-05", nil),
    ])
    func `reads the day in an address`(url: String, day: String?) {
        #expect(AddressDate.find(in: url) == day)
    }

    @Test(arguments: [
        ("2021-02-28", "2021-03-01"), ("2020-02-28", "2020-02-29"), ("2021-12-31", "2022-01-01"),
    ])
    func `knows the day after`(day: String, next: String) {
        #expect(CalendarDay.following(day) == next)
    }

    @Test(arguments: [
        ("<time datetime='2021-10-05T22:22:07-05:00'>5 Oct</time>", "2021-10-05T22:22:07-05:00"),
        ("<p>Oct 5, 2021 10:22 PM</p>", "2021-10-05T22:22:00"),
        ("<p>Oct 5, 2021 10:40 PM</p>", "2021-10-06T03:22:07Z"),
        ("<p>Oct 5, 2021</p>", "2021-10-06T03:22:07Z"),
        ("<p>Oct 4, 2021 10:22 PM</p>", "2021-10-06T03:22:07Z"),
    ])
    func `takes the evening that the page shows for the same minute in UTC`(
        shown: String, expected: String
    ) throws {
        let head = "<meta property='article:published_time' content='2021-10-06T03:22:07Z'>"
        #expect(try published(head, "<h1>Mill opens</h1>" + shown) == expected)
    }

    @Test func `passes over microdata of comments and of links to other articles`() throws {
        let body = """
            <h1>Why is the weir dry?</h1><meta itemprop=dateCreated content='2021-10-05'>
            <div class=comment><span itemprop=datePublished>2022-11-06</span></div>
            <a href=/x><span itemprop=datePublished content='2023-01-02'>2 January</span></a>
            """
        #expect(try published("", body) == "2021-10-05")
        let own = "<p><span itemprop=datePublished content='2021-10-05'>last autumn</span></p>"
        #expect(try published("", own) == "2021-10-05")
    }

    @Test(arguments: [
        "<p>Letzte Änderung: 07.10.2021 - 14:49<br>Erschienen am: 05.10.2021</p>",
        "<p>Datum: 05.10.2021</p>", "<div>Published</div><div>October 5, 2021</div>",
        "<p>发布时间：2021-10-05</p>",
    ])
    func `reads a day at the foot that a word of publication introduces`(foot: String) throws {
        let long = String(repeating: "<p>The miller opened the weir.</p>", count: 40)
        #expect(try published("", "<h1>Mill opens</h1>" + long + foot) == "2021-10-05")
        let other = "<p>The lease was extended until 05.10.2021</p>"
        #expect(try published("", "<h1>Mill opens</h1>" + long + other) == nil)
    }

    @Test func `passes over the day on which a member joined`() throws {
        let body = """
            <h1>Mill opens</h1><p>Registriert: 18.09.2008, 05:56</p><p>21.01.2009, 05:42</p>
            """
        #expect(try published("", body) == "2009-01-21T05:42:00")
    }

    @Test(arguments: [
        "<p>Born: 28 January 1975</p>", "<dl><dt>Date of birth</dt><dd>28 January 1975</dd></dl>",
        "<dl><dt>出生日期</dt><dd>1975年1月28日</dd></dl>", "<p>geboren am 28. Januar 1975</p>",
    ])
    func `takes no day of a person's life for the article's`(line: String) throws {
        #expect(try published("", "<h1>Ada Miller</h1>\(line)") == nil)
    }

    @Test func `takes a line before the title that is nothing but a date, last of all`() throws {
        let body = "<div>October 5, 2021</div><div>8 min read</div><h1>Mill opens</h1>"
        #expect(try published("", body) == "2021-10-05")
        #expect(try published("<meta name=date content='2021-01-02'>", body) == "2021-01-02")
    }

    @Test(arguments: [
        "<p>Last updated: 5 October 2021</p>", "<p>Mis à jour le 5 octobre 2021</p>",
        "<p>Event date: 5 October 2021</p>", "<p>Zuletzt aktualisiert am 5. Oktober 2021</p>",
        "<p>Received: 5 October 2021</p>", "<p>Registration until 5 October 2021</p>",
        "<p>수정 2021년 10월 5일</p>",
        "<table class='infobox vcard'><tr><th>Born</th><td>1941-05-24 May 24, 1941</td></tr></table>",
    ])
    func `takes no other day for that of publication`(line: String) throws {
        #expect(try published("", "<h1>Mill opens</h1>\(line)") == nil)
    }

    @Test(arguments: [
        "<li>Received: 20 July 2020</li><li>Published: 5 October 2021</li>",
        "<p>Received 20 July 2020; published 5 October 2021</p>",
        "<p>Updated 7 October 2021, published 5 October 2021</p>",
    ])
    func `takes the day of publication among others`(lines: String) throws {
        #expect(try published("", "<h1>Mill opens</h1>\(lines)") == "2021-10-05")
    }

    @Test(arguments: ["1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "0000-00-00", "0"])
    func `looks on where the head states the beginning of a clock`(empty: String) throws {
        let head = "<meta property='article:published_time' content='\(empty)'>"
        #expect(try published(head, "<h1>Mill opens</h1><p>5 October 2021</p>") == "2021-10-05")
        #expect(try published(head) == nil)
    }

    @Test(arguments: ["20211005", "1633392000", "1633392000000"])
    func `reads a head that states digits`(value: String) throws {
        let head = "<meta property='article:published_time' content='\(value)'>"
        #expect(try published(head)?.prefix(10) == "2021-10-05")
    }

    @Test func `states the day of a change that is shown by the title`() throws {
        let html = """
            <html><body><h1>Mill opens</h1><p>Published 5 October 2021, updated 7 October 2021</p>
            \(text)</body></html>
            """
        let article = try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html,
                arrival: Date(timeIntervalSince1970: 1_750_000_000)))
        #expect(article.published == "2021-10-05")
        #expect(article.modified == "2021-10-07")
    }
}
