import ArgumentParser
import BriefModel
import ControlProtocol

struct HooksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hooks",
        abstract: "Who is told of what is filed, and whether that gets through.",
        discussion: "Example: briefctl hooks retry desk",
        subcommands: [HooksList.self, HooksDead.self, HooksRetry.self],
        defaultSubcommand: HooksList.self)
}

struct HooksList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All hooks; exit status 1 where one does not get through.",
        discussion: "Example: briefctl hooks list --json")

    @OptionGroup var daemon: DaemonOptions

    func run() async throws {
        let page = try await daemon.client.get("/v1/hooks", as: ItemPage<HookItem>.self)
        try daemon.show(page) { page in
            if page.items.isEmpty { return Output.line("No hook; add a [[notify]].") }
            TableOutput.print(
                ["HOOK", "STATE", "ON", "WAITING", "DEAD", "DELIVERED", "LAST", "TARGET"],
                page.items.map {
                    [
                        $0.name, $0.state, $0.on.joined(separator: ","), "\($0.waiting)",
                        "\($0.dead)", "\($0.delivered)", TimeText.relative($0.lastDelivered),
                        $0.target,
                    ]
                })
            for hook in page.items {
                guard let error = hook.error else { continue }
                Output.line("")
                Output.line("\(hook.name): \(error)".printable)
                if let next = hook.nextTry {
                    Output.line("  next try \(TimeText.relative(next))".printable)
                }
            }
        }
        if page.items.contains(where: { $0.state == "stopped" || $0.dead > 0 }) {
            throw ExitCode(1)
        }
    }
}

struct HooksDead: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dead", abstract: "Messages that were given up, latest first.",
        discussion: "Example: briefctl hooks dead desk")

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var list: ListOptions
    @Argument(help: "The hook; else all.") var hook: String?

    func run() async throws {
        let page = try await list.fetch(
            "/v1/dead-letters", [("hook", hook)], of: DeadLetterItem.self, daemon.client)
        try daemon.show(page) { page in
            if page.items.isEmpty { return Output.line("No message was given up.") }
            TableOutput.print(
                ["HOOK", "KIND", "SUBJECT", "GIVEN UP", "TRIES", "WHY"],
                page.items.map {
                    [
                        $0.hook, $0.kind, $0.subject, TimeText.relative($0.died),
                        "\($0.attempts)", $0.why,
                    ]
                })
            ListOptions.tellRest(page, "messages")
        }
    }
}

struct HooksRetry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Send a hook's dead letters after all, and lift its stop.",
        discussion: "Example: briefctl hooks retry desk")

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: "The hook.") var hook: String

    func run() async throws {
        let done = try await daemon.client.post(
            try DaemonClient.path("v1", "hooks", hook, "retry"), as: DoneReply.self)
        try daemon.show(done) { Output.line($0.what.printable) }
    }
}
