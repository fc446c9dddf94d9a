import ArgumentParser
import BriefModel
import ControlProtocol
import FoundationEssentials

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Whether all is well, and if not what to do.",
        discussion: "Example: briefctl status --watch")

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var screen: WatchOptions

    func run() async throws {
        try await screen.run {
            let status = try await daemon.client.get("/v1/status", as: StatusReply.self)
            try daemon.show(status, StatusText.print)
            if !status.ok { throw ExitCode(1) }
        }
    }
}

/// The status in words; its first line alone tells whether somebody has to get up.
enum StatusText {
    static func print(_ status: StatusReply) {
        verdict(status)
        Output.line("")
        let feeds = status.feeds
        let spool = status.spool
        let articles = status.articles
        row(
            "feeds",
            "\(feeds.total), failing \(feeds.failing), paused \(feeds.paused), next due "
                + TimeText.relative(feeds.nextDue))
        row(
            "spool",
            "incoming \(spool.incoming), active \(spool.active), deferred"
                + " \(spool.deferred), corrupt \(spool.corrupt), hold \(spool.hold)"
                + StatusText.others(spool))
        row(
            "articles",
            "\(articles.total), last filed \(TimeText.relative(articles.lastFiled)),"
                + " sightings \(articles.sightings), partial \(articles.partial), low quality"
                + " \(articles.lowQuality)")
        if let notTaken = status.notTaken, notTaken > 0 {
            row(
                "not taken",
                "\(ListOptions.number(notTaken)), each with its reason: briefctl errors")
        }
        if articles.lowQualityWeek > 0 {
            let day = Date(timeIntervalSinceNow: -7 * 86_400).rfc3339.prefix(10)
            row(
                "",
                "\(articles.lowQualityWeek) of low quality in the last 7 days: briefctl articles"
                    + " --quality-below 0.5 --since \(day)")
        }
        row("queue", "in hand \(status.queue.inHand), waiting \(status.queue.waiting)")
        if let hooks = status.hooks, hooks.total > 0 {
            row("hooks", "\(hooks.total), waiting \(hooks.waiting), dead \(hooks.dead)")
        }
        if let verified = status.verified {
            let part = verified.part.map { ", part \($0.printable)" } ?? ""
            row(
                "verified",
                "\(TimeText.relative(verified.at))\(part): \(verified.articles) articles,"
                    + " \(verified.originals) originals, not as written \(verified.faults)")
        }
        if let workers = status.workers {
            let why = workers.why.map { ": " + $0.printable } ?? ""
            row("workers", "locked in: \(workers.sandbox.rawValue)\(why)")
        }
        row(
            "briefd",
            "\(status.version.printable), \(status.state.rawValue), started "
                + TimeText.relative(status.started))
    }

    /// Whether somebody has to get up, and all that is to be known, the gravest first, nothing twice.
    private static func verdict(_ status: StatusReply) {
        let isWell = status.ok
        var told = status.problems[...]
        // The daemon's own summary is one long line, for the service manager and scripts.
        if isWell || told.isEmpty {
            headline(status.summary.printable, isWell: isWell)
        } else {
            let others = told.count == 1 ? "" : " (And \(told.count - 1) more.)"
            let gravest = told.removeFirst()
            headline("Not well: \(gravest.what.printable)\(others)", isWell: false)
            remedy(of: gravest)
        }
        for problem in told {
            Output.line("")
            Output.prose(problem.what.printable, head: "  ", indent: "  ")
            remedy(of: problem)
        }
    }

    private static func headline(_ text: String, isWell: Bool) {
        Output.prose(text, indent: "  ") { Colour.headline($0, isWell: isWell) }
    }

    private static func remedy(of problem: StatusReply.Trouble) {
        Output.prose(problem.next.printable, head: "  do:    ", indent: "         ")
        Output.prose(
            "\(TimeText.relative(problem.since)) (\(problem.code.printable))", head: "  since: ",
            indent: "         ")
    }

    private static func row(_ name: String, _ text: String) {
        let head = name + String(repeating: " ", count: max(0, 10 - name.count))
        Output.prose(text, head: head, indent: String(repeating: " ", count: 10))
    }

    /// What there seldom is.
    private static func others(_ spool: StatusReply.Spool) -> String {
        [("not taken", spool.notTaken), ("failed", spool.failed), ("ignored", spool.ignored)]
            .filter { $0.1 > 0 }.map { ", \($0.0) \($0.1)" }.joined()
    }
}
