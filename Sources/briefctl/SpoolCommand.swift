import ArgumentParser
import BriefModel
import ControlProtocol

struct SpoolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spool", abstract: "The files in the spool, those in trouble first.")

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var list: ListOptions

    func run() async throws {
        let page = try await list.fetch("/v1/spool", of: SpoolFileItem.self, daemon.client)
        try daemon.show(page) { page in
            if page.items.isEmpty { return Output.line("The spool is empty.") }
            TableOutput.print(
                ["ID", "QUEUE", "SINCE", "SIZE", "TRIES", "FILE"],
                page.items.map {
                    [
                        $0.id, $0.queue, TimeText.relative($0.since), TimeText.size($0.size),
                        "\($0.attempts)", $0.name,
                    ]
                })
            for file in page.items {
                guard let reason = file.reason else { continue }
                Output.line("")
                Output.line("\(file.name): \(reason)".printable)
            }
            ListOptions.tellRest(page, "files")
        }
    }
}

struct RetryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Give corrupt or deferred files another chance.")

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: "Ids, as briefctl spool shows them.") var ids: [String]

    func run() async throws { try await SpoolAct.run("retry", ids, daemon) }
}

struct HoldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Keep files back until they are released.")

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: "Ids, as briefctl spool shows them.") var ids: [String]

    func run() async throws { try await SpoolAct.run("hold", ids, daemon) }
}

struct ReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Let held files go on.")

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: "Ids, as briefctl spool shows them.") var ids: [String]

    func run() async throws { try await SpoolAct.run("release", ids, daemon) }
}

struct DiscardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard", abstract: "Remove files from the spool for good.")

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: "Ids, as briefctl spool shows them.") var ids: [String]

    func run() async throws { try await SpoolAct.run("discard", ids, daemon) }
}

/// One verb on several files; each is answered for.
enum SpoolAct {
    static func run(_ verb: String, _ ids: [String], _ daemon: DaemonOptions) async throws {
        for id in ids {
            let done = try await daemon.client.post(
                try DaemonClient.path("v1", "spool", id, verb), as: DoneReply.self)
            try daemon.show(done) { Output.line($0.what.printable) }
        }
    }
}
