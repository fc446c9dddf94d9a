import ArgumentParser

struct MetricsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics", abstract: "The daemon's numbers, for a monitoring system.",
        discussion: """
            OpenMetrics, as GET /metrics has them. With --textfile they go to a file that is replaced as a whole: for \
            node_exporter's textfile collector, by a timer, where nothing can ask a socket.

            Example: briefctl metrics --textfile /var/lib/prometheus/node-exporter/briefd.prom
            """)

    @OptionGroup var daemon: DaemonOptions
    @Option(help: ArgumentHelp("Write to this file.", valueName: "file")) var textfile: String?

    func run() async throws {
        guard !daemon.json else {
            throw Failure.usage("numbers are no JSON; GET /v1/status has the most needed ones")
        }
        let numbers = try await daemon.client.bytes("/metrics")
        guard let textfile else { return Output.bytes(numbers) }
        let file = try FileHandleBox(textfile)
        do {
            try file.write(numbers)
            try file.finish()
        } catch {
            file.abandon()
            throw Failure.notWell(
                "\(textfile.printable) was not written: \(error); what was there before stays")
        }
    }
}
