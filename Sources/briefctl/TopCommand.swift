import ArgumentParser
import ControlProtocol
import LinuxIO

struct TopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "top", abstract: "The status again and again, until Ctrl-C.")

    @OptionGroup var daemon: DaemonOptions

    @Option(help: "Seconds between two looks.")
    var every = 2.0

    func run() async throws {
        while true {
            let status = try await daemon.client.get("/v1/status", as: StatusReply.self)
            if StandardStreams.outputIsTerminal, !daemon.json { Output.line("\u{1B}[2J\u{1B}[H") }
            try daemon.show(status, StatusText.print)
            Output.flush()
            try await Task.sleep(for: .seconds(max(0.2, every)))
        }
    }
}
