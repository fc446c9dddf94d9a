import FoundationEssentials
import Storage
import Testing

@testable import BriefDaemon

@Suite struct FeedPlaceTests {
    private static func feeds(_ count: Int) -> [FeedSnapshot] {
        let states: [FeedState.Condition] = [.ok, .failing, .paused, .gone, .merged]
        return (0..<count).map { index in
            let mixed = index &* 7_919 % 1_009
            return FeedSnapshot(
                id: "id\(index)", url: "https://h\(mixed).example/f?token=\(index)",
                address: "", title: nil, name: nil, state: states[mixed % 5], intervalSeconds: 1,
                reason: "", errorsInRow: 0, pagesWaiting: 0, isMoved: false, tags: [])
        }
    }

    /// Page by page they are what one list of all of them is, whatever the size of a page.
    @Test(arguments: [1, 7, 60, 1_000])
    func `pages give all feeds once, in order`(limit: Int) {
        let feeds = Self.feeds(603)
        let whole = feeds.map(FeedPlace.init).sorted().map(\.cursor)
        var found: [String] = []
        var start: FeedPlace?
        while true {
            let part = FeedPlace.first(limit, of: feeds, after: start)
            found += part.map(\.place.cursor)
            for pair in part { #expect(FeedPlace(feeds[pair.index]).cursor == pair.place.cursor) }
            guard let last = part.last else { break }
            start = FeedPlace(cursor: last.place.cursor)
        }
        #expect(found == whole)
        #expect(FeedPlace.first(3, of: [], after: nil).isEmpty)
    }
}
