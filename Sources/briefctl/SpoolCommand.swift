import ArgumentParser
import BriefModel
import ControlProtocol

struct SpoolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spool", abstract: "The files in the spool, those in trouble first.",
        discussion: """
            With --all also those that are left alone for their names: not finished, or litter.

            Example: briefctl spool --all
            """)

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var list: ListOptions
    @OptionGroup var screen: WatchOptions

    func run() async throws { try await screen.run(show) }

    private func show() async throws {
        let page = try await list.fetch(
            "/v1/spool", [("all", list.all ? "true" : nil)], of: SpoolFileItem.self, daemon.client)
        let ignored =
            list.all || daemon.json
            ? 0 : try await daemon.client.get("/v1/status", as: StatusReply.self).spool.ignored
        try daemon.show(page) { SpoolText.print($0, ignored: ignored) }
    }
}

enum SpoolText {
    /// - Parameter ignored: how many files more there are that nobody asked for.
    static func print(_ page: ItemPage<SpoolFileItem>, ignored: Int) {
        if page.items.isEmpty {
            Output.line("The spool is empty.")
        } else {
            TableOutput.print(
                ["ID", "QUEUE", "SINCE", "SIZE", "TRIES", "FILE"],
                page.items.map {
                    [
                        $0.id, $0.queue, TimeText.relative($0.since), TimeText.size($0.size),
                        "\($0.attempts)", $0.name,
                    ]
                })
        }
        for file in page.items {
            guard let reason = file.reason else { continue }
            Output.line("")
            Output.line("\(file.name): \(reason)".printable)
            if let time = file.nextTry { Output.line("  next try \(TimeText.relative(time))") }
            if let next = file.next { Output.line("  do: \(next)".printable) }
        }
        ListOptions.tellRest(page, "files")
        if ignored > 0 {
            let files = ignored == 1 ? "1 file is" : "\(ignored) files are"
            Output.line("\n\(files) left alone for the name: briefctl spool --all")
        }
    }
}

struct RetryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Give corrupt or deferred files another chance.",
        discussion: "Example: briefctl retry 3f2a")

    @OptionGroup var daemon: DaemonOptions
    @Argument(
        help: "Ids as briefctl spool shows them, or their first characters.",
        completion: Completions.spoolFiles)
    var ids: [String]

    func run() async throws { try await Act.run("retry", on: "spool", ids, daemon) }
}

struct HoldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Keep files back until they are released.",
        discussion: "Example: briefctl hold 3f2a 91bc")

    @OptionGroup var daemon: DaemonOptions
    @Argument(
        help: "Ids as briefctl spool shows them, or their first characters.",
        completion: Completions.spoolFiles)
    var ids: [String]

    func run() async throws { try await Act.run("hold", on: "spool", ids, daemon) }
}

struct ReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Let held files go on, or hooks hear of held articles.",
        discussion: """
            With --article the ids are of articles that a [[rule]] with hold = true keeps from the hooks: the tag "held" is \
            taken from them, and the hooks are told as of any article.

            Example: briefctl release --article 3f2a9c1e
            """)

    @OptionGroup var daemon: DaemonOptions
    @Flag(help: "The ids are of articles: briefctl search tag:held lists them.") var article = false
    @Argument(
        help: "Ids as briefctl spool shows them, or their first characters.",
        completion: Completions.spoolFiles)
    var ids: [String]

    func run() async throws {
        try await Act.run("release", on: article ? "articles" : "spool", ids, daemon)
    }
}

struct DiscardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard", abstract: "Remove files from the spool for good.",
        discussion: "Example: briefctl discard 3f2a")

    @OptionGroup var daemon: DaemonOptions
    @Argument(
        help: "Ids as briefctl spool shows them, or their first characters.",
        completion: Completions.spoolFiles)
    var ids: [String]

    func run() async throws { try await Act.run("discard", on: "spool", ids, daemon) }
}
