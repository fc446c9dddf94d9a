import BriefModel
import Storage

/// Articles that were filed in the last moments of a life that did not end in order, and of which no event is kept: their
/// events are told now.
struct UntoldArticles {
    /// So many are looked at.
    private static let limit = 10_000

    let status: DaemonStatus
    let catalogue: Catalogue

    init(_ status: DaemonStatus, _ catalogue: Catalogue) {
        self.status = status
        self.catalogue = catalogue
    }

    func tell() {
        guard !status.events.endedInOrder else { return }
        status.note(
            .interrupted, subject: "briefd",
            what: "briefd was ended without notice: what happened just before may be missing here;"
                + " articles filed then follow")
        let (told, first) = status.events.articles
        guard var cursor = first else { return }
        var left = Self.limit
        while left > 0 {
            let query = ArticleQuery(order: .following, limit: min(left, 1_000), cursor: cursor)
            guard let page = try? catalogue.articles(query) else { return }
            for article in page.items where !told.contains(article.id) {
                status.note(
                    article.supersedes == nil ? .filed : .revision, subject: article.id,
                    what: article.title ?? article.path)
            }
            left -= page.items.count
            guard let next = page.next else { return }
            cursor = next
        }
    }
}
