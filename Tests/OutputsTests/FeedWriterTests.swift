import BriefModel
import FeedParsing
import Foundation
import Testing

@testable import Outputs

@Suite struct FeedWriterTests {
    private func article(_ change: (inout OutputArticle) -> Void = { _ in }) -> OutputArticle {
        var article = OutputArticle(
            id: "00aa", firstID: "00aa", filed: "2026-11-21T06:27:00Z")
        article.title = "The lock & the <gate>"
        article.url = "https://example.org/lock?a=b&c=d"
        article.authors = ["Ann \"A\" Miller"]
        article.published = "2026-11-20"
        article.tags = ["harbour", "a&b"]
        article.categories = ["Harbour", "harbour"]
        article.language = "en"
        article.excerpt = "How it begins."
        article.html = Array("<p>Words &amp; more.</p>".utf8)
        article.enclosures = [
            Enclosure(url: "https://example.org/a.mp3", type: "audio/mpeg", length: "12")
        ]
        change(&article)
        return article
    }

    private func feed(_ articles: [OutputArticle], address: String = "./recent.atom") -> OutputFeed
    {
        OutputFeed(
            title: "Recent & new", id: OutputFact.urn("x"), updated: "2026-11-21T06:27:00Z",
            address: address, pages: [("next", "./recent.2.atom")], articles: articles)
    }

    private func parsed(_ bytes: [UInt8]) throws -> ParsedFeed {
        try FeedParser().parse(
            FeedRequest(bytes: bytes, url: "https://feeds.example.org/recent.atom"))
    }

    @Test func `a reader finds again what was written`() throws {
        let bytes = AtomWriter.write(feed([article()]))
        let read = try parsed(bytes)
        let entry = try #require(read.entries.first)
        #expect(entry.title == "The lock & the <gate>")
        #expect(entry.link == "https://example.org/lock?a=b&c=d")
        #expect(entry.content == "<p>Words &amp; more.</p>")
        #expect(entry.authors == ["Ann \"A\" Miller"])
        #expect(entry.enclosures.first?.length == "12")
        #expect(entry.categories.contains("a&b"))
    }

    @Test func `whatever an article says, the document is one`() throws {
        let bad = "\u{0}\u{1}\u{8}<>&\"']]>\u{fffe}\u{202e}\u{1b}[31m\n\t"
        let strange = article { article in
            article.title = bad
            article.authors = [bad, "", " "]
            article.url = "https://example.org/a b\"<>{}|^`\u{e9}\u{202e}%zz%41"
            article.externalURL = "javascript:alert(1)"
            article.tags = [bad, "", "\n"]
            article.language = "en\" x=\"y"
            article.published = "2026-02-30T99:99"
            article.excerpt = bad
            article.enclosures = [
                Enclosure(url: "file:///etc/passwd", type: "a/b", length: "-1"),
                Enclosure(url: "https://e.org/x", type: "no type\"", length: "many"),
            ]
        }
        let bytes = AtomWriter.write(feed([strange, article()]))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(try parsed(bytes).entries.count == 2)
        #expect(!text.contains("javascript:") && !text.contains("file:"))
        #expect(text.components(separatedBy: "xml:lang=").count == 2)
        #expect(text.components(separatedBy: "<published>").count == 2)
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" })
        #expect(
            text.contains(
                "https://example.org/a%20b%22%3C%3E%7B%7D%7C%5E%60%C3%A9%E2%80%AE%25zz%41"))
        let json = try JSONFeedWriter.write(feed([strange, article()]))
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        #expect(object["version"] as? String == "https://jsonfeed.org/version/1.1")
        #expect((object["items"] as? [Any])?.count == 2)
    }

    @Test func `an article without anything is an entry all the same`() throws {
        let bare = OutputArticle(id: "00bb", firstID: "00bb", filed: "2026-11-21T06:27:00Z")
        let bytes = AtomWriter.write(feed([bare]))
        let read = try parsed(bytes)
        #expect(read.entries.first?.title == "00bb")
        #expect(
            String(decoding: bytes, as: UTF8.self).contains("<content type=\"html\"></content>"))
    }

    @Test(arguments: [
        ("2026-11-20", "2026-11-20T00:00:00Z"), ("2026-11-20T08:00", "2026-11-20T08:00:00Z"),
        ("2026-11-20T08:00:05+02:00", "2026-11-20T08:00:05+02:00"),
        ("2026-11-20 08:00:05.25Z", "2026-11-20T08:00:05Z"), ("2024-02-29", "2024-02-29T00:00:00Z"),
        ("2023-02-29", nil), ("2026-13-01", nil), ("2026", nil), ("2026-11", nil), ("", nil),
        ("2026-11-20T24:00:00Z", nil), ("2026-11-20T08:00:00+2", nil), ("yesterday, or so", nil),
        ("2026-11-20T08:61:00Z", nil), ("２０２６-11-20", nil),
    ])
    func `dates are those of RFC 3339, or none`(stated: String, wanted: String?) {
        #expect(OutputFact.time(stated) == wanted)
    }

    @Test func `an id stays the same for all revisions, and differs between feeds`() {
        let urn = OutputFact.urn("briefd article 00aa")
        #expect(urn == OutputFact.urn("briefd article 00aa") && urn != OutputFact.urn("b"))
        #expect(urn.count == 45 && urn.hasPrefix("urn:uuid:"))
        let one = AtomWriter.write(feed([article { $0.id = "00cc" }]))
        #expect(String(decoding: one, as: UTF8.self).contains(urn))
    }

    @Test func `documents of a feed have names of their own, and files of tags too`() throws {
        #expect(FeedSpec.recent.path(of: 1) == "recent.atom")
        #expect(FeedSpec.recent.path(of: 2) == "recent.2.atom")
        let tag = try #require(FeedSpec.of("../a/b é.", in: "tag"))
        #expect(tag.path == "tag/%2E.%2Fa%2Fb%20é..atom" && tag.content == .tag("../a/b é."))
        #expect(FeedSpec.of("", in: "tag") == nil && FeedSpec.of("a", in: "x") == nil)
        #expect(FeedSpec.of(String(repeating: "é", count: 200), in: "tag") == nil)
        var spec = FeedSpec.recent
        spec.address = "https://feeds.example.org/r.d/recent"
        #expect(spec.address(of: 2) == "https://feeds.example.org/r.d/recent.2")
    }
}
