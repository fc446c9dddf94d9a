import ArgumentParser
import BriefModel
import ControlProtocol
import FoundationEssentials
import Settings

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at all that briefd stands on, and say what to do.",
        discussion: """
            Looks at the configuration, the daemon and its sockets, the unit, folders and their owners, disks, inotify's \
            limits, the clock, names, certificates and the sandbox. It changes nothing, and works while briefd does not. \
            Exit status: 0 no fault, 1 a fault.

            Example: briefctl doctor --config /etc/briefd/briefd.toml
            """)

    @OptionGroup var daemon: DaemonOptions

    @Option(help: "The configuration; else /etc/briefd/briefd.toml, where there is one.")
    var config: String?

    func run() async throws {
        var findings: [DoctorFinding] = []
        var configuration = Configuration()
        do {
            configuration = try Configuration.load(config)
            let name = config ?? Configuration.defaultPath
            findings.append(
                .ok(
                    "configuration",
                    "\(name), \(configuration.feeds.count) feeds in it, and no mistake"))
        } catch {
            findings.append(
                .fault(
                    "configuration", error.description,
                    next: "mend it; briefd goes on with what it read last, and does not start anew")
            )
        }
        let runtime = daemon.runtime ?? DaemonClient.namedFolder ?? configuration.paths.runtime
        findings += await DaemonChecks(runtime: runtime).findings()
        findings += UnitCheck.findings()
        findings += FolderChecks(configuration: configuration).findings()
        findings += SystemChecks(configuration: configuration).findings()
        let report = DoctorReport(
            ok: !findings.contains { $0.level == .fault }, findings: findings)
        try daemon.show(report, DoctorText.print)
        if !report.ok { throw ExitCode(1) }
    }
}

/// The report in words, the gravest first.
enum DoctorText {
    static func print(_ report: DoctorReport) {
        let faults = report.findings.filter { $0.level == .fault }
        let notes = report.findings.filter { $0.level == .note }
        let count = report.findings.count
        let verdict =
            faults.isEmpty
            ? "No fault in \(count) looks." + (notes.isEmpty ? "" : " Notes: \(notes.count).")
            : "Faults: \(faults.count), in \(count) looks."
        Output.prose(verdict, indent: "  ") { Colour.headline($0, isWell: faults.isEmpty) }
        for finding in faults + notes {
            Output.line("")
            let mark = finding.level == .fault ? "FAULT " : "note  "
            Output.prose(
                finding.check + ": " + finding.what.printable, head: mark, indent: "      ")
            if let next = finding.next {
                Output.prose(next.printable, head: "  do: ", indent: "      ")
            }
        }
        Output.line("")
        for finding in report.findings where finding.level == .ok {
            Output.prose(
                finding.check + ": " + finding.what.printable, head: "ok    ", indent: "      ")
        }
    }
}
