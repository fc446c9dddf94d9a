import BriefModel
import Testing

@testable import Settings

@Suite struct SubscriptionsFileTests {
    @Test func `reads back what it wrote`() throws {
        let feeds = [
            FeedSubscription(
                url: "https://example.org/a?x=1&y=2", name: "A \"quoted\" <name>",
                interval: .seconds(5400), tags: ["news", "harbour"], headers: ["X-Key": "v&w"],
                credential: "secret", fullText: .never),
            FeedSubscription(url: "https://example.org/b"),
        ]
        let read = try SubscriptionsFile.read(SubscriptionsFile.write(feeds))
        #expect(read.feeds == feeds)
        #expect(read.problems.isEmpty)
    }

    @Test func `takes folders for tags and names what it cannot use`() throws {
        let opml = """
            <opml version="1.0"><body><outline text="Ports"><outline text="North">
            <outline text="Quay" xmlUrl="http://example.org/quay"/></outline>
            <outline text="Bad" xmlUrl="exec:rm"/></outline>
            <outline xmlUrl="http://example.org/top" title="Top"/></body></opml>
            """
        let read = try SubscriptionsFile.read(Array(opml.utf8))
        #expect(read.feeds.map(\.url) == ["http://example.org/quay", "http://example.org/top"])
        #expect(read.feeds.first?.tags == ["Ports", "North"])
        #expect(read.feeds.last?.tags == [])
        #expect(read.problems.count == 1)
    }
}
