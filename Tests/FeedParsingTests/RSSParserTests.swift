import BriefModel
import Foundation
import Testing

@testable import FeedParsing

@Suite struct RSSParserTests {
    @Test func `reads the channel and what it asks of pollers`() throws {
        let feed = try FeedFixture.harbour.parsed(url: "https://cdn.example/feed.xml")
        #expect(feed.format == .rss)
        #expect(feed.title == "Harbour & Tide")
        #expect(feed.link == "https://harbour.example/news/")
        #expect(feed.language == "en-GB")
        #expect(feed.olderPage == "https://harbour.example/feed?page=2")
        #expect(
            feed.hints
                == ParsedFeed.PollingHints(
                    ttlMinutes: 90, skipHours: [2, 0], skipDays: [7], updatePeriodSeconds: 21_600))
        #expect(feed.warnings.isEmpty)
        #expect(!feed.isTruncated)
    }

    @Test func `reads an item with its content, files and people`() throws {
        let feed = try FeedFixture.harbour.parsed(url: "https://cdn.example/feed.xml")
        let entry = try #require(feed.entries.first)
        #expect(entry.id == "harbour-1")
        #expect(entry.title == "Tide tables redrawn & printed")
        #expect(entry.authors == ["Mara Quill"])
        #expect(entry.categories == ["tides", "printing"])
        #expect(entry.published == Date(rfc3339: "2026-03-03T07:05:00Z"))
        #expect(entry.summary == "Short words about tables.")
        #expect(
            entry.enclosures == [
                Enclosure(
                    url: "https://harbour.example/sound/one.mp3", type: "audio/mpeg",
                    length: "12345"),
                Enclosure(url: "https://harbour.example/quay.jpg", type: "image/*", title: "Quay"),
            ])
    }

    private func item(_ elements: String) throws -> Entry? {
        try parse(
            """
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"
            xmlns:atom="http://www.w3.org/2005/Atom" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
            <channel><title>T</title><link>https://mill.example/</link><item>\(elements)</item></channel></rss>
            """, url: "https://mill.example/feed"
        ).entries.first
    }

    @Test(arguments: [
        ("javascript:void(0)", nil), (" JavaScript:go()", nil), ("data:text/html,x", nil),
        ("<![CDATA[https://mill.example/3?a=1&amp;b=2]]>", "https://mill.example/3?a=1&b=2"),
        ("mill.example/8", "https://mill.example/8"),
        ("www.mill.example/8", "https://www.mill.example/8"),
        ("weir.html", "https://mill.example/weir.html"), ("/8", "https://mill.example/8"),
    ])
    func `reads an item's address as it was meant`(link: String, address: String?) throws {
        #expect(try item("<title>One</title><link>\(link)</link>")?.link == address)
    }

    @Test(arguments: [
        ("<comments>https://talk.example/7</comments>", "https://talk.example/7"),
        ("<comments> https://news.example/a#respond </comments>", "https://news.example/a#respond"),
        ("<slash:comments>5</slash:comments>", nil),
        ("<comments>5</comments>", nil),
        ("<comments>https://news.example/a</comments>", nil),
        (
            "<atom:link rel='replies' type='text/html' href='/talk/a'/>",
            "https://mill.example/talk/a"
        ),
        ("<atom:link rel='replies' type='application/atom+xml' href='/talk/a.xml'/>", nil),
        ("<atom:link rel='replies' href='/talk/a.xml'/>", nil),
    ])
    func `reads where readers comment on an item`(elements: String, address: String?) throws {
        let link = "<link>https://news.example/a</link>"
        #expect(try item(link + elements)?.commentsURL == address)
        #expect(try item(elements + link)?.commentsURL == address)
    }

    @Test func `leaves a link to a place of the entry as it is`() throws {
        let entry = try item(
            "<link>/8</link><description>&lt;a href=\"#n1\"&gt;1&lt;/a&gt; &lt;a href=\"/9\"&gt;2&lt;/a&gt;</description>"
        )
        #expect(entry?.summary == "<a href=\"#n1\">1</a> <a href=\"https://mill.example/9\">2</a>")
    }

    @Test func `takes whoever is credited for the author only where the role says so`() throws {
        #expect(
            try item("<media:credit role=\"photographer\">Ada Marl</media:credit>")?.authors == [])
        #expect(try item("<media:credit>Ada Marl</media:credit>")?.authors == [])
        #expect(
            try item("<media:credit role=\"author\">Ada Marl</media:credit>")?.authors == [
                "Ada Marl"
            ])
    }

    @Test func `takes a recording for the address of an item without one, and no picture`() throws {
        let picture = "<enclosure url=\"https://mill.example/a.png\" type=\"image/png\"/>"
        let sound = "<enclosure url=\"https://mill.example/a.mp3\" type=\"audio/mpeg\"/>"
        #expect(try item("<title>One</title>\(picture)")?.link == nil)
        #expect(
            try item("<title>One</title>\(picture)\(sound)")?.link == "https://mill.example/a.mp3")
    }

    @Test func `reads where the feed is now, and its hub`() throws {
        let moved = try parse(
            """
            <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
             xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title>
            <itunes:new-feed-url> https://new.example/rss </itunes:new-feed-url>
            <atom:link rel="hub" href="https://hub.example/"/>
            <atom:link rel="self" href="/own.xml"/></channel></rss>
            """, url: "https://old.example/rss")
        #expect(moved.movedTo == "https://new.example/rss" && moved.title == "T")
        #expect(moved.hubs == ["https://hub.example/"])
        #expect(moved.ownAddress == "https://old.example/own.xml")
        let redirect = try parse(
            "<?xml version=\"1.0\"?><redirect><newLocation>https://new.example/a?b&amp;c</newLocation></redirect>"
        )
        #expect(redirect.movedTo == "https://new.example/a?b&c" && redirect.entries.isEmpty)
    }

    @Test(arguments: [
        "<rdf:value><![CDATA[<p>Whole &amp; long.</p>]]></rdf:value>",
        "<rdf:value rdf:parseType=\"Literal\"><p xmlns=\"http://www.w3.org/1999/xhtml\">Whole &amp; long.</p></rdf:value>",
    ])
    func `reads the content items of RSS 1.0`(value: String) throws {
        let feed = try parse(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
             xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel rdf:about="https://k.example/"><title>Kiln</title></channel>
            <item rdf:about="https://k.example/1"><title>One</title><link>https://k.example/1</link>
            <description>Short.</description><content:items><rdf:Bag><rdf:li><content:item>
            <content:format rdf:resource="http://www.w3.org/1999/xhtml"/>\(value)
            </content:item></rdf:li></rdf:Bag></content:items></item></rdf:RDF>
            """)
        #expect(feed.entries.first?.content == "<p>Whole &amp; long.</p>")
        #expect(feed.entries.first?.summary == "Short.")
    }

    @Test func `reads what photos show, and the chapters of a podcast`() throws {
        let feed = try parse(
            """
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"
              xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><item>
            <media:content url="https://m.example/1.jpg" type="image/jpeg" medium="image">
              <media:description type="plain">Two gulls on a rail</media:description>
            </media:content>
            <podcast:chapters url="https://m.example/c.json" type="application/json+chapters"/>
            <podcast:transcript url="https://m.example/t.srt" type="application/srt"/>
            <podcast:transcript url="https://m.example/t.html?x" language="de_AT"/>
            </item></channel></rss>
            """)
        #expect(
            feed.entries.first?.enclosures == [
                Enclosure(
                    url: "https://m.example/1.jpg", type: "image/jpeg", title: "Two gulls on a rail"
                ),
                Enclosure(url: "https://m.example/c.json", type: "application/json+chapters"),
                Enclosure(url: "https://m.example/t.srt", type: "application/srt"),
                Enclosure(
                    url: "https://m.example/t.html?x", type: "text/html",
                    title: "Transcript (de-AT)"),
            ])
    }

    @Test func `resolves links of items against the site, not the feed's address`() throws {
        let feed = try FeedFixture.harbour.parsed(url: "https://cdn.example/feed.xml")
        let entry = try #require(feed.entries.first)
        #expect(entry.link == "https://harbour.example/news/tables.html")
        #expect(entry.content?.contains("href=\"https://harbour.example/charts/9\"") == true)
    }

    @Test func `keeps the entry when the date is malformed`() throws {
        let entry = try #require(FeedFixture.harbour.parsed().entries.last)
        #expect(entry.published == nil)
        #expect(entry.authors == ["Desk of the Harbour"])
        #expect(entry.link == "https://harbour.example/news/two")
        #expect(entry.summary == "<p>Second <b>piece</b>.</p>")
    }

    @Test func `reads RDF with items beside the channel`() throws {
        let feed = try FeedFixture.kiln.parsed()
        #expect(feed.format == .rdf)
        #expect(feed.version == "1.0")
        #expect(feed.title == "Kiln")
        let entry = try #require(feed.entries.first)
        #expect(entry.id == "https://kiln.example/glaze")
        #expect(entry.published == Date(rfc3339: "2024-02-29T06:30:00Z"))
    }

    @Test func `does not take a guid for a link when it says so`() throws {
        let feed = try parse(
            """
            <rss><channel><item><guid isPermaLink="false">https://a.example/1</guid></item>
            </channel></rss>
            """)
        #expect(feed.entries.first?.link == nil)
        #expect(feed.entries.first?.id == "https://a.example/1")
    }

    @Test func `knows modules by their prefix when the namespace is wrong or missing`() throws {
        let feed = try parse(
            """
            <rss xmlns:dc="http://wrong.example/"><channel><item><dc:creator>Ada</dc:creator>
            <content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded></item></channel></rss>
            """)
        #expect(feed.entries.first?.authors == ["Ada"])
        #expect(feed.entries.first?.content == "<p>x</p>")
    }

    @Test func `takes the address that FeedBurner hides`() throws {
        let feed = try parse(
            """
            <rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><item>
            <link>https://proxy.example/~r/1</link>
            <feedburner:origLink>https://own.example/1</feedburner:origLink>
            </item></channel></rss>
            """)
        #expect(feed.entries.first?.link == "https://own.example/1")
    }
}
