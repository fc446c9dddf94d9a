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
            nothing is filed twice. It may be broken off and run again. An article that was edited by hand stays as it is, \
            and the new reading is written to superseded/ as NAME.reading.md. One whose file is gone is written again.

            Example: briefctl reprocess --config /etc/briefd/briefd.toml
            """)

    @OptionGroup var store: StoreOptions

    @Flag(
        help:
            "Put the new reading in the place of edited articles; the edited files go to superseded/."
    )
    var overwriteEdits = false

    func run() throws {
        let rules = try store.siteRules()
        let reader = Readers.caged()
        let report = try store.withStore { path in
            try ArticleStore(at: path, identify: .content)
                .reprocess(rules: rules, overwritesEdits: overwriteEdits) { try reader.read($0) }
        }
        if store.json {
            Output.bytes(try WireJSON.encode(ReprocessReply(report), pretty: true) + [0x0A])
        } else {
            let back =
                report.broughtBack == 0 ? "" : ", \(report.broughtBack) were gone and are back"
            Output.line("\(report.read) articles read again, \(report.changed) changed\(back).")
            for kept in report.kept {
                Output.line(
                    "\(kept.id)  was edited by hand and is kept: the new reading is \(kept.reading)"
                        .printable)
            }
            for failure in report.failures {
                Output.line("\(failure.id)  stays as it was: \(failure.why)".printable)
            }
        }
        if !report.failures.isEmpty { throw ExitCode(1) }
    }
}

/// The JSON of `briefctl reprocess`.
private struct ReprocessReply: Encodable {
    var ok: Bool
    var read: Int
    var changed: Int
    var broughtBack: Int
    var kept: [ReprocessReport.Kept]
    var failures: [ReprocessReport.Failure]

    init(_ report: ReprocessReport) {
        ok = report.failures.isEmpty
        read = report.read
        changed = report.changed
        broughtBack = report.broughtBack
        kept = report.kept
        failures = report.failures
    }
}
