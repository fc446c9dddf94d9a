import BriefModel
import Foundation
import Testing

@testable import FeedParsing

@Suite struct AtomParserTests {
    @Test func `reads the feed under an odd prefix`() throws {
        let feed = try FeedFixture.orchard.parsed()
        #expect(feed.format == .atom)
        #expect(feed.version == "1.0")
        #expect(feed.title == "Pears < Apples")
        #expect(feed.id == "urn:orchard:feed")
        #expect(feed.link == "https://orchard.example/blog/")
        #expect(feed.language == "nl")
        #expect(feed.updated == Date(rfc3339: "2025-10-01T10:00:00Z"))
    }

    @Test func `reads XHTML content without its wrapper and with links resolved`() throws {
        let entry = try #require(FeedFixture.orchard.parsed().entries.first)
        #expect(entry.title == "On the <graft> knife")
        #expect(entry.link == "https://orchard.example/blog/graft")
        #expect(
            entry.content
                == "<p>Cut <em>low</em> &amp; clean, "
                + "<a href=\"https://orchard.example/map\">see</a>.</p><br />")
        #expect(
            entry.enclosures == [
                Enclosure(
                    url: "https://orchard.example/blog/graft.pdf", type: "application/pdf",
                    length: "10")
            ])
        #expect(entry.categories == ["Tools", "tools"])
        #expect(entry.authors == ["Ilse Boom"])
        #expect(entry.language == "nl")
    }

    @Test func `takes no contributor for an author`() throws {
        let person = "<name>Bo Tern</name>"
        let feed = try FeedParser().parse(
            FeedRequest(
                bytes: Array(
                    ("<feed xmlns='http://www.w3.org/2005/Atom'><title>Q</title><entry><title>A</title><id>urn:1</id>"
                        + "<contributor>\(person)</contributor></entry></feed>").utf8)))
        #expect(feed.entries.first?.authors == [])
    }

    @Test(arguments: [1, 2])
    func `keeps a related page where there is one`(count: Int) throws {
        let links = (1...count).map { "<link rel='related' href='https://other.example/\($0)'/>" }
        let feed = try parse(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry>
            <link rel="alternate" href="https://orchard.example/7"/>\(links.joined())
            </entry></feed>
            """)
        #expect(feed.entries.first?.link == "https://orchard.example/7")
        #expect(feed.entries.first?.related == (count == 1 ? "https://other.example/1" : nil))
    }

    @Test func `escapes plain text, decodes base64 and keeps an entry's own author`() throws {
        let entry = try #require(FeedFixture.orchard.parsed().entries.last)
        #expect(entry.summary == "5 &lt; 6")
        #expect(entry.content == "<p>Pommes</p>")
        #expect(entry.authors == ["Luc Verger"])
        #expect(entry.language == "fr")
    }

    @Test func `reads Atom 0.3 with escaped content`() throws {
        let feed = try parse(
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><tagline>words</tagline><entry>
            <issued>2004-02-03T04:05:06Z</issued>
            <content type="text/html" mode="escaped">&lt;i&gt;old&lt;/i&gt;</content>
            </entry></feed>
            """)
        #expect(feed.version == "0.3")
        #expect(feed.description == "words")
        #expect(feed.entries.first?.content == "<i>old</i>")
        #expect(feed.entries.first?.published == Date(rfc3339: "2004-02-03T04:05:06Z"))
    }
}
