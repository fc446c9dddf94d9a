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
        ("https://a.example/202110/05/x", "2021-10-05"), ("https://a.example/2021/13/05/x", nil),
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
}
