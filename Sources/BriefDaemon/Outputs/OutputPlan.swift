import Outputs
import Settings
import Storage

/// Which feeds are to be written next. A pure value.
///
/// Those that the configuration names, and the one of all articles, are written after every change. Those of tags and sites,
/// which may be thousands, are written where an article of theirs changed, some at a time.
struct OutputPlan: Sendable {
    /// Feeds of tags and sites that are written in one round.
    static let atOnce = 8

    private(set) var feeds: [FeedSpec]
    private var isDue = true
    private var waiting: [FeedSpec] = []
    private var known: Set<FeedSpec> = []

    init(_ outputs: [OutputSettings]) {
        feeds = Self.feeds(outputs)
    }

    var isEmpty: Bool { !isDue && waiting.isEmpty }

    mutating func follow(_ outputs: [OutputSettings]) {
        feeds = Self.feeds(outputs)
        isDue = true
    }

    mutating func note(tags: [String], url: String?) {
        isDue = true
        let sites = [url.flatMap(URLKey.host)].compactMap { $0 }
        let specs =
            tags.compactMap { FeedSpec.of($0, in: "tag") }
            + sites.compactMap { FeedSpec.of($0, in: "site") }
        for spec in specs where known.insert(spec).inserted { waiting.append(spec) }
    }

    /// What is written now.
    mutating func next() -> [FeedSpec] {
        let few = Array(waiting.prefix(Self.atOnce))
        waiting.removeFirst(few.count)
        known.subtract(few)
        defer { isDue = false }
        return (isDue ? feeds : []) + few
    }

    /// The feed that a path of the sockets names: "recent.atom", "tag/NAME.json".
    func feed(at path: [String]) -> FeedSpec? {
        if let feed = feeds.first(where: { $0.path == path.joined(separator: "/") }) {
            return feed
        }
        guard path.count == 2, let dot = path[1].lastIndex(of: "."),
            let kind = FeedSpec.Kind(rawValue: String(path[1][dot...].dropFirst()))
        else { return nil }
        return FeedSpec.of(String(path[1][..<dot]), in: path[0], kind)
    }

    /// The feed and the number of the document: "recent.2.atom" is the second of "recent.atom".
    func document(at path: [String]) -> (feed: FeedSpec, page: Int)? {
        if let feed = feed(at: path) { return (feed, 1) }
        let whole = path.joined(separator: "/")
        for feed in feeds {
            for page in stride(from: 2, through: feed.pages, by: 1)
            where feed.path(of: page) == whole {
                return (feed, page)
            }
        }
        return nil
    }

    private static func feeds(_ outputs: [OutputSettings]) -> [FeedSpec] {
        let named = outputs.map { output in
            var spec = FeedSpec(
                kind: output.kind == .atom ? .atom : .json, path: output.path,
                title: output.title ?? output.query.map { "Search: " + $0.text }
                    ?? (output.changes ? "Changed articles" : "Recent articles"),
                content: output.query.map { .query($0.text) } ?? .all, limit: output.limit,
                pages: output.pages, address: output.url)
            spec.changes = output.changes
            spec.hub = output.hub
            return spec
        }
        let hasRecent = named.contains { $0.path == FeedSpec.recent.path }
        return (hasRecent ? [] : [FeedSpec.recent]) + named
    }
}
