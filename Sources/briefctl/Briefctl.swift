import ArgumentParser
import BriefModel
import LinuxIO
import Workers

/// Looks in on a running briefd, steers it, and reads documents without one.
struct Briefctl: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "briefctl",
        abstract: "Look in on briefd, steer it, and read documents without it.",
        discussion: """
            Exit status: 0 done, 1 the thing asked about is not well, 2 usage or configuration, \
            3 no daemon answers, 4 not allowed.

            All commands take --no-color and --columns N (else the terminal's, COLUMNS, or 80).

            Example: briefctl status
            """,
        version: Version.number,
        subcommands: [WorkerCommand.self],
        groupedSubcommands: [
            CommandGroup(
                name: "Look in",
                subcommands: [
                    StatusCommand.self, DoctorCommand.self, TopCommand.self, EventsCommand.self,
                    FeedsCommand.self,
                    SpoolCommand.self, ArticlesCommand.self, SearchCommand.self, ShowCommand.self,
                    DiffCommand.self,
                    ExplainCommand.self, ErrorsCommand.self, DuplicatesCommand.self,
                    HooksCommand.self, MetricsCommand.self, MCPCommand.self,
                ]),
            CommandGroup(
                name: "Steer",
                subcommands: [
                    FeedCommand.self, RetryCommand.self, HoldCommand.self, ReleaseCommand.self,
                    DiscardCommand.self, CurrentCommand.self, ForgetCommand.self,
                    GarbageCommand.self, ReloadCommand.self,
                ]),
            CommandGroup(
                name: "Without a daemon",
                subcommands: [
                    ExtractCommand.self, ParseFeedCommand.self, VerifyCommand.self,
                    RebuildCommand.self, BackupCommand.self, RestoreCommand.self,
                    ReprocessCommand.self, RulesCommand.self, ExportCommand.self,
                    ImportCommand.self, ProveCommand.self, SiteCommand.self, TeachCommand.self,
                ]),
        ])
}

/// The entry: the argument parser's own exit status for usage, 64, is our 2.
@main
enum Main {
    static func main() async {
        ChildProcess.ignoreBrokenPipes()
        // For a reader of one small page the parser of arguments would cost as much as the page.
        if CommandLine.arguments.dropFirst().elementsEqual(["worker"]) {
            Briefctl.exit(withError: ExitCode(WorkerChild.run()))
        }
        do {
            let screen = ScreenOptions.current
            if let fault = screen.fault { throw Failure.usage(fault) }
            let arguments = LeadingOptions.moved(screen.rest)
            try CommandNames.check(arguments, in: Briefctl.self)
            var command = try Briefctl.parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Output.error("briefctl: \(failure.message)")
            Briefctl.exit(withError: ExitCode(failure.status))
        } catch {
            let status = Briefctl.exitCode(for: error).rawValue
            let message = Briefctl.fullMessage(for: error)
            if !message.isEmpty {
                if status == 0 { Output.line(message) } else { Output.error(message) }
            }
            Output.flush()
            Briefctl.exit(withError: ExitCode(status == 64 ? 2 : status))
        }
        Output.flush()
    }
}

/// Why a command did not do what it was asked, and the exit status that says so.
struct Failure: Error {
    var status: Int32
    var message: String

    static func usage(_ message: String) -> Failure { Failure(status: 2, message: message) }
    static func noDaemon(_ message: String) -> Failure { Failure(status: 3, message: message) }
    static func notAllowed(_ message: String) -> Failure { Failure(status: 4, message: message) }
    static func notWell(_ message: String) -> Failure { Failure(status: 1, message: message) }
}
