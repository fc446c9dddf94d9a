import BriefModel
import FeedFetching

/// What is asked for the feeds of a page, in order: each address once, and none that was asked already. So pages that
/// name themselves or each other come to an end.
struct FeedCandidates {
    private var links: ArraySlice<FeedLink> = []
    private var seen: Set<String>

    /// - Parameter asked: addresses that were asked already.
    init(asked: [String]) {
        seen = Set(asked.compactMap(FeedCandidates.key))
    }

    /// Addresses that nobody can ask are left out.
    mutating func add(_ new: [FeedLink]) {
        for var link in new {
            guard let key = FeedCandidates.key(link.url), seen.insert(key).inserted else {
                continue
            }
            link.url = key
            links.append(link)
        }
    }

    var isEmpty: Bool { links.isEmpty }

    mutating func next() -> FeedLink? { links.popFirst() }

    private static func key(_ url: String) -> String? {
        // An address of which there is no such form is refused when it is asked, too.
        try? FeedURL(url).text
    }
}
