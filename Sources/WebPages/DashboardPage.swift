import ControlProtocol

/// Whether all is well, and if not what to do; then the numbers.
public struct DashboardPage: Sendable {
    public var status: StatusReply
    /// The first of the list, which has those in trouble in front.
    public var feeds: [FeedItem]
    public var articles: [ArticleItem]
    public var days: [DailyChart.Day]

    public init(
        status: StatusReply, feeds: [FeedItem], articles: [ArticleItem], days: [DailyChart.Day]
    ) {
        self.status = status
        self.feeds = feeds
        self.articles = articles
        self.days = days
    }

    public var html: String {
        Frame(room: .dashboard, title: status.ok ? "All is well" : "Not well", refresh: 60).page(
            [verdict] + [numbers, chart, troubled, latest])
    }

    private var verdict: Markup {
        let isWell = status.ok
        let problems = status.problems.prefix(20).map { problem in
            Markup.tag(
                "li", [],
                [
                    .tag("p", [], [.tag("strong", [], [.text(problem.what, limit: 600)])]),
                    .tag("p", [], ["Do: ", .text(problem.next, limit: 600)]),
                    .tag(
                        "p", [.css("meek")],
                        [
                            "since ", Frame.time(problem.since), ", ", .text(problem.code),
                        ]),
                ])
        }
        let headline: Markup =
            isWell ? .text(status.summary) : "Not well"
        return .tag("h1", [], [isWell ? "All is well" : "Not well"])
            + .tag(
                "section", [.css(isWell ? "verdict" : "verdict trouble")],
                [isWell ? .tag("p", [], [headline]) : .nothing]
                    + (problems.isEmpty ? [] : [.tag("ul", [.css("list")], Array(problems))])
                    + [
                        .tag(
                            "p", [.css("meek")],
                            [
                                "briefd ", .text(status.version), ", ",
                                Frame.state(status.state.rawValue), ", started ",
                                Frame.time(status.started),
                            ])
                    ])
    }

    private var numbers: Markup {
        let (feeds, spool, articles) = (status.feeds, status.spool, status.articles)
        let all: [(Markup, Int)] = [
            ("articles", articles.total), ("seen again", articles.sightings),
            ("partial", articles.partial), ("feeds", feeds.total), ("feeds failing", feeds.failing),
            ("feeds paused", feeds.paused), ("in hand", status.queue.inHand),
            ("waiting", status.queue.waiting), ("spool: incoming", spool.incoming),
            ("spool: deferred", spool.deferred), ("spool: corrupt", spool.corrupt),
            ("spool: hold", spool.hold),
        ]
        return .tag("h2", [], ["In numbers"])
            + .tag(
                "dl", [.css("numbers")],
                all.map { name, count in
                    .tag("div", [], [.tag("dt", [], [name]), .tag("dd", [], ["\(count)"])])
                })
    }

    private var chart: Markup {
        days.isEmpty ? .nothing : .tag("h2", [], ["Articles a day"]) + DailyChart(days: days).markup
    }

    private var troubled: Markup {
        let bad = feeds.filter { $0.state == "failing" || $0.state == "gone" }
        return .tag("h2", [], ["Feeds in trouble"])
            + (bad.isEmpty
                ? .tag("p", [], ["None. ", .link(.feeds(), "All feeds")])
                : FeedsPage.table(bad, "The first of them; all stand in Feeds"))
    }

    private var latest: Markup {
        .tag("h2", [], ["Filed last"])
            + (articles.isEmpty
                ? .tag(
                    "p", [], ["Nothing yet: follow a feed with briefctl feed add, or drop a file."])
                : ArticlesPage.list(articles))
    }
}
