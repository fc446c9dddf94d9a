import ArgumentParser
import ControlProtocol
import FoundationEssentials
import LinuxIO

struct MCPCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mcp",
        abstract:
            "The articles for a language model: Model Context Protocol on standard input and output.",
        discussion: """
            For programs that start it, such as an assistant's configuration: {"command": "briefctl", "args": ["mcp"]}. \
            It only reads: search, get, revisions, explain.

            Example: briefctl mcp --runtime /run/briefd
            """)

    @OptionGroup var daemon: DaemonOptions

    func run() async throws {
        var session = MCPSession(tools: MCPTools(client: daemon.client))
        for line in StandardInputLines() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
            guard let answer = await session.answer(line) else { continue }
            Output.bytes(answer + [0x0A])
            Output.flush()
        }
    }
}
