import ArgumentParser
import BriefModel
import ControlProtocol

struct ErrorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "errors",
        abstract: "What went wrong and what was not taken, latest first; kept over a restart.",
        discussion: "Example: briefctl errors --limit 20")

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var list: ListOptions

    func run() async throws {
        let page = try await list.fetch("/v1/errors", of: EventItem.self, daemon.client)
        try daemon.show(page) { page in
            if page.items.isEmpty { return Output.line("No errors.") }
            for line in ErrorLines.of(page.items) { Output.line(line) }
            ListOptions.tellRest(page, "errors")
        }
    }
}

struct ReloadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload", abstract: "Read the configuration again.",
        discussion: "Example: briefctl reload")

    @OptionGroup var daemon: DaemonOptions

    func run() async throws {
        let done = try await daemon.client.post("/v1/reload", as: DoneReply.self)
        try daemon.show(done) { Output.line($0.what.printable) }
    }
}
