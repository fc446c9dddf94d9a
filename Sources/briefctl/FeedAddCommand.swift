import ArgumentParser
import BriefModel
import ControlProtocol
import LinuxIO
import Settings

struct FeedAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Follow a feed, or a feed that a page offers.",
        discussion: """
            Looks first, for 15 seconds at most, and shows what is there: the feed and its newest entries, or the feeds \
            that a page offers. Where there are several, --choose says which; on a terminal it is asked. Where there is \
            none, nothing is added. Exit status: 0 it is followed and works, 1 it does not, or a choice is to be made.

            Example: briefctl feed add example.org --tag harbour
            """)

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

    @Option(help: "What is there: a feed, a sitemap, or an h-feed, a page of posts.")
    var type: String?

    @Option(
        help: "What its entries are known by, where its own word fails: guid, link, title, content."
    )
    var entryKey: String?

    @Option(help: "An entry that changes: revise its article, or ignore it.")
    var updates: String?

    @Option(
        name: .customLong("skip-title"),
        help: "A regular expression: entries with such a title are not taken; may be given again.")
    var skipTitles: [String] = []

    @Option(help: ArgumentHelp("Which of the feeds that a page offers.", valueName: "n"))
    var choose: Int?

    @Flag(help: "Follow the address whatever is there now.")
    var noCheck = false

    func run() async throws {
        guard !noCheck else {
            let done = try await add(FeedAddress.completed(url))
            try daemon.show(done) { Output.line($0.what.printable) }
            return try warn(done)
        }
        let look = try await daemon.client.post(
            "/v1/look", body: try WireJSON.encode(request(url)), as: FeedLookReply.self)
        guard let feed = try chosen(of: look) else {
            if daemon.json {
                try daemon.show(AddedFeed(choiceOf: look.feeds)) { _ in }
                throw ExitCode(1)
            }
            throw Failure.notWell("nothing was added: give --choose N for one of them")
        }
        if !daemon.json { FeedLookText.show(feed) }
        let done = try await add(feed.url)
        try daemon.show(AddedFeed(done, feed)) { Output.line($0.what.printable) }
        try warn(done)
    }

    private func request(_ url: String) -> AddFeedRequest {
        AddFeedRequest(
            url: url, name: name, interval: interval, tags: tags.isEmpty ? nil : tags,
            credential: credential, fullText: fullText, type: type, entryKey: entryKey,
            updates: updates,
            skipTitles: skipTitles.isEmpty ? nil : skipTitles)
    }

    private func add(_ url: String) async throws -> DoneReply {
        try await daemon.client.post(
            "/v1/feeds", body: try WireJSON.encode(request(url)), as: DoneReply.self)
    }

    private func warn(_ done: DoneReply) throws {
        if let warning = done.warning { throw Failure.notWell(warning.printable) }
    }

    /// Nil where a choice is to be made, and nobody is there to be asked.
    private func chosen(of look: FeedLookReply) throws -> FeedLookItem? {
        if let choose {
            guard let feed = look.feeds.first(where: { $0.number == choose }) else {
                if !daemon.json { FeedLookText.list(look) }
                throw Failure.usage("--choose \(choose): there are 1 to \(look.feeds.count)")
            }
            return feed
        }
        if look.feeds.count == 1 { return look.feeds[0] }
        guard !daemon.json else { return nil }
        FeedLookText.list(look)
        guard StandardStreams.inputIsTerminal, StandardStreams.outputIsTerminal else { return nil }
        for _ in 1...3 {
            Output.line("Which one, 1 to \(look.feeds.count)? Nothing for none.")
            Output.flush()
            guard let answer = readLine()?.filter({ !$0.isWhitespace }), !answer.isEmpty else {
                return nil
            }
            if let feed = look.feeds.first(where: { "\($0.number)" == answer }) { return feed }
        }
        return nil
    }
}

/// `feed add --json`: what was done, and what was found. Addresses are shown without what is secret in them.
struct AddedFeed: Encodable {
    var ok: Bool
    var what: String
    @Nullable var id: String?
    @Nullable var warning: String?
    @Nullable var feed: FeedLookItem?
    /// Those to choose from; empty where one is followed.
    var candidates: [FeedLookItem] = []

    init(_ done: DoneReply, _ feed: FeedLookItem) {
        ok = true
        what = done.what
        id = done.id
        warning = done.warning
        self.feed = FeedLookText.withoutSecrets(feed)
    }

    init(choiceOf feeds: [FeedLookItem]) {
        ok = false
        what = "nothing was added: the page offers \(feeds.count) feeds; give --choose N"
        candidates = feeds.map(FeedLookText.withoutSecrets)
    }
}

/// Feeds that were found, for people.
enum FeedLookText {
    static func show(_ feed: FeedLookItem) {
        Output.line("\(feed.title ?? "(no title)"): \(kind(feed))".printable)
        for entry in feed.newest {
            let day = entry.published.map { String($0.prefix(10)) } ?? "no date   "
            Output.line("  \(day)  \(entry.title ?? entry.url ?? "(no title)")".printable)
        }
    }

    static func list(_ look: FeedLookReply) {
        Output.line("\(look.url.hidingSecrets) offers \(look.feeds.count) feeds:".printable)
        TableOutput.print(
            ["N", "FEED", "KIND", "ADDRESS"],
            look.feeds.map {
                ["\($0.number)", $0.title ?? "", kind($0), $0.url.hidingSecrets]
            })
    }

    static func withoutSecrets(_ feed: FeedLookItem) -> FeedLookItem {
        var feed = feed
        feed.url = feed.url.hidingSecrets
        return feed
    }

    /// "RSS 2.0, 12 entries".
    private static func kind(_ feed: FeedLookItem) -> String {
        guard let format = feed.format, let count = feed.entries else { return "not asked" }
        let names = [
            "rss": "RSS", "rdf": "RSS in RDF", "atom": "Atom", "json": "JSON Feed",
            "sitemap": "sitemap", "html": "h-feed",
        ]
        let version = feed.version.map { " " + $0 } ?? ""
        return "\(names[format] ?? format)\(version), \(count) \(count == 1 ? "entry" : "entries")"
    }
}
