import BriefModel
import Foundation
import Testing

@testable import FeedParsing

/// Sitemaps and pages of posts, read as feeds.
@Suite struct PageFeedTests {
    private func parsed(_ text: String, _ kind: FeedKind) throws -> ParsedFeed {
        try FeedParser().parse(
            FeedRequest(bytes: Array(text.utf8), url: "https://quay.example/list", kind: kind))
    }

    @Test func `reads a sitemap with its news, the newest first`() throws {
        let feed = try parsed(
            """
            <?xml version="1.0"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
             xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://quay.example/a?x=1&amp;y</loc><lastmod>2026-03-01</lastmod></url>
            <url><loc>
              https://quay.example/b </loc><news:news><news:publication><news:name>Quay Gazette</news:name>
              <news:language>en</news:language></news:publication>
              <news:publication_date>2026-03-04T10:00:00+02:00</news:publication_date>
              <news:title>Ferry &amp; tide</news:title><news:keywords>ferry, tide</news:keywords></news:news></url>
            <url><lastmod>2026-03-09</lastmod></url><url><loc>mailto:x@y</loc></url></urlset>
            """, .sitemap)
        #expect(feed.format == .sitemap && feed.title == "Quay Gazette")
        #expect(
            feed.entries.map(\.link) == ["https://quay.example/b", "https://quay.example/a?x=1&y"])
        let news = feed.entries[0]
        #expect(news.title == "Ferry & tide" && news.categories == ["ferry", "tide"])
        #expect(news.published == Date(rfc3339: "2026-03-04T08:00:00Z") && news.language == "en")
        #expect(feed.entries[1].id == feed.entries[1].link && feed.entries[1].title == nil)
    }

    @Test func `reads a list of sitemaps, and lines of addresses`() throws {
        let index = try parsed(
            "<sitemapindex>"
                + (1...9).map {
                    "<sitemap><loc>https://quay.example/\($0).xml</loc><lastmod>2026-01-0\($0)</lastmod></sitemap>"
                }.joined() + "</sitemapindex>", .sitemap)
        #expect(index.parts == (5...9).reversed().map { "https://quay.example/\($0).xml" })
        let lines = try parsed("https://quay.example/1\r\nhttps://quay.example/2\n", .sitemap)
        #expect(lines.entries.map(\.link) == ["https://quay.example/1", "https://quay.example/2"])
    }

    @Test(arguments: ["<rss><channel/></rss>", "<html><p>words</p></html>", "words", "{}"])
    func `takes nothing else for a sitemap, and no sitemap for a feed`(text: String) throws {
        #expect(throws: FeedParsingError.self) { try parsed(text, .sitemap) }
        #expect(throws: FeedParsingError.self) {
            try parsed("<urlset><url><loc>https://a.example/</loc></url></urlset>", .feed)
        }
    }

    @Test func `takes the newest of a very long sitemap, and says so`() throws {
        let urls = (0..<3_000).map {
            "<url><loc>https://quay.example/\($0)</loc><lastmod>\(2000 + $0 / 365)-01-01</lastmod></url>"
        }
        let feed = try parsed("<urlset>\(urls.joined())</urlset>", .sitemap)
        #expect(feed.entries.count == SitemapParser.entryLimit && feed.warnings.count == 1)
        #expect(feed.entries[0].updated == Date(rfc3339: "2008-01-01T00:00:00Z"))
    }

    @Test func `reads posts as they are marked up`() throws {
        let feed = try parsed(
            """
            <html lang="en-GB"><head><title>Site</title></head><body>
            <div class="h-feed"><h1 class="p-name">Quay notes</h1>
            <a class="p-author h-card" href="/me"><span class="p-name">Ann Quay</span></a>
            <article class="h-entry post"><h2 class="p-name"><a class="u-url" href="/1">Low  tide</a></h2>
            <time class="dt-published" datetime="2026-02-03T04:05:06Z">3 Feb</time>
            <a class="p-category" href="/t">tide</a>
            <div class="e-content"><p>Words of <a href="x">one</a>.</p><img class="u-photo" src="p.jpg"></div>
            <div class="p-comment h-cite"><p class="p-name">A comment</p><a class="u-url" href="/c">c</a></div>
            </article>
            <div class="h-entry"><p class="p-name e-content">A note without a name.</p>
            <a class="u-url" href="https://quay.example/2"><time class="dt-published">2026-02-04</time></a>
            <span class="p-author h-card">Bo Lind</span></div>
            </div></body></html>
            """, .hFeed)
        #expect(feed.format == .html && feed.title == "Quay notes" && feed.language == "en-GB")
        #expect(feed.entries.count == 2)
        let first = try #require(feed.entries.first)
        #expect(first.title == "Low tide" && first.link == "https://quay.example/1")
        #expect(first.authors == ["Ann Quay"] && first.categories == ["tide"])
        #expect(first.published == Date(rfc3339: "2026-02-03T04:05:06Z"))
        #expect(first.content?.contains("https://quay.example/x") == true)
        #expect(first.content?.contains("comment") == false)
        #expect(first.enclosures.map(\.url) == ["https://quay.example/p.jpg"])
        let note = feed.entries[1]
        #expect(note.title == nil && note.content?.contains("without a name") == true)
        #expect(note.authors == ["Bo Lind"] && note.published != nil)
    }

    @Test func `a page without posts is no feed of posts`() {
        #expect(throws: FeedParsingError.self) {
            try parsed("<html><p class=\"entry\">words</p></html>", .hFeed)
        }
    }
}
