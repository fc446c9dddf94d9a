/// What a path of the API means, which methods it takes and which parameters it knows.
enum Route: Equatable {
    case status, feeds, spool, articles, duplicates, errors, events, metrics, healthz, readyz,
        reload, subscriptions, look
    case hooks, deadLetters
    case hookRetry(String)
    case article(String)
    case original(String)
    /// A feed that goes out, by its path.
    case output([String])
    case articleAction(String, ArticleVerb)
    case garbage
    case feed(String)
    case feedAction(String, FeedVerb)
    case spoolAction(String, SpoolVerb)

    /// Nil where there is no such path.
    init?(_ segments: [String]) {
        switch segments.count {
        case 2... where segments[0] == "feeds": self = .output(Array(segments.dropFirst()))
        case 1:
            let plain = ["metrics": Route.metrics, "healthz": .healthz, "readyz": .readyz]
            guard let route = plain[segments[0]] else { return nil }
            self = route
        case 2 where segments[0] == "v1":
            guard let route = Route.lists[segments[1]] else { return nil }
            self = route
        case 3 where segments[0] == "v1" && segments[1] == "articles":
            self = .article(segments[2])
        case 3 where segments[0] == "v1" && segments[1] == "feeds":
            self = .feed(segments[2])
        case 4 where Array(segments.prefix(2)) == ["v1", "articles"] && segments[3] == "original":
            self = .original(segments[2])
        case 4 where Array(segments.prefix(2)) == ["v1", "hooks"] && segments[3] == "retry":
            self = .hookRetry(segments[2])
        case 4 where segments[0] == "v1" && segments[1] == "articles":
            guard let verb = ArticleVerb(rawValue: segments[3]) else { return nil }
            self = .articleAction(segments[2], verb)
        case 4 where segments[0] == "v1" && segments[1] == "feeds":
            guard let verb = FeedVerb(rawValue: segments[3]) else { return nil }
            self = .feedAction(segments[2], verb)
        case 4 where segments[0] == "v1" && segments[1] == "spool":
            guard let verb = SpoolVerb(rawValue: segments[3]) else { return nil }
            self = .spoolAction(segments[2], verb)
        default: return nil
        }
    }

    private static let lists: [String: Route] = [
        "status": .status, "feeds": .feeds, "spool": .spool, "articles": .articles,
        "duplicates": .duplicates, "errors": .errors, "events": .events, "reload": .reload,
        "subscriptions": .subscriptions, "look": .look, "hooks": .hooks, "gc": .garbage,
        "dead-letters": .deadLetters,
    ]

    /// For the Allow field (RFC 9110 §10.2.1).
    var methods: [String] {
        switch self {
        case .feeds, .subscriptions: ["GET", "HEAD", "POST"]
        case .feed: ["DELETE"]
        case .reload, .look, .feedAction, .spoolAction, .hookRetry, .articleAction,
            .garbage:
            ["POST"]
        default: ["GET", "HEAD"]
        }
    }

    var parameters: [String] {
        switch self {
        case .articles:
            [
                "q", "since", "until", "feed", "tag", "site", "quality_below", "order", "fields",
                "limit", "cursor",
            ]
        case .article: ["fields"]
        case .events: ["after", "plain"]
        case .feeds, .duplicates, .errors: ["limit", "cursor"]
        case .deadLetters: ["hook", "limit", "cursor"]
        case .spool: ["limit", "cursor", "all"]
        case .articleAction(_, .forget): ["for_good"]
        case .garbage: ["dry_run"]
        default: []
        }
    }
}
