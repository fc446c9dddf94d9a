import BriefModel
import FeedParsing
import Testing

@Suite struct FeedFactLimitsTests {
    private static let long = String(repeating: "tide ", count: 5_000)

    @Test(arguments: [
        """
        <rss version="2.0"><channel><title>LONG</title><category>LONG</category><item><guid>1</guid>
        <title>LONG</title><author>LONG</author><category>LONG</category></item></channel></rss>
        """,
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>LONG</title><author><name>LONG</name></author>
        <entry><id>1</id><title>LONG</title><author><name>LONG</name></author><category term="LONG"/>
        </entry></feed>
        """,
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "LONG", "authors": [{"name": "LONG"}],
        "items": [{"id": "1", "title": "LONG", "authors": [{"name": "LONG"}], "tags": ["LONG"]}]}
        """,
    ])
    func `bounds names, and leaves the titles of entries to those who read them`(form: String)
        throws
    {
        let text = form.replacing("LONG", with: Self.long)
        let feed = try FeedParser().parse(FeedRequest(bytes: Array(text.utf8)))
        #expect((feed.title ?? Self.long).utf8.count <= FactLimits.title + 2)
        let entry = try #require(feed.entries.first)
        let names = feed.authors + feed.categories + entry.authors + entry.categories
        #expect(!names.isEmpty && names.allSatisfy { $0.utf8.count <= FactLimits.name + 2 })
        #expect((entry.title?.utf8.count ?? 0) > 20_000)
        #expect(feed.warnings.contains { $0.contains("too long") })
    }
}
