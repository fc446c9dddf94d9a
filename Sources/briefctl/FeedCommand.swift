import ArgumentParser
import BriefModel
import ControlProtocol

struct FeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "Add, remove, poll, pause, resume, backfill, import or export feeds.",
        discussion: "Example: briefctl feed add example.org",
        subcommands: [
            FeedAddCommand.self, FeedRemoveCommand.self, FeedPollCommand.self,
            FeedPauseCommand.self, FeedResumeCommand.self, FeedBackfillCommand.self,
            FeedImportCommand.self, FeedExportCommand.self,
        ])
}

struct FeedRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Stop following a feed; its articles stay.",
        discussion: "Example: briefctl feed remove 3f2a")

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: FeedOrder.help, completion: Completions.feeds) var feed: String

    func run() async throws {
        let done = try await daemon.client.delete(
            try DaemonClient.path("v1", "feeds", feed), as: DoneReply.self)
        try daemon.show(done) { Output.line($0.what.printable) }
    }
}

struct FeedPollCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "poll", abstract: "Ask a feed as soon as good manners allow.",
        discussion: "Example: briefctl feed poll https://example.org/feed.xml")

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: FeedOrder.help, completion: Completions.feeds) var feed: String

    func run() async throws { try await FeedOrder.act("poll", on: feed, daemon) }
}

struct FeedPauseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Do not ask a feed until it is resumed.",
        discussion: "Example: briefctl feed pause 'Harbour News'")

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: FeedOrder.help, completion: Completions.feeds) var feed: String

    func run() async throws { try await FeedOrder.act("pause", on: feed, daemon) }
}

struct FeedResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Ask a paused feed again.",
        discussion: "Example: briefctl feed resume 3f2a")

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: FeedOrder.help, completion: Completions.feeds) var feed: String

    func run() async throws { try await FeedOrder.act("resume", on: feed, daemon) }
}

struct FeedBackfillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backfill",
        abstract:
            "Fetch older entries from the archive that a feed names (RFC 5005), 50 pages at most.",
        discussion: "Example: briefctl feed backfill 3f2a")

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: FeedOrder.help, completion: Completions.feeds) var feed: String

    func run() async throws { try await FeedOrder.act("backfill", on: feed, daemon) }
}

enum FeedOrder {
    /// The daemon knows which feed is meant.
    static let help: ArgumentHelp = "Its id, the beginning of it, its URL or its name."

    static func act(_ verb: String, on feed: String, _ daemon: DaemonOptions) async throws {
        let done = try await daemon.client.post(
            try DaemonClient.path("v1", "feeds", feed, verb), as: DoneReply.self)
        try daemon.show(done) { Output.line($0.what.printable) }
    }
}
