import ArgumentParser
import BriefModel
import ControlProtocol
import Queries
import Settings
import Storage
import Synchronization

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Try the rules out.",
        discussion: "Example: briefctl rules test draft.toml", subcommands: [RulesTest.self])
}

struct RulesTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "What the rules would have made of the store's articles; nothing is changed.",
        discussion: """
            Reads the files of the store and nothing else, so that briefd may run meanwhile. docs/queries.md has the \
            language.

            Example: briefctl rules test draft.toml
            """)

    @OptionGroup var store: StoreOptions

    @Option(help: "How many articles are shown of each rule.")
    var samples = 3

    @Argument(help: "A file with [[rule]] tables; else those of the configuration.")
    var file: String?

    func validate() throws {
        guard (0...100).contains(samples) else {
            throw ValidationError("--samples takes a number from 0 to 100")
        }
    }

    func run() throws {
        let configuration: Configuration
        let rules: [RuleSettings]
        do {
            configuration = try Configuration.load(store.config)
            rules =
                try file.map { path throws(ConfigurationError) in
                    try Configuration.loadRules(path)
                } ?? configuration.rules
        } catch {
            throw Failure.usage("\(error)")
        }
        let path = configuration.paths.store
        do {
            let titles = try FeedTitles.read(in: configuration.paths.state)
            let trial = RuleTrial(
                rules, feeds: configuration.feeds, titles: titles, samples: samples)
            let tally = try StoredArticles(at: path).read { trial.take($0, $1) }
            show(trial.report(tally))
        } catch {
            throw StoreOptions.failure(error, path)
        }
    }

    private func show(_ report: RuleReport) {
        if store.json {
            Output.bytes(((try? WireJSON.encode(report, pretty: true)) ?? []) + [0x0A])
            return
        }
        if report.rules.isEmpty { return Output.line("There are no rules; add a [[rule]].") }
        TableOutput.print(
            ["RULE", "HOLDS FOR", "DROPPED", "HELD", "NEW TAGS", "WHEN"],
            report.rules.map {
                [
                    $0.name, "\($0.matched)", "\($0.dropped)", "\($0.held)", "\($0.tagged)",
                    $0.when,
                ]
            })
        for rule in report.rules where !rule.samples.isEmpty {
            Output.line("")
            Output.line("\(rule.name):".printable)
            for sample in rule.samples {
                Output.line("  \(sample.id)  \(sample.title ?? sample.path)".printable)
            }
        }
        Output.line("")
        Output.line(
            "Of \(report.articles) articles \(report.matched) would have met a rule: \(report.dropped) would not have"
                + " been filed, \(report.held) would have been held back, \(report.tagged) would have got tags."
                + " Nothing was changed.")
        if report.unreadable > 0 {
            Output.line("\(report.unreadable) files could not be read: run briefctl verify.")
        }
    }
}

/// The JSON of `briefctl rules test`.
struct RuleReport: Encodable {
    struct Sample: Encodable {
        var id: String
        @Nullable var title: String?
        var path: String
    }

    struct Rule: Encodable {
        var name: String
        var when: String
        /// Articles that it holds for.
        var matched = 0
        var dropped = 0
        var held = 0
        /// Articles that would have got a tag which they do not have.
        var tagged = 0
        var notified = 0
        var samples: [Sample] = []
    }

    var articles = 0
    var unreadable = 0
    /// Articles that any rule holds for, and what all rules together would have made of them.
    var matched = 0
    var dropped = 0
    var held = 0
    var tagged = 0
    var rules: [Rule] = []
}

/// Holds articles against rules, from several threads.
final class RuleTrial: Sendable {
    private let rules: [RuleSettings]
    private let index: QueryIndex
    private let feeds: [String: [String]]
    private let samples: Int
    private let state: Mutex<RuleReport>

    /// - Parameter titles: what feeds are called besides, by their ids.
    init(
        _ rules: [RuleSettings], feeds: [FeedSubscription], titles: [String: [String]], samples: Int
    ) {
        self.rules = rules
        index = QueryIndex(rules.map(\.when))
        self.samples = samples
        self.feeds = Dictionary(
            feeds.map { (FeedState.id(of: $0.url), [$0.url, $0.name].compactMap(\.self)) },
            uniquingKeysWith: { first, _ in first }
        ).merging(titles) { $0 + $1 }
        var report = RuleReport()
        report.rules = rules.map { .init(name: $0.name, when: $0.when.text) }
        state = Mutex(report)
    }

    func take(_ path: String, _ file: MarkdownFile) {
        let feed = file.front.feed ?? ""
        let names = (feeds[feed] ?? []) + (feed.isEmpty ? [] : [file.front.site].compactMap(\.self))
        let found = index.matches(QueryMatcher(ArticleFacts(file, feeds: names)))
        guard !found.isEmpty else { return }
        let tags = Set(file.front.tags)
        state.withLock { report in
            report.matched += 1
            let all = found.map { rules[$0] }
            if all.contains(where: \.drop) {
                report.dropped += 1
            } else {
                if all.contains(where: \.hold) { report.held += 1 }
                if !Set(all.flatMap(\.tags)).isSubset(of: tags) { report.tagged += 1 }
            }
            for number in found {
                let rule = rules[number]
                report.rules[number].matched += 1
                if rule.drop { report.rules[number].dropped += 1 }
                if rule.hold { report.rules[number].held += 1 }
                if !Set(rule.tags).isSubset(of: tags) { report.rules[number].tagged += 1 }
                if !rule.notify.isEmpty { report.rules[number].notified += 1 }
                if report.rules[number].samples.count < samples {
                    report.rules[number].samples.append(
                        .init(id: file.front.id, title: file.front.title, path: path))
                }
            }
        }
    }

    func report(_ tally: StoredArticles.Tally) -> RuleReport {
        var report = state.withLock { $0 }
        report.articles = tally.read
        report.unreadable = tally.unreadable
        return report
    }
}
