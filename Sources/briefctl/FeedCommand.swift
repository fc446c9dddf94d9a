import ArgumentParser
import BriefModel
import ControlProtocol
import Settings

struct FeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "Add, remove, poll, pause, resume, backfill, import or export feeds.",
        subcommands: [
            FeedAddCommand.self, FeedRemoveCommand.self, FeedPollCommand.self,
            FeedPauseCommand.self, FeedResumeCommand.self, FeedBackfillCommand.self,
            FeedImportCommand.self, FeedExportCommand.self,
        ])
}

struct FeedAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Follow a feed, or the feed that a page offers.")

    @OptionGroup var daemon: DaemonOptions

    @Argument(help: "http or https; without user and password. https where no scheme is given.")
    var url: String

    @Option(help: "What to call it; else its own title.")
    var name: String?

    @Option(help: "Its own interval: 90s, 15m, 1h.")
    var interval: String?

    @Option(name: .customLong("tag"), help: "A tag for its articles; may be given again.")
    var tags: [String] = []

    @Option(help: "Name of a systemd credential with \"user:password\" or \"Bearer …\".")
    var credential: String?

    @Option(help: "Fetch linked pages: auto, always or never.")
    var fullText: String?

    func run() async throws {
        let request = AddFeedRequest(
            url: FeedAddress.completed(url), name: name, interval: interval,
            tags: tags.isEmpty ? nil : tags,
            credential: credential, fullText: fullText)
        let done = try await daemon.client.post(
            "/v1/feeds", body: try WireJSON.encode(request), as: DoneReply.self)
        try daemon.show(done) { Output.line($0.what.printable) }
        if let warning = done.warning { throw Failure.notWell(warning.printable) }
    }
}

struct FeedRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Stop following a feed; its articles stay.")

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: FeedOrder.help) var feed: String

    func run() async throws {
        let done = try await daemon.client.delete(
            try DaemonClient.path("v1", "feeds", feed), as: DoneReply.self)
        try daemon.show(done) { Output.line($0.what.printable) }
    }
}

struct FeedPollCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "poll", abstract: "Ask a feed as soon as good manners allow.")

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: FeedOrder.help) var feed: String

    func run() async throws { try await FeedOrder.act("poll", on: feed, daemon) }
}

struct FeedPauseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Do not ask a feed until it is resumed.")

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: FeedOrder.help) var feed: String

    func run() async throws { try await FeedOrder.act("pause", on: feed, daemon) }
}

struct FeedResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Ask a paused feed again.")

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: FeedOrder.help) var feed: String

    func run() async throws { try await FeedOrder.act("resume", on: feed, daemon) }
}

struct FeedBackfillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backfill",
        abstract:
            "Fetch older entries from the archive that a feed names (RFC 5005), 50 pages at most.")

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: FeedOrder.help) var feed: String

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
