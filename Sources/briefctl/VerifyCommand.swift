import ArgumentParser
import BriefModel
import ContentIdentity
import ControlProtocol
import Storage

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare files, originals, hashes and catalogue; briefd must not run.",
        discussion: """
            Says of each finding what to do. Nothing is mended but what every start mends: files that the catalogue does \
            not know are taken in, and edits by hand are noted as such.
            """)

    @OptionGroup var store: StoreOptions

    func run() throws {
        let (report, mended) = try store.withStore { path in
            let store = try ArticleStore(at: path, identify: .content)
            return (try store.verify(), store.mended)
        }
        if store.json {
            Output.bytes(try WireJSON.encode(VerifyReply(report, mended), pretty: true) + [0x0A])
        } else {
            if let aside = mended.setAside {
                Output.line(
                    "The catalogue was damaged (\(aside.why)): it was set aside as \(aside.name) and made anew."
                        .printable)
            }
            Output.line(summary(report))
            for finding in report.findings {
                Output.line(
                    "\(finding.kind.rawValue)  \(finding.path): \(finding.why)".printable)
                Output.line("    Do: \(finding.next)".printable)
            }
            if report.findingCount > report.findings.count {
                Output.line("… and \(report.findingCount - report.findings.count) more")
            }
        }
        if !report.isSound || mended.setAside != nil { throw ExitCode(1) }
    }

    private func summary(_ report: VerifyReport) -> String {
        let size = "\(report.articles) articles, \(report.originals) originals"
        if report.findingCount == 0 { return "The store is sound: \(size)." }
        if report.isSound {
            let count = report.editedCount
            return
                "Nothing is lost or damaged: \(size); \(count) \(count == 1 ? "article was" : "articles were")"
                + " edited by hand:"
        }
        let count = report.findingCount
        return "\(count) \(count == 1 ? "finding" : "findings") in \(size):"
    }
}

/// The JSON of `briefctl verify`.
private struct VerifyReply: Encodable {
    var ok: Bool
    var articles: Int
    var originals: Int
    var sightings: Int
    var edited: Int
    var findings: [VerifyReport.Finding]
    var findingCount: Int
    @Nullable var catalogueSetAside: String?

    init(_ report: VerifyReport, _ mended: MendReport) {
        ok = report.isSound && mended.setAside == nil
        articles = report.articles
        originals = report.originals
        sightings = report.sightings
        edited = report.editedCount
        findings = report.findings
        findingCount = report.findingCount
        catalogueSetAside = mended.setAside?.name
    }
}
