import BriefModel

/// What the articles of a feed are, as `article` says it.
public enum ArticleSource: String, Sendable, CaseIterable {
    case auto
    /// The page that the entry links to.
    case page
    /// What the entry carries.
    case entry

    public var fullText: FeedSubscription.FullText {
        switch self {
        case .auto: .auto
        case .page: .always
        case .entry: .never
        }
    }
}
