import BriefModel
import FeedFetching
import FoundationEssentials

/// A feed that was found by looking.
struct LookedFeed: Sendable {
    var link: FeedLink
    /// Nil where it was not asked any more.
    var feed: ParsedFeed?
    var answer: FetchOutcome?

    /// The latest entries first; those without a date as the feed has them, behind the others.
    var newest: [Entry] {
        let dated = (feed?.entries ?? []).enumerated().sorted { one, other in
            let (first, second) = (LookedFeed.date(one.element), LookedFeed.date(other.element))
            guard first != second else { return one.offset < other.offset }
            guard let first else { return false }
            return second.map { first > $0 } ?? true
        }
        return dated.prefix(3).map(\.element)
    }

    static func date(_ entry: Entry) -> Date? { entry.published ?? entry.updated }

    /// Whether it says the same in another format: its latest entries have the same titles and links.
    func isTwin(of other: LookedFeed) -> Bool {
        guard let mine = feed?.entries, let others = other.feed?.entries, !mine.isEmpty,
            mine.count == others.count
        else { return false }
        return newest.map(\.link) == other.newest.map(\.link)
            && newest.map(\.title) == other.newest.map(\.title)
            && newest.contains { $0.link != nil || $0.title != nil }
    }
}
