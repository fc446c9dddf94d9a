import Testing

@testable import ArticleExtraction

@Suite struct TitleChoiceTests {
    private let names = SiteNames(
        stated: ["The Quay Gazette", "GitHub"], url: "https://quay.example/a/1")

    private static let cases: [(page: String?, feed: String?, chosen: String?)] = [
        // The page's heading is the site's name, or another thing.
        ("The Quay Gazette", "The Quay Gazette: ferry", "The Quay Gazette: ferry"),
        ("Latest news", "Ferry stops after a fault", "Ferry stops after a fault"),
        ("News", "News from the harbour: ferry stops", "News from the harbour: ferry stops"),
        ("Weather", "Weather for Tuesday", "Weather for Tuesday"),
        // A label of the site is no better than what the feed says.
        (
            "GitHub - ann/tide: A fast grep for structured logs",
            "Show HN: Tide – a fast grep for structured logs",
            "Show HN: Tide – a fast grep for structured logs"
        ),
        ("Tide", "Show HN: Tide", "Show HN: Tide"),
        // The same title, in another spelling or in full.
        ("Ferry Stops After A Fault", "Ferry stops after a fault", "Ferry Stops After A Fault"),
        (
            "Ferry stops after a fault in its engine", "Ferry stops after a fau…",
            "Ferry stops after a fault in its engine"
        ),
        ("Ferry stops after a fault", "Ferry stops", "Ferry stops after a fault"),
        (
            "Ferry stops after a fault", "Ferry stops after a fault - The Quay Gazette",
            "Ferry stops after a fault"
        ),
        (
            "Ferry stops after a fault | The Quay Gazette", "Ferry stops after a fault",
            "Ferry stops after a fault"
        ),
        ("Ferry stops after fault", "Ferry stops after a fault", "Ferry stops after fault"),
        ("Ferry stops", nil, "Ferry stops"), (nil, "Ferry stops", "Ferry stops"),
        ("Ferry stops", "…", "Ferry stops"),
    ]

    @Test(arguments: cases)
    func `takes the page's title only where it is the feed's`(
        page: String?, feed: String?, chosen: String?
    ) {
        #expect(TitleChoice.choose(page: page, feed: feed, names: names) == chosen)
    }
}
