import BriefModel
import Foundation
import Testing

@testable import FeedParsing

/// Feeds as the programs of publishers write them, with their odd parts.
@Suite struct PublisherFeedTests {
    private func day(_ text: String) -> Date? { Date(rfc3339: text) }

    @Test func `WordPress: its blanks, its counters, notes without a title`() throws {
        let feed = try FeedFixture.wordpress.parsed(url: "https://lantern.example/feed/")
        #expect(feed.title == "Lantern & Loom" && feed.language == "en-GB")
        #expect(feed.hints.updatePeriodSeconds == 3_600)
        #expect(feed.ownAddress == "https://lantern.example/feed/")
        #expect(feed.warnings.isEmpty && feed.entries.count == 2)
        let post = try #require(feed.entries.first)
        #expect(post.id == "https://lantern.example/?p=412")
        #expect(post.link == "https://lantern.example/2026/03/threads/")
        #expect(post.title == "Threads “dyed” in March – a second try")
        #expect(post.authors == ["Odile Marsh"])
        #expect(post.categories == ["Dyeing & drying", "Wool"])
        #expect(post.published == day("2026-03-06T18:20:00Z"))
        #expect(post.enclosures.isEmpty)
        let content = try #require(post.content)
        #expect(
            content.contains("src=\"https://lantern.example/wp-content/uploads/vat-1024x683.jpg\""))
        #expect(content.contains("ended with patience.</p>"))
        #expect(post.summary?.contains("rain water and [&#8230;]</p>") == true)
        let note = try #require(feed.entries.last)
        #expect(note.title == nil && note.content == "<p>A note without a title.</p>")
        #expect(note.enclosures.map(\.length) == ["48211"])
    }

    @Test func `Ghost: its picture, its cards, and what is for members only`() throws {
        let feed = try FeedFixture.ghost.parsed(url: "https://salt.example/rss/")
        #expect(feed.title == "The Salt Ledger" && feed.hints.ttlMinutes == 60)
        let visit = try #require(feed.entries.first)
        #expect(visit.id == "65f0a1b2c3d4e5f601234567")
        #expect(visit.title == "Pans & their keepers" && visit.authors == ["Ines Tarn"])
        #expect(visit.categories == ["Visits", "#members"])
        #expect(visit.published == day("2026-03-09T06:30:00Z"))
        #expect(
            visit.enclosures == [
                Enclosure(
                    url: "https://salt.example/content/images/2026/03/pans.jpg", type: "image/*")
            ])
        #expect(visit.content?.hasSuffix("Bring boots.</div></div>") == true)
        #expect(visit.summary == "Who rakes the pans when the tide is late? A visit.")
        let members = try #require(feed.entries.last)
        #expect(members.content == nil && members.summary == "The winter accounts.")
        #expect(members.authors == ["Ines Tarn", "Bo Quill"])
    }

    @Test func `Hugo: summaries only, escaped titles, pages without a date`() throws {
        let feed = try FeedFixture.hugo.parsed(url: "https://tuner.example/notes/index.xml")
        #expect(feed.title == "Notes on Notes of a tuner" && feed.authors == ["Pia Reed"])
        let fork = try #require(feed.entries.first)
        #expect(fork.title == "A fork <440 Hz> & a hall" && fork.authors == ["Pia Reed"])
        #expect(fork.id == "https://tuner.example/notes/fork/" && fork.link == fork.id)
        #expect(fork.published == day("2026-03-05T08:00:00Z"))
        #expect(fork.content == nil)
        #expect(
            fork.summary
                == "<p>The hall was cold, <em>and</em> the fork knew it.</p>\n<p>So we waited.</p>")
        let pins = try #require(feed.entries.last)
        #expect(pins.published == nil && pins.title == "Pins")
    }

    @Test func `Jekyll: titles in HTML, xml:base, media in every entry`() throws {
        let feed = try FeedFixture.jekyll.parsed(url: "https://mirror.example/feed.xml")
        #expect(feed.title == "Der Garten am Kanal" && feed.language == "de")
        #expect(feed.link == "https://garten.example/")
        let onions = try #require(feed.entries.first)
        #expect(onions.title == "Zwiebeln & Zander: was im März wächst")
        #expect(onions.authors == ["Tom Ried"] && onions.categories == ["beete", "boote"])
        #expect(onions.published == day("2026-03-07T19:15:00Z"))
        let content = try #require(onions.content)
        #expect(content.contains("src=\"https://garten.example/2026/03/07/beet.jpg\""))
        #expect(content.contains("<pre><code>a &lt; b\n</code></pre>"))
        #expect(onions.summary == "Im Beet liegt noch Reif.")
        #expect(onions.enclosures.map(\.url) == ["https://garten.example/bilder/beet.jpg"])
        let boats = try #require(feed.entries.last)
        #expect(boats.authors == ["Jule Fenn"] && boats.updated == day("2026-02-02T07:00:00Z"))
        #expect(boats.summary == "Am Kanal liegen neun Boote." && boats.content == nil)
    }

    @Test(arguments: ["]]>", ""])
    func `reads what is escaped with the mark of XML around it`(end: String) throws {
        let feed = try parse(
            """
            <rss version="2.0"><channel><title>T</title><item><description>
            &lt;![CDATA[Nine boats &amp;amp; &lt;b>a ferry&lt;/b>.\(end.replacing(">", with: "&gt;"))</description></item>
            </channel></rss>
            """)
        #expect(feed.entries.first?.summary == "Nine boats &amp; <b>a ferry</b>.")
    }
}
