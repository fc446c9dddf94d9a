import ArgumentParser
import BriefModel
import ControlProtocol
import FoundationEssentials

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Whether all is well, and if not what to do.")

    @OptionGroup var daemon: DaemonOptions

    func run() async throws {
        let status = try await daemon.client.get("/v1/status", as: StatusReply.self)
        try daemon.show(status, StatusText.print)
        if !status.ok { throw ExitCode(1) }
    }
}

/// The status in words; its first line alone tells whether somebody has to get up.
enum StatusText {
    static func print(_ status: StatusReply) {
        Output.line(Colour.headline(status.summary.printable, isWell: status.ok))
        for (index, problem) in status.problems.enumerated() {
            let since = "since \(TimeText.relative(problem.since)) (\(problem.code.printable))"
            // The headline has said all else of the gravest.
            guard index > 0 else {
                Output.line("  \(since)")
                continue
            }
            Output.line("")
            Output.line("  \(problem.what.printable)")
            Output.line("    \(since)")
            Output.line("    do:   \(problem.next.printable)")
        }
        Output.line("")
        let feeds = status.feeds
        let spool = status.spool
        let articles = status.articles
        Output.line(
            "feeds     \(feeds.total), failing \(feeds.failing), paused \(feeds.paused), next due "
                + TimeText.relative(feeds.nextDue))
        Output.line(
            "spool     incoming \(spool.incoming), active \(spool.active), deferred"
                + " \(spool.deferred), corrupt \(spool.corrupt), hold \(spool.hold)"
                + StatusText.others(spool))
        Output.line(
            "articles  \(articles.total), last filed \(TimeText.relative(articles.lastFiled)),"
                + " sightings \(articles.sightings), partial \(articles.partial), low quality"
                + " \(articles.lowQuality)")
        if let notTaken = status.notTaken, notTaken > 0 {
            Output.line(
                "not taken \(ListOptions.number(notTaken)), each with its reason: briefctl errors")
        }
        if articles.lowQualityWeek > 0 {
            let day = Date(timeIntervalSinceNow: -7 * 86_400).rfc3339.prefix(10)
            Output.line(
                "          \(articles.lowQualityWeek) of low quality in the last 7 days: briefctl articles"
                    + " --quality-below 0.5 --since \(day)")
        }
        Output.line("queue     in hand \(status.queue.inHand), waiting \(status.queue.waiting)")
        if let hooks = status.hooks, hooks.total > 0 {
            Output.line("hooks     \(hooks.total), waiting \(hooks.waiting), dead \(hooks.dead)")
        }
        if let workers = status.workers {
            let why = workers.why.map { ": " + $0.printable } ?? ""
            Output.line("workers   locked in: \(workers.sandbox.rawValue)\(why)")
        }
        Output.line(
            "briefd    \(status.version.printable), \(status.state.rawValue), started "
                + TimeText.relative(status.started))
    }

    /// What there seldom is.
    private static func others(_ spool: StatusReply.Spool) -> String {
        [("not taken", spool.notTaken), ("failed", spool.failed), ("ignored", spool.ignored)]
            .filter { $0.1 > 0 }.map { ", \($0.0) \($0.1)" }.joined()
    }
}
