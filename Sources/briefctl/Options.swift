import ArgumentParser
import ControlProtocol

/// What every command that asks the daemon takes.
struct DaemonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of the daemon's sockets; else BRIEFD_RUNTIME, else /run/briefd.",
            valueName: "dir"))
    var runtime: String?

    @Flag(help: "Print JSON as docs/cli-json.md describes it.")
    var json = false

    var client: DaemonClient { DaemonClient(runtime: runtime) }

    /// Prints the reply as JSON when asked to, else has `human` print it.
    func show<Reply: Encodable>(_ reply: Reply, _ human: (Reply) -> Void) throws {
        if json {
            Output.bytes(try WireJSON.encode(reply, pretty: true) + [0x0A])
        } else {
            human(reply)
        }
    }
}
