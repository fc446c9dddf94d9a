import ControlProtocol

/// Whether all is well, and if not what to do; then the numbers.
public struct DashboardPage: HousePage {
    public var status: StatusReply
    /// The first of the list, which has those in trouble in front.
    public var feeds: [FeedItem]
    public var articles: [ArticleItem]
    /// The last year, without gaps; the chart shows the last of them.
    public var days: [DailyChart.Day]
    /// Of the first day, 0 for Sunday.
    public var weekday: Int
    /// Slowest first.
    public var hosts: [HostItem]
    public var visit = Visit.looking
    /// Days of the chart.
    private static let chartDays = 14
    private static let mostProblems = 10

    public init(
        status: StatusReply, feeds: [FeedItem], articles: [ArticleItem],
        days: [DailyChart.Day], weekday: Int = 0, hosts: [HostItem] = []
    ) {
        self.status = status
        self.feeds = feeds
        self.articles = articles
        self.days = days
        self.weekday = weekday
        self.hosts = hosts
    }

    public var html: String {
        Frame(
            room: .dashboard, title: status.ok ? "All is well" : "Not well", visit: visit,
            refresh: 60
        )
        .page([verdict, numbers, chart, troubled, latest, slowest])
    }

    private var verdict: Markup {
        let isWell = status.ok
        let problems = status.problems.prefix(Self.mostProblems).map { problem in
            Markup.tag(
                "li", [],
                [
                    .tag("p", [], [.tag("strong", [], [.text(problem.what, limit: 400)])]),
                    .tag("p", [], ["Do: ", .text(problem.next, limit: 400)]),
                    .tag(
                        "p", [.css("meek")],
                        [
                            "since ", Frame.time(problem.since), ", ",
                            .text(problem.code, limit: 60),
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
        guard !days.isEmpty else { return .nothing }
        let calendar = CalendarMap(days: days, weekday: weekday).markup
        return .tag("h2", [], ["Articles a day"])
            + Frame.scrolling(
                "Articles a day", DailyChart(days: Array(days.suffix(Self.chartDays))).markup)
            + (calendar == .nothing
                ? .nothing
                : .tag("h2", [], ["The last year"])
                    + Frame.scrolling("The last year", calendar))
    }

    private var slowest: Markup {
        let chart = HostChart(hosts: hosts).markup
        return chart == .nothing
            ? .nothing
            : .tag("h2", [], ["Slowest hosts"])
                + Frame.scrolling("Slowest hosts", chart)
    }

    private var troubled: Markup {
        let bad = feeds.filter { $0.state == "failing" || $0.state == "gone" }
        return .tag("h2", [], ["Feeds in trouble"])
            + (bad.isEmpty
                ? .tag("p", [], ["None. ", .link(.feeds(), "All feeds")])
                : FeedsPage.table(bad, "The first of them; all stand in Feeds", visit))
    }

    private var latest: Markup {
        .tag("h2", [], ["Filed last"])
            + (articles.isEmpty
                ? .tag(
                    "p", [], ["Nothing yet: follow a feed with briefctl feed add, or drop a file."])
                : ArticlesPage.list(articles))
    }
}
