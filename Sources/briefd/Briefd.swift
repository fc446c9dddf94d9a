import ArgumentParser
import BriefDaemon
import BriefModel
import LinuxIO
import Settings
import Workers

/// Files each article of feeds and dropped files once.
struct Briefd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "briefd", abstract: "File each article of feeds and dropped files once.",
        discussion: """
            Exit status: 0 done, 1 something was deferred, quarantined or left in the spool (--once), or it cannot start \
            now and may later (a full disk), 2 usage, configuration, or another briefd on the same store.
            """,
        version: Version.number,
        subcommands: [RunCommand.self, CheckConfigCommand.self, WorkerCommand.self])
}

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run in the foreground until SIGTERM; SIGHUP reloads.")

    @Option(help: "The configuration; else /etc/briefd/briefd.toml, else the defaults.")
    var config: String?

    @Flag(help: "Poll what is due, file what is in the spool, then exit.")
    var once = false

    func run() async throws {
        // The kernel's name for this very program: it stays right when the file is replaced by an upgrade.
        let daemon = Daemon(configurationPath: config, executable: "/proc/self/exe")
        throw ExitCode(once ? await daemon.runOnce() : await daemon.run())
    }
}

struct CheckConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-config", abstract: "Say whether the configuration can be used.")

    @Option(help: "The configuration; else /etc/briefd/briefd.toml, else the defaults.")
    var config: String?

    func run() throws {
        do {
            let configuration = try Configuration.load(config)
            let siteRules = try configuration.loadSiteRules()
            for note in siteRules.notes { print(note) }
            if let warning = configuration.exposure(of: config) { print(warning) }
            print(
                "The configuration is good: \(configuration.feeds.count) feeds,"
                    + " \(configuration.watches.count) watched folders,"
                    + " \(siteRules.rules.count) site rules, state in"
                    + " \(configuration.paths.state).")
        } catch {
            StandardStreams.writeError(Array("\(error)\n".utf8))
            throw ExitCode(2)
        }
    }
}

/// What the daemon starts to read documents; not for people.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)

    func run() throws {
        throw ExitCode(WorkerChild.run())
    }
}

/// The entry: the argument parser's own exit status for usage, 64, is our 2.
@main
enum Main {
    static func main() async {
        // For a reader of one small page the parser of arguments would cost as much as the page.
        if CommandLine.arguments.dropFirst().elementsEqual(["worker"]) {
            Briefd.exit(withError: ExitCode(WorkerChild.run()))
        }
        // Before anything else: a SIGHUP in the first milliseconds would end the daemon.
        if CommandLine.arguments.dropFirst().first == "run",
            !CommandLine.arguments.contains("--once")
        {
            EarlySignals.hold()
        }
        do {
            var command = try Briefd.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let status = Briefd.exitCode(for: error).rawValue
            let message = Briefd.fullMessage(for: error)
            if !message.isEmpty {
                let bytes = Array((message + "\n").utf8)
                if status == 0 {
                    _ = StandardStreams.write(bytes)
                } else {
                    StandardStreams.writeError(bytes)
                }
            }
            Briefd.exit(withError: ExitCode(status == 64 ? 2 : status))
        }
    }
}
