import ArgumentParser
import BriefModel
import ContentIdentity
import ControlProtocol
import Settings
import Storage
import Workers

struct ReprocessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reprocess",
        abstract: "Read every article's original again, after an update; briefd must not run.",
        discussion: """
            What has changed is written in the article's place: its id and path stay, its old hash stays known, and \
            nothing is filed twice. It may be broken off and run again.
            """)

    @OptionGroup var store: StoreOptions

    func run() throws {
        let rules = try siteRules()
        let reader = Readers.caged()
        let report = try store.withStore { path in
            try ArticleStore(at: path, identify: { Identity(text: $0) })
                .reprocess(rules: rules) { try reader.read($0) }
        }
        if store.json {
            Output.bytes(try WireJSON.encode(ReprocessReply(report), pretty: true) + [0x0A])
        } else {
            Output.line("\(report.read) articles read again, \(report.changed) changed.")
            for failure in report.failures {
                Output.line("\(failure.id)  stays as it was: \(failure.why)".printable)
            }
        }
        if !report.failures.isEmpty { throw ExitCode(1) }
    }

    private func siteRules() throws -> SiteRules {
        do {
            guard let folder = try Configuration.load(store.config).siteRules else {
                return SiteRules()
            }
            return try SiteRules.load(folder)
        } catch let error as SiteRuleError {
            throw Failure.usage(error.description)
        } catch let error as ConfigurationError {
            throw Failure.usage(error.description)
        }
    }
}

/// The JSON of `briefctl reprocess`.
private struct ReprocessReply: Encodable {
    var ok: Bool
    var read: Int
    var changed: Int
    var failures: [ReprocessReport.Failure]

    init(_ report: ReprocessReport) {
        ok = report.failures.isEmpty
        read = report.read
        changed = report.changed
        failures = report.failures
    }
}
