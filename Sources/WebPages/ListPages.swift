import BriefModel
import ControlProtocol

/// How much stands on a page.
public enum PageSize {
    /// Items of a list: with all that may stand in one, the page stays below 100 KB.
    public static let items = 20
}

/// Feeds, those in trouble first.
public struct FeedsPage: HousePage {
    public var page: ItemPage<FeedItem>
    public var visit = Visit.looking

    public init(page: ItemPage<FeedItem>) { self.page = page }

    public var html: String {
        Frame(room: .feeds, title: "Feeds", visit: visit).page([
            .tag("h1", [], ["Feeds"]),
            page.items.isEmpty
                ? .tag(
                    "p", [],
                    ["None. Follow one with ", .tag("code", [], ["briefctl feed add URL"])])
                : Self.table(
                    page.items, "\(page.total ?? page.items.count) feeds, those in trouble first",
                    visit),
            Frame.next(page.next.map { .feeds(cursor: $0) }),
        ])
    }

    static func table(_ feeds: [FeedItem], _ caption: Markup, _ visit: Visit) -> Markup {
        let heads: [Markup] = [
            "Feed", "State", "Last success (UTC)", "Next due (UTC)", "A week", "What is wrong",
        ]
        return Frame.table(
            caption, heads + (visit.formKey == nil ? [] : ["Do"]),
            feeds.map { feed in
                let cells: [Markup] = [
                    name(of: feed),
                    Frame.state(feed.state), Frame.time(feed.lastSuccess), Frame.time(feed.nextDue),
                    feed.entriesPerWeek.map { "\(Int($0.rounded()))" } ?? "–",
                    feed.error.map {
                        .text($0, limit: 240)
                            + (feed.errorsInRow > 1 ? " (\(feed.errorsInRow) times in a row)" : "")
                    } ?? .nothing,
                ]
                return cells + (visit.formKey == nil ? [] : [buttons(for: feed, visit)])
            })
    }

    private static func buttons(for feed: FeedItem, _ visit: Visit) -> Markup {
        let name = feed.title ?? feed.url.hidingSecrets
        func button(_ words: StaticString, _ verb: StaticString) -> Markup {
            visit.button(words, .act(verb, in: "feeds", feed.id), about: name)
        }
        switch feed.state {
        case "paused": return button("Resume", "resume")
        case "merged", "gone": return button("Poll", "poll")
        default: return button("Poll", "poll") + button("Pause", "pause")
        }
    }
}

extension FeedsPage {
    /// Its title, which leads to its articles, and its address.
    private static func name(of feed: FeedItem) -> Markup {
        let articles = Place.articles("feed:\(feed.id)")
        guard let title = feed.title, !title.isEmpty else {
            return .link(articles, .text(feed.url.hidingSecrets, limit: 120))
        }
        return .link(articles, .text(title, limit: 120)) + .void("br", [])
            + .outward(feed.url, String(feed.url.prefix(120)))
    }
}

/// Files that wait or will not work, with what to do.
public struct SpoolPage: HousePage {
    public var page: ItemPage<SpoolFileItem>
    public var visit = Visit.looking

    public init(page: ItemPage<SpoolFileItem>) { self.page = page }

    public var html: String {
        Frame(room: .spool, title: "Spool", visit: visit).page([
            .tag("h1", [], ["Spool"]),
            page.items.isEmpty
                ? .tag("p", [], ["Empty: all that was dropped is filed."])
                : Frame.table(
                    "\(page.total ?? page.items.count) files",
                    ["File", "Queue", "Since (UTC)", "Why", "What to do"], page.items.map(row)),
            Frame.next(page.next.map { .spool(cursor: $0) }),
        ])
    }

    private func row(_ file: SpoolFileItem) -> [Markup] {
        let remedy: Markup =
            file.queue == "corrupt"
            ? .void("br", [])
                + .joined(
                    ["retry", "discard"].map { verb in
                        .tag("code", [], [.text("briefctl \(verb) \(file.id.prefix(12))")])
                    }, by: " or ")
            : .nothing
        return [
            .text(file.name, limit: 200), Frame.state(file.queue), Frame.time(file.since),
            file.reason.map { .text($0, limit: 300) } ?? .nothing,
            (file.next.map { .text($0, limit: 300) } ?? .nothing) + remedy + buttons(for: file),
        ]
    }

    private func buttons(for file: SpoolFileItem) -> Markup {
        func button(_ words: StaticString, _ verb: StaticString) -> Markup {
            visit.button(words, .act(verb, in: "spool", file.id), about: file.name)
        }
        switch file.queue {
        case "corrupt", "deferred": return button("Retry", "retry")
        case "incoming": return button("Hold", "hold")
        case "hold": return button("Release", "release")
        default: return .nothing
        }
    }
}

/// What went wrong, in groups, latest first.
public struct ErrorsPage: HousePage {
    public var page: ItemPage<EventItem>
    public var visit = Visit.looking

    public init(page: ItemPage<EventItem>) { self.page = page }

    public var html: String {
        Frame(room: .errors, title: "Errors", visit: visit).page([
            .tag("h1", [], ["Errors"]),
            page.items.isEmpty
                ? .tag("p", [], ["None."])
                : Frame.table(
                    "\(page.total ?? page.items.count) kinds of error, latest first",
                    ["When (UTC)", "Kind", "About", "What", "Times"],
                    page.items.map { event in
                        [
                            Frame.time(event.when), .text(event.kind, limit: 60),
                            .text(event.subject, limit: 160), .text(event.what, limit: 300),
                            event.count.map { "\($0)" } ?? "1",
                        ]
                    }),
            Frame.next(page.next.map { .errors(cursor: $0) }),
        ])
    }
}

/// Why a page cannot be shown.
public struct ProblemPage: Sendable {
    public var problem: ProblemReply

    public init(_ problem: ProblemReply) { self.problem = problem }

    public var html: String {
        Frame(room: nil, title: problem.title).page([
            .tag("h1", [], [.text(problem.title)]), .tag("p", [], [.text(problem.detail)]),
            .tag("p", [], [.link(.dashboard, "To the status")]),
        ])
    }
}
