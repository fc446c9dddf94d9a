import ArgumentParser
import BriefModel
import ControlProtocol

struct ArticlesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "articles", abstract: "The articles in the store, latest filed first.",
        discussion: "Example: briefctl articles --since 2026-11-01 --tag harbour")

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var list: ListOptions
    @OptionGroup var filter: ArticleFilter

    func run() async throws {
        try await ArticleTable.show(nil, filter, list, daemon)
    }
}

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Articles whose title or text holds the words.",
        discussion: "Example: briefctl search 'lang:de harbour OR ferry'")

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var list: ListOptions
    @OptionGroup var filter: ArticleFilter
    @Argument(help: "Words; \"several words\" in quotes follow each other.") var words: [String]

    func run() async throws {
        try await ArticleTable.show(words.joined(separator: " "), filter, list, daemon)
    }
}

struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One article as it is filed, or how it changed.",
        discussion: """
            With --history a line for each text that was filed of it, and for each headline over it: when, how many words \
            came and went, and the headline before and after. With --diff as well, what changed.

            Example: briefctl show 3f2a9c1e --history --diff
            """)

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: "Its id, or the beginning of it.", completion: Completions.articles)
    var id: String
    @Flag(help: "The texts that were filed of it, earliest first.") var history = false
    @Flag(help: "With --history: what changed from one to the next.") var diff = false

    func validate() throws {
        if diff && !history {
            throw ValidationError("--diff goes with --history; or use briefctl diff")
        }
    }

    private func article(_ id: String) async throws -> ArticleItem {
        try await daemon.client.get(
            try DaemonClient.path("v1", "articles", id), as: ArticleItem.self)
    }

    private func showHistory(of article: ArticleItem) async throws {
        var texts: [ArticleItem] = []
        for id in article.revisions ?? [article.id] {
            texts.append(id == article.id ? article : try await self.article(id))
        }
        let history = try RevisionHistory(
            of: texts, headlines: article.headlines ?? [], withChanges: diff)
        try daemon.show(history.report) { _ in
            for line in history.lines() { Output.line(line) }
        }
    }

    func run() async throws {
        let article = try await article(id)
        if history { return try await showHistory(of: article) }
        try daemon.show(article) { article in
            for line in (article.markdown ?? "").split(
                separator: "\n", omittingEmptySubsequences: false)
            {
                Output.line(String(line).printable)
            }
            for line in ArticleHistory.lines(of: article) { Output.line(line.printable) }
        }
    }
}

/// Which articles.
struct ArticleFilter: ParsableArguments {
    @Option(
        help: """
            Filed at this time or later: 2026-11-21 or RFC 3339. Or, to follow, the "since" of the list before, \
            "0" at first: in the order of filing, each article once.
            """)
    var since: String?
    @Option(help: "Filed before this time.") var until: String?
    @Option(help: "Of this feed, by its id, URL or name.", completion: Completions.feeds)
    var feed: String?
    @Option(help: "With this tag.", completion: Completions.feedTags) var tag: String?
    @Option(help: "Of this site, by name or host.") var site: String?
    @Option(help: "With an extraction thought worse than this, 0 to 1.") var qualityBelow: Double?
    @Option(help: "filed, published or relevance: latest, or what fits best, first.")
    var order: String?
    @Option(help: "With --json, what of the files comes along: markdown, text or both.")
    var fields: String?
}

enum ArticleTable {
    static func show(
        _ words: String?, _ filter: ArticleFilter, _ list: ListOptions, _ daemon: DaemonOptions
    ) async throws {
        let query = [
            ("q", words), ("since", filter.since), ("until", filter.until),
            ("feed", filter.feed), ("tag", filter.tag), ("site", filter.site),
            ("quality_below", filter.qualityBelow.map { "\($0)" }),
            ("order", filter.order), ("fields", filter.fields),
        ]
        let page = try await list.fetch(
            "/v1/articles", query, of: ArticleItem.self, daemon.client)
        try daemon.show(page) { page in
            if page.items.isEmpty { return Output.line("No article.") }
            TableOutput.print(
                ["ID", "PUBLISHED", "FILED", "SEEN", "QUALITY", "TITLE"],
                page.items.map {
                    [
                        $0.id, String(($0.published ?? "-").prefix(10)),
                        TimeText.relative($0.filed), "\($0.sightings.count + 1)",
                        ExplainText.score($0.quality),
                        $0.heading,
                    ]
                })
            ListOptions.tellRest(page, "articles")
        }
    }
}
