import BriefModel
import Foundation
import Testing

@testable import FeedParsing

@Suite struct FeedReportTests {
    @Test func `writes dates in UTC and authors as one text`() throws {
        let feed = ParsedFeed(
            format: .atom, title: "T", authors: ["A", "B"],
            hints: ParsedFeed.PollingHints(ttlMinutes: 60),
            entries: [Entry(id: "1", published: Date(timeIntervalSince1970: 0))])
        let json = try FeedReport(path: "a/b.feed", feed: feed).json()
        #expect(json.contains("\"path\":\"a/b.feed\""))
        #expect(json.contains("\"published\":\"1970-01-01T00:00:00Z\""))
        #expect(json.contains("\"author\":\"A, B\""))
        #expect(json.contains("\"ttl\":\"60\""))
        #expect(!json.contains("\n"))
    }

    @Test func `says why a feed was not read`() throws {
        let json = try FeedReport(path: "x", error: "no feed").json()
        #expect(json.contains("\"ok\":false"))
        #expect(json.contains("\"feed\":null"))
    }
}

@Suite struct FeedHTTPFileTests {
    @Test func `reads the headers that lie beside a feed`() {
        let file = FeedHTTPFile.parse(
            "X-Feed-Url: https://a.example/x/feed\r\nContent-Location: ../y\r\n"
                + "content-type: text/xml; charset=\"koi8-r\"\r\nContent-Language: ru\r\n")
        #expect(file.url == "https://a.example/y")
        #expect(file.contentType == "text/xml; charset=\"koi8-r\"")
        #expect(file.contentLanguage == "ru")
        #expect(FeedEncoding.charset(ofContentType: file.contentType) == "koi8-r")
    }
}
