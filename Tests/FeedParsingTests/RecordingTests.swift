import BriefModel
import Testing

@testable import FeedParsing

@Suite struct RecordingTests {
    private func enclosures(of item: String) throws -> [Enclosure] {
        let feed = """
            <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
            xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>Quay Talk</title><item><title>Ropes</title>\(item)</item></channel></rss>
            """
        return try FeedParser().parse(FeedRequest(bytes: Array(feed.utf8))).entries[0]
            .enclosures
    }

    private static let sound =
        "<enclosure url='https://q.example/r.mp3' type='audio/mpeg' length='9'/>"

    @Test(arguments: [
        (
            "<itunes:season>2</itunes:season><itunes:episode>07</itunes:episode><itunes:duration>1:02:03</itunes:duration>",
            "Season 2, episode 7, 1:02:03"
        ),
        (
            "<podcast:episode display='Ch.3'>3</podcast:episode><podcast:season name='Yards'>1</podcast:season>",
            "Season 1, episode 3"
        ),
        ("<itunes:duration>3723.4</itunes:duration>", "1:02:03"),
        ("<itunes:duration>62:03</itunes:duration>", "1:02:03"),
        ("<itunes:duration>05:09</itunes:duration>", "5:09"),
        ("<itunes:episode>12</itunes:episode><itunes:duration>0</itunes:duration>", "Episode 12"),
    ])
    func `a recording is called by its season, episode and length`(
        facts: String, title: String
    ) throws {
        #expect(try enclosures(of: facts + Self.sound).map(\.title) == [title])
        #expect(try enclosures(of: Self.sound + facts).map(\.title) == [title])
    }

    @Test(arguments: [
        "<itunes:duration>soon</itunes:duration>", "<itunes:duration>-1</itunes:duration>",
        "<itunes:duration>1e9</itunes:duration>", "<itunes:episode>seven</itunes:episode>",
        "<itunes:season>0</itunes:season>", "<itunes:duration>1:2:3:4</itunes:duration>",
        "<itunes:duration>inf</itunes:duration>", "<itunes:episode>nan</itunes:episode>",
    ])
    func `nothing is made of what is no number`(facts: String) throws {
        #expect(try enclosures(of: facts + Self.sound).map(\.title) == [nil])
    }

    @Test func `the first recording has it, not its picture, and its own title stays`() throws {
        let video =
            "<media:group><media:thumbnail url='https://q.example/t.jpg'/><media:content url='https://q.example/v.mp4' type='video/mp4' duration='90'/></media:group>"
        let found = try enclosures(of: video)
        #expect(found.first { $0.url.hasSuffix("mp4") }?.title == "1:30")
        #expect(found.first { $0.url.hasSuffix("jpg") }?.title == nil)
        let named = video.replacing(
            "duration='90'/>",
            with: "duration='90'><media:title>Ropes</media:title></media:content>")
        #expect(try enclosures(of: named).first { $0.url.hasSuffix("mp4") }?.title == "Ropes")
    }
}
