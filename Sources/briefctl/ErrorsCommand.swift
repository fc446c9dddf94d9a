import ArgumentParser
import BriefModel
import ControlProtocol

struct ErrorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "errors", abstract: "What went wrong lately, latest first.")

    @OptionGroup var daemon: DaemonOptions
    @Option(help: "How many, at most 1000.") var limit = 100

    func run() async throws {
        let page = try await daemon.client.get(
            "/v1/errors", [("limit", "\(limit)")], as: ItemPage<EventItem>.self)
        try daemon.show(page) { page in
            if page.items.isEmpty { Output.line("No errors since briefd started.") }
            for event in page.items {
                Output.line(
                    "\(event.when) \(event.kind) \(event.subject): \(event.what)".printable)
            }
        }
    }
}

struct ReloadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload", abstract: "Read the configuration again.")

    @OptionGroup var daemon: DaemonOptions

    func run() async throws {
        let done = try await daemon.client.post("/v1/reload", as: DoneReply.self)
        try daemon.show(done) { Output.line($0.what.printable) }
    }
}
