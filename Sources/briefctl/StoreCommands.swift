import ArgumentParser
import BriefModel
import ContentIdentity
import ControlProtocol
import LinuxIO
import Settings
import Storage

/// Commands that open the store themselves; the daemon must not run, for one process alone may write it.
struct StoreOptions: ParsableArguments {
    @Option(help: "The configuration that names the store.")
    var config: String?

    @Flag(help: "Print JSON as docs/cli-json.md describes it.")
    var json = false

    func paths() throws -> PathSettings {
        do {
            return try Configuration.load(config).paths
        } catch {
            throw Failure.usage(error.description)
        }
    }

    /// Runs `body`, which locks the store.
    ///
    /// - Parameter writes: the store and nothing else is written: root does it as the account that owns the store.
    func withStore<Value>(
        writes: Bool = true, _ body: (_ path: String) throws -> Value
    ) throws -> Value {
        let path = try paths().store
        guard (try? Directory(at: path)) != nil else {
            throw Failure.usage(
                "there is no store at \(path.printable); name its configuration with --config")
        }
        do {
            if writes { try FileOwner.become(ownerOf: path) }
            return try body(path)
        } catch let error as StorageError {
            throw StoreOptions.failure(error, path)
        } catch let error as SystemError {
            throw Failure.notWell("not done as the account that owns \(path): \(error)")
        }
    }

    static func failure(_ error: StorageError, _ path: String) -> Failure {
        switch error {
        case .locked(_, let holder):
            let process = holder.map { "process \($0)" } ?? "another process"
            return .notWell(
                "the store \(path.printable) is in use: \(process), briefd or another briefctl, is at work there;"
                    + " stop it (systemctl stop briefd), run this again, then start it. Nothing was changed."
            )
        case .system(let cause) where cause.isNotPermitted:
            return .notAllowed(
                "the store \(path.printable) cannot be opened: \(cause); run this as the user that briefd runs as"
            )
        default: return .notWell(error.description.printable)
        }
    }
}

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare files, originals, hashes and catalogue; briefd must not run.")

    @OptionGroup var store: StoreOptions

    func run() throws {
        let report = try store.withStore { path in
            try ArticleStore(at: path, identify: { Identity(text: $0) }).verify()
        }
        if store.json {
            Output.bytes(try WireJSON.encode(VerifyReply(report), pretty: true) + [0x0A])
        } else {
            Output.line(
                report.isSound
                    ? "The store is sound: \(report.articles) articles, \(report.originals) originals."
                    : "\(report.findingCount) findings in \(report.articles) articles:")
            for finding in report.findings {
                Output.line("\(finding.kind.rawValue)  \(finding.path): \(finding.why)".printable)
            }
        }
        if !report.isSound { throw ExitCode(1) }
    }
}

/// The JSON of `briefctl verify`.
private struct VerifyReply: Encodable {
    var ok: Bool
    var articles: Int
    var originals: Int
    var sightings: Int
    var findings: [VerifyReport.Finding]

    init(_ report: VerifyReport) {
        ok = report.isSound
        articles = report.articles
        originals = report.originals
        sightings = report.sightings
        findings = report.findings
    }
}

struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Make the catalogue anew from the files; briefd must not run.")

    @OptionGroup var store: StoreOptions

    func run() throws {
        let report = try store.withStore { path in
            try ArticleStore.rebuild(at: path, identify: { Identity(text: $0) })
        }
        Output.line("The catalogue was made anew: \(report.takenIn) articles.")
    }
}
