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

    @Test func `what a feed does not say is null, never absent`() throws {
        let feed = ParsedFeed(
            format: .rss, entries: [Entry(enclosures: [Enclosure(url: "https://a.example/x")])])
        let json = try FeedReport(path: "x", feed: feed).json()
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let report = try #require(object["feed"] as? [String: Any])
        for name in [
            "format", "version", "title", "link", "id", "description", "language", "author",
            "updated", "published", "ttl", "categories", "truncated", "warnings", "entries",
        ] {
            #expect(report.keys.contains(name), "\(name)")
        }
        let entry = try #require((report["entries"] as? [[String: Any]])?.first)
        #expect(
            entry.keys.sorted() == [
                "author", "categories", "content", "enclosures", "id", "link", "published",
                "summary", "title", "updated",
            ])
        let file = try #require((entry["enclosures"] as? [[String: Any]])?.first)
        #expect(file.keys.sorted() == ["length", "title", "type", "url"])
    }

    @Test(
        arguments: [
            ("<rss version=\"2.0\"><channel/></rss>", "rss20"),
            ("<rss version='2.0.1'><channel/></rss>", "rss20"),
            ("<rss version=\" 0.91 \"><channel/></rss>", "rss091u"),
            ("<rss version='0.92'><channel/></rss>", "rss092"),
            ("<rss><channel/></rss>", nil), ("<rss version=''><channel/></rss>", nil),
            ("<rss version='7'><channel/></rss>", nil),
            ("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title></feed>", "atom10"),
            ("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><id>T</id></feed>", "atom03"),
            (
                "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                    + " xmlns='http://purl.org/rss/1.0/'><channel/></r:RDF>", "rss10"
            ),
            (
                "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                    + " xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel/></r:RDF>", "rss090"
            ),
            ("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}", "json11"),
            ("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": []}", "json1"),
        ] as [(String, String?)])
    func `names the version of the format`(text: String, version: String?) throws {
        let json = try FeedReport(path: "x", feed: parse(text)).json()
        let wanted = version.map { "\"\($0)\"" } ?? "null"
        #expect(json.contains("\"version\":" + wanted), "\(json)")
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
