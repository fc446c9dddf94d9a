import FoundationEssentials
import Storage

/// Something that happened, as those who follow events are told: with what is known of the article that it is about.
struct ToldEvent: Sendable, Equatable, Codable {
    struct Article: Sendable, Equatable, Codable {
        var id: String
        var title: String?
        var url: String?
        /// Relative to the store.
        var path: String
        /// Id of the feed that it was filed from.
        var feed: String?
        var tags: [String]
        /// Where a list that follows goes on behind it.
        var since: String

        init(_ listing: ArticleListing) {
            id = listing.id
            title = listing.title
            url = listing.url
            path = listing.path
            feed = listing.feed
            tags = listing.tags
            since = listing.position
        }
    }

    var number: Int
    var when: Date
    var kind: EventKind
    var subject: String
    var what: String
    var article: Article?

    init(_ event: DaemonStatus.Event, article: Article?) {
        number = event.number
        when = event.when
        kind = event.kind
        subject = event.subject
        what = event.what
        self.article = article
    }
}

extension EventKind {
    /// Whether `subject` is an article's id.
    var isOfArticle: Bool {
        switch self {
        case .filed, .sighting, .revision, .updated: true
        default: false
        }
    }
}
